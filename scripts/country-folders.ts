import { stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../build/cli/errors.ts';
import type { CountryFolders } from '../build/model/content-folders.ts';
import { folderRelation } from '../build/output/folder-relation.ts';
import { type CountryCode, isCountryCode } from '../schemas/brands.ts';
import { displayFolder } from './content-folder.ts';

/** For `parseArgs`. */
export const countryDirOption = {
  'country-dir': { type: 'string', multiple: true, default: [] as string[] },
} as const;

export interface CountryDirOptions {
  /** Whether the command can make the first file of a country. */
  readonly mayBeEmpty?: boolean;
}

/**
 * The folders of countries whose part lies elsewhere.
 *
 * @param given `<code>=<folder>` each
 * @throws UsageError when one does not say what it should, is none of a country, or is mixed up with the content folder
 */
export async function openCountryFolders(
  given: readonly string[],
  contentFolder: string,
  { mayBeEmpty = false }: CountryDirOptions = {},
): Promise<CountryFolders> {
  const folders = new Map<CountryCode, string>();
  for (const text of given) {
    const [, code = '', folder = ''] = /^([^=]*)=(.+)$/.exec(text) ?? [];
    if (!isCountryCode(code))
      throw new UsageError(
        `--country-dir: "${text}" does not name a country and its folder, such as kg=../kg-content`,
      );
    if (folders.has(code)) throw new UsageError(`--country-dir: there are two folders for ${code}`);
    await checkFolder(code, folder, contentFolder, mayBeEmpty);
    folders.set(code, displayFolder(folder) || '.');
  }
  return folders;
}

async function checkFolder(
  code: CountryCode,
  folder: string,
  contentFolder: string,
  mayBeEmpty: boolean,
): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(`--country-dir: there is no folder "${folder}"`);
  const relation = await folderRelation(folder, contentFolder);
  if (relation !== undefined)
    throw new UsageError(
      `--country-dir: "${folder}" ${relation} the content folder "${contentFolder}". What lies in countries/${code}/ is found there anyway.`,
    );
  const settings = await stat(path.join(folder, 'country.yml')).catch(() => undefined);
  if (settings === undefined && !mayBeEmpty)
    throw new UsageError(
      `--country-dir: there is no country.yml in "${folder}". The folder holds what would lie in ${contentFolder}/countries/${code}/.`,
    );
}
