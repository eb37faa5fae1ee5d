/** Tells a program of the operator which addresses a cache has to forget. */
import { spawn } from 'node:child_process';
import { EnvironmentError } from '../cli/errors.ts';
import { addressOf } from './probe.ts';

/**
 * @param hook a program; it reads one path a line, from the address of the site on: `/ru/courses/play/`
 * @throws EnvironmentError when it cannot be started or fails
 */
export function purge(hook: string, paths: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (why: string): void =>
      reject(
        new EnvironmentError(
          `The purge hook ${hook} ${why}. The release is published; a cache may show pages of the one before until they expire. Run it again with: npm run deploy -- … --purge-hook ${hook} --purge-all`,
        ),
      );
    const child = spawn(hook, [], { stdio: ['pipe', 'inherit', 'inherit'], signal });
    child.on('error', (error) => failed(`could not be started (${error.message})`));
    child.on('close', (code, killed) =>
      code === 0 ? resolve() : failed(killed === null ? `ended with ${code}` : `was ended by ${killed}`),
    );
    // A hook that wants to read nothing is no fault.
    child.stdin.on('error', () => {});
    child.stdin.end([...new Set(paths.map((path) => `/${addressOf(path).replace('./', '')}\n`))].join(''));
  });
}
