import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { hasCode } from '../cli/errors.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';

/** Of what was staged for these countries, the files that are not published with the same bytes, sorted. */
export async function changedFiles(
  out: string,
  staged: string,
  countries: readonly CountryCode[],
): Promise<readonly OutputPath[]> {
  const changed: OutputPath[] = [];
  for (const country of countries)
    for (const file of await filesBelow(path.join(staged, country))) {
      const [before, after] = await Promise.all([
        readIfThere(path.join(out, country, file)),
        readFile(path.join(staged, country, file)),
      ]);
      if (before === undefined || !before.equals(after)) changed.push(toOutputPath(`${country}/${file}`));
    }
  return changed.toSorted();
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

const readIfThere = (file: string): Promise<Buffer | undefined> =>
  readFile(file).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    throw error;
  });
