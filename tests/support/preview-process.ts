/** Real previews: a process each, on a free port of loopback. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';

/** Runs until the test has finished. */
export async function startPreview(content: string, wantedPort?: number, more: readonly string[] = []) {
  const port = wantedPort ?? (await freePort());
  const root = path.join('.cache', 'preview', String(port));
  const child = spawn(
    process.execPath,
    ['scripts/passport.mjs', 'start', '--content', content, '--port', String(port), ...more],
    // A group of its own, so that a test can end the whole.
    { detached: true },
  );
  const output = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const again of waiting) again();
  };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
      look();
    });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(root, { recursive: true, force: true });
  });
  const url = `http://localhost:${port}/`;
  const get = async (page: string): Promise<string> => (await fetch(url + page)).text();
  return {
    port,
    ended,
    get,
    stderr: () => output.stderr,
    closeOutput: () => child.stdout.destroy(),
    end(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
    /** With all that it started, as a terminal does. */
    endAll(signal: NodeJS.Signals) {
      process.kill(-(child.pid ?? Number.NaN), signal);
      return ended;
    },
    /** Waits until it has printed something; fails when it ends before. */
    async prints(pattern: RegExp): Promise<void> {
      const printed = new Promise<void>((resolve) => {
        const again = (): void => void (pattern.test(output.stdout) && resolve());
        waiting.add(again);
        again();
      });
      const early = ended.then(({ code }) => {
        throw new Error(`ended with ${code} before it printed ${pattern}:\n${output.stdout}${output.stderr}`);
      });
      await Promise.race([printed, early]);
    },
    /** Waits until a build, which has read the texts by then, has written a path that contains a word. */
    writes(word: string): Promise<void> {
      return vi.waitFor(() => expect(readdirSync(root, { recursive: true }).join('\n')).toContain(word), {
        interval: 1,
        timeout: 60_000,
      });
    },
    /** Listens as the script of a page does. */
    async listen(address: string, loaded?: string) {
      const page = loaded ?? (await get(address));
      const seen = /data-seen="(\w+)"/.exec(page)?.[1] ?? 'no digest';
      const { body } = await fetch(
        `${url}_preview/events?${new URLSearchParams({ seen, page: `/${address}` })}`,
      );
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      onTestFinished(() => reader?.cancel().catch(() => undefined));
      let received = '';
      return {
        async until(event: 'reload' | 'faults' | 'mended'): Promise<void> {
          for (;;) {
            const found = new RegExp(`^event: ${event}\n.*\n\n`, 'm').exec(received);
            received = received.slice(found === null ? 0 : found.index + found[0].length);
            if (found !== null) return;
            const { value, done } = (await reader?.read()) ?? { done: true };
            if (done) throw new Error('the preview ended the events');
            received += value;
          }
        },
      };
    },
  };
}

export async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export async function freePort(): Promise<number> {
  const server = await listenOn(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
