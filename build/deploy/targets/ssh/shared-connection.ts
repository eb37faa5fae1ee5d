/**
 * One connection for everything that is asked of a server: to sign in anew for each step takes most of the time of a deployment, and
 * all of it on a line with long delays.
 */
import { spawn } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface SharedConnection {
  /** Options with which ssh takes this connection, or one of its own where it is gone. */
  readonly options: readonly string[];
  close(): Promise<void>;
}

/**
 * Waits until the connection stands, or cannot be had: then every step signs in for itself, and tells what is wrong.
 *
 * @param words ssh with its options
 */
export async function openConnection(
  words: readonly string[],
  login: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<SharedConnection> {
  // OpenSSH on Windows has none.
  if (process.platform === 'win32') return { options: [], close: async () => {} };
  // Short: the path of a socket has 104 characters at most.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pp-'));
  const socket = path.join(folder, 's');
  const options = ['-o', `ControlPath=${socket}`, '-o', 'ControlMaster=no'];
  const [program = 'ssh', ...more] = words;
  // It ends with its input, so that it does not outlive a deployment that is killed.
  const master = spawn(program, [...more, '-M', '-S', socket, '--', login, 'exec cat'], {
    env: environment,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      hasEnded = true;
      resolve();
    };
    master.on('error', end);
    master.on('exit', end);
  });
  master.stdin.on('error', () => {});
  while (!hasEnded && !(await isThere(socket))) await Promise.race([ended, setTimeout(pollMs)]);
  return {
    options,
    async close() {
      master.stdin.end();
      // All that was asked has been answered: it need not wait for what the server says to that.
      await Promise.race([ended, setTimeout(closingMs)]);
      master.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const pollMs = 20;

const closingMs = 100;

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
