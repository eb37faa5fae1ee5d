import { spawn } from 'node:child_process';
import { EnvironmentError } from '../build/cli/errors.ts';

/**
 * Runs a program of the project's packages in this terminal.
 *
 * @returns its exit code
 * @throws EnvironmentError when it cannot be started
 */
export function runProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new EnvironmentError(`${file} could not be started (${error.message}). Run "npm ci" first.`)),
    );
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/** A program that a package brings along, run by the same Node. */
export const runPackage = (
  script: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<number> => runProgram(process.execPath, [script, ...args], env);
