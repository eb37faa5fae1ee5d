import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { namesIn } from '../output/names-in.ts';

/** Returns the files of some folders, not of those below them, by their paths: `metadata/1.root.json`. */
export async function readFilesOf(
  folder: string,
  below: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of below)
    for (const file of await namesIn(path.join(folder, name)))
      if (file.endsWith('.json')) files.set(`${name}/${file}`, await readFile(path.join(folder, name, file)));
  return files;
}
