import { readdir } from 'node:fs/promises';
import { hasCode } from '../cli/errors.ts';

/**
 * Returns what a folder holds; nothing when it is not there.
 *
 * @throws the error of the file system, for what is no folder or cannot be read
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
