/** Servers that end with the tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface RunningServer {
  /** Ends it, and removes its folder. */
  stop(): Promise<void>;
  /** What it has printed. */
  printed(): Promise<string>;
}

export interface ServerSettings {
  /** Of its own, removed when it ends. */
  readonly folder: string;
  /** The process that it ends with. */
  readonly ownerPid: number;
  readonly environment?: Readonly<Record<string, string>>;
}

export function keepRunning(
  program: string,
  args: readonly string[],
  { folder, ownerPid, environment = {} }: ServerSettings,
): RunningServer {
  const log = path.join(folder, `${path.basename(program)}.printed`);
  const output = openSync(log, 'a');
  const keeper = spawn(
    process.execPath,
    ['tests/support/servers/keeper.ts', String(ownerPid), folder, program, ...args],
    // A group of its own: Ctrl-C reaches the tests, and it then ends with them.
    { detached: true, stdio: ['ignore', output, output], env: { ...process.env, ...environment } },
  );
  closeSync(output);
  keeper.unref();
  return {
    printed: () => readFile(log, 'utf8').catch(() => ''),
    async stop() {
      if (keeper.exitCode !== null || keeper.signalCode !== null) return;
      const closed = once(keeper, 'close');
      // Whoever waits for its end waits also when nothing else is left to do.
      keeper.ref();
      keeper.kill('SIGTERM');
      await closed;
    },
  };
}

/** @throws Error with what was printed, when nothing accepts a connection in time */
export async function waitForPort(port: number, server: RunningServer, limitMs = 30_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await accepts(port))) {
    if (performance.now() > end) throw new Error(`no server at port ${port}:\n${await server.printed()}`);
    await setTimeout(50);
  }
}

function accepts(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
