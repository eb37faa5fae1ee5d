/**
 * Runs a program and measures it from outside.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { EnvironmentError } from '../../../build/cli/errors.ts';
import { childrenCpuSeconds } from './children-cpu.ts';
import { type MemoryUse, watchMemory } from './process-memory.ts';

export interface Measurement extends Partial<MemoryUse> {
  /** From its start to its end, as a clock on the wall shows it. */
  readonly seconds: number;
  /** Of the processor, in all its processes; where the system says. */
  readonly cpuSeconds?: number;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** The working folder. */
  readonly cwd: string;
}

export interface RunResult extends Measurement {
  readonly stdout: string;
}

/**
 * @throws EnvironmentError when the program cannot be started or fails; the sentence ends with what it said last
 */
export async function runMeasured({ file, args, cwd }: Command, signal: AbortSignal): Promise<RunResult> {
  signal.throwIfAborted();
  const cpuBefore = childrenCpuSeconds();
  const startMs = performance.now();
  const child = spawn(file, args, { cwd, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const memory = child.pid === undefined ? undefined : watchMemory(child.pid);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => (output[name] += chunk));
  let fault: Error | undefined;
  child.on('error', (error) => (fault = error));
  // Also after an interruption: whoever cleans up must not meet a program that still writes.
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const seconds = (performance.now() - startMs) / 1000;
  const memoryUse = memory?.stop();
  signal.throwIfAborted();
  if (fault !== undefined) throw new EnvironmentError(`${file} could not be started: ${fault.message}`);
  if (code !== 0) throw new EnvironmentError(failure(file, args, output));
  const cpuAfter = childrenCpuSeconds();
  return {
    seconds,
    stdout: output.stdout,
    ...(cpuBefore !== undefined && cpuAfter !== undefined && { cpuSeconds: cpuAfter - cpuBefore }),
    ...memoryUse,
  };
}

/** One after another: times add up, of memory the largest counts. */
export function inSequence(parts: readonly Measurement[]): Measurement {
  const seconds = parts.map((part) => part.seconds);
  const cpuSeconds = parts.flatMap((part) => part.cpuSeconds ?? []);
  const peakBytes = parts.flatMap((part) => part.peakBytes ?? []);
  const totalBytes = parts.flatMap((part) => part.totalBytes ?? []);
  return {
    seconds: sum(seconds),
    ...(cpuSeconds.length > 0 && { cpuSeconds: sum(cpuSeconds) }),
    ...(peakBytes.length > 0 && { peakBytes: Math.max(...peakBytes) }),
    ...(totalBytes.length > 0 && { totalBytes: Math.max(...totalBytes) }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function failure(
  file: string,
  args: readonly string[],
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
): string {
  const said = (stderr.trim() === '' ? stdout : stderr).trim().split('\n').slice(-15).join('\n');
  return `${path.basename(file)} ${args.join(' ')} failed. Its last words:\n${said}`;
}
