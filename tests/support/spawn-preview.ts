/** A preview of a content folder in a process of its own, for tests and for scripts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from './servers/free-port.ts';

export interface SpawnedPreview {
  /** With a slash at its end. */
  readonly url: string;
  /** Ends the process, and removes what it kept. */
  end(): Promise<void>;
}

/**
 * Returns once the texts have been looked through.
 *
 * @throws Error with what it printed, when it ends before
 */
export async function spawnPreview(content: string): Promise<SpawnedPreview> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['scripts/passport.mjs', 'start', '--content', content, '--port', String(port)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const closed = once(child, 'close');
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
    await rm(path.join('.cache', 'preview', String(port)), { recursive: true, force: true });
  };
  let output = '';
  const looked = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (/national sites,/.test(output)) resolve();
      });
  });
  const early = closed.then(async () => {
    await end();
    throw new Error(`the preview ended before it showed anything:\n${output}`);
  });
  await Promise.race([looked, early]);
  early.catch(() => {});
  return { url: `http://localhost:${port}/`, end };
}
