import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../cli/errors.ts';
import { sha256 } from '../model/paths.ts';
import type { Upload } from './targets/target.ts';

/**
 * Makes sure that what is about to be published is what was signed: a disk may have lost or changed an object since.
 *
 * @throws EnvironmentError for the first that is not
 */
export async function requireSources(files: readonly Upload[]): Promise<void> {
  const objects = new Set(files.map(({ source }) => source).filter(isObject));
  for (const object of objects) {
    const bytes = await readFile(object).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error;
      return undefined;
    });
    if (bytes !== undefined && sha256(bytes) === path.basename(object)) continue;
    throw new EnvironmentError(
      `${object} is ${bytes === undefined ? 'missing' : 'damaged'}. Remove it if it is there, take it once more from the built site (npm run release), and deploy again.`,
    );
  }
}

const isObject = (file: string): boolean => /^[0-9a-f]{64}$/.test(path.basename(file));
