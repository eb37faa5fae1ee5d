import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../build/cli/errors.ts';
import { type CountryFolders, noCountryFolders } from '../build/model/content-folders.ts';

/** The content folder as it is shown before file names: short when it lies below the working folder. */
export function displayFolder(folder: string): string {
  const relative = path.relative('', folder);
  return relative.startsWith('..') ? folder : relative;
}

/**
 * The countries of a content folder.
 *
 * @throws UsageError when one is wanted that does not exist there
 */
export async function contentCountries(
  folder: string,
  wanted: readonly string[] = [],
  countryFolders: CountryFolders = noCountryFolders,
): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, 'countries'), { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const known = [...new Set([...below, ...countryFolders.keys()])].toSorted();
  const unknown = wanted.find((code) => !known.includes(code));
  if (unknown !== undefined)
    throw new UsageError(
      `there is no country "${unknown}" in ${folder}/countries/; the countries are: ${known.join(', ')}`,
    );
  return known;
}

/** @throws UsageError when there is no such folder */
export async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(`--content: there is no folder "${folder}"`);
}
