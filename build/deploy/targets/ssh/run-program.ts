/** A program of this computer, run without a shell: what goes in, what comes out. */
import { spawn } from 'node:child_process';

export interface ProgramOutcome {
  /** Nothing when a signal ended it. */
  readonly code: number | null;
  readonly stdout: Buffer;
  /** Its last 16 KB. */
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly input?: Uint8Array | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends it. */
  readonly signal: AbortSignal;
}

const keptOfStderr = 16 * 1024;
/** rsync takes away on SIGTERM what it has half-written; what does not end by then is ended. */
const patienceMs = 2000;

/**
 * Returns once it has ended and nothing it started holds its output, also after an abort.
 *
 * @throws the error of the system, when it cannot be started
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { input = new Uint8Array(), environment, signal }: ProgramOptions,
): Promise<ProgramOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramOutcome>();
  if (signal.aborted) return Promise.reject(signal.reason);
  // Messages are told apart by their English words.
  const child = spawn(program, args, { env: { ...environment, LC_ALL: 'C' }, windowsHide: true });
  const chunks: Buffer[] = [];
  let stderr = '';
  let patience: NodeJS.Timeout | undefined;
  const end = (): void => {
    child.kill('SIGTERM');
    patience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  };
  signal.addEventListener('abort', end, { once: true });
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-keptOfStderr);
  });
  // It may end before it has read all; its exit code tells why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  child.once('error', reject);
  child.once('close', (code) => {
    signal.removeEventListener('abort', end);
    clearTimeout(patience);
    resolve({ code, stdout: Buffer.concat(chunks), stderr });
  });
  return promise;
}
