import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { moverOf } from './move.ts';

/**
 * Puts other bytes into a file, wholly or not at all.
 *
 * @param known what the file held when it was read
 * @returns false, and leaves the file as it is, when somebody has changed it since
 */
export async function replaceFile(
  file: string,
  known: Uint8Array,
  fresh: Uint8Array | string,
): Promise<boolean> {
  // A name that neither a build nor a watch looks at.
  const beside = `${file}.new~`;
  try {
    await writeFile(beside, fresh, { mode: (await stat(file)).mode });
    if (!(await readFile(file)).equals(known)) return false;
    await moverOf().move(beside, file);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}
