/** A web server in a process of its own, in the foreground, on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RunningServer {
  /** With a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface StartedProgram {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it prints once it listens. */
  readonly ready: RegExp;
}

/** @throws Error with what it printed, when it ends before it listens */
export async function startProgram({
  program,
  args,
  env,
  ready,
}: StartedProgram): Promise<() => Promise<void>> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const closed = once(child, 'close');
  let output = '';
  const listening = new Promise<'listening'>((resolve) => {
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (ready.test(output)) resolve('listening');
    });
  });
  if ((await Promise.race([listening, closed])) !== 'listening')
    throw new Error(`${program} ended before it listened:\n${output}`);
  return async () => {
    child.kill('SIGTERM');
    await closed;
  };
}
