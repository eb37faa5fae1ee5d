import { readFile } from 'node:fs/promises';
import { EnvironmentError, explainSystemError } from '../../../cli/errors.ts';
import type { Upload } from '../target.ts';

/** @throws EnvironmentError when the file cannot be read, or is not as long as it was when the release was made */
export async function readSource({ source, bytes }: Upload): Promise<Buffer> {
  const content = await readFile(source).catch((error: unknown) => {
    throw new EnvironmentError(explainSystemError(error) ?? `${source}: it cannot be read.`);
  });
  checkLength(source, content.length, bytes);
  return content;
}

/** @throws EnvironmentError when they differ */
export function checkLength(source: string, actualBytes: number, bytes: number): void {
  if (actualBytes !== bytes)
    throw new EnvironmentError(
      `${source}: it has ${actualBytes} bytes in place of ${bytes}, so it was changed after the release was made. Make the release anew.`,
    );
}
