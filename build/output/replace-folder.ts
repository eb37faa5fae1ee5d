import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isThere, moverOf, remove } from './move.ts';

/**
 * Puts a folder with these files in the place of another, which is there until the new one is whole.
 *
 * @param files by their names below the folder, with forward slashes
 * @throws the error of the file system
 */
export async function replaceFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const [fresh, old] = [`${folder}.new~`, `${folder}.old~`];
  await Promise.all([remove(fresh), remove(old)]);
  for (const [name, bytes] of files) {
    const file = path.join(fresh, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const { move } = moverOf();
  if (await isThere(folder)) await move(folder, old);
  await move(fresh, folder);
  await remove(old);
}
