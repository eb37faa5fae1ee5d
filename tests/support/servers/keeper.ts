/**
 * A process that runs a server for as long as the tests run, and ends it with them, also when those are killed.
 *
 * usage: keeper.ts OWNER-PID FOLDER PROGRAM ARGUMENT…: the folder is removed with it
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

const lookEveryMs = 300;
const [owner = '', folder = '', program = '', ...args] = process.argv.slice(2);

const server = spawn(program, args, { stdio: 'inherit' });
const isEnded = new AbortController();
server.once('close', () => isEnded.abort());
server.once('error', () => isEnded.abort());
process.once('SIGTERM', () => isEnded.abort());

while (!isEnded.signal.aborted && isAlive(Number(owner)))
  await setTimeout(lookEveryMs, undefined, { signal: isEnded.signal }).catch(() => {});
if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
  server.kill('SIGKILL');
  await once(server, 'close');
}
await rm(folder, { recursive: true, force: true, maxRetries: 5 });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
