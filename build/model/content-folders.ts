/**
 * Where content lies: below one folder, except for countries whose part lies elsewhere, such as the checkout of a ministry. All else
 * knows paths as if everything lay below one folder.
 */
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { type SourcePath, toSourcePath } from './paths.ts';

/** Folders that take the place of `countries/<code>/`, as their reader knows them. */
export type CountryFolders = ReadonlyMap<CountryCode, string>;

export const noCountryFolders: CountryFolders = new Map();

/** Returns where a file or folder of the content lies. */
export function locate(file: string, contentFolder: string, countryFolders: CountryFolders): string {
  const own = inOwnFolder(file, countryFolders);
  return own === undefined ? path.join(contentFolder, file) : path.join(own.folder, own.below);
}

/** Returns the path under which a reader finds a file, with forward slashes. */
export function shownPathOf(file: string, contentFolder: string, countryFolders: CountryFolders): string {
  const own = inOwnFolder(file, countryFolders) ?? { folder: contentFolder, below: file };
  return path.posix.join(own.folder.replaceAll('\\', '/'), own.below);
}

/** Returns what a file is to the content; nothing when it is no part of it, or another folder has taken its place. */
export function sourcePathOf(
  file: string,
  contentFolder: string,
  countryFolders: CountryFolders,
): SourcePath | undefined {
  for (const [code, folder] of countryFolders) {
    const below = path.relative(folder, file);
    if (isBelow(below)) return toSourcePath(path.join('countries', code, below));
  }
  const below = path.relative(contentFolder, file);
  const source = toSourcePath(below);
  return isBelow(below) && inOwnFolder(source, countryFolders) === undefined ? source : undefined;
}

const isBelow = (relative: string): boolean =>
  relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);

function inOwnFolder(
  file: string,
  countryFolders: CountryFolders,
): { readonly folder: string; readonly below: string } | undefined {
  const [top, code = '', ...rest] = file.split('/');
  const folder = top === 'countries' ? countryFolders.get(code as CountryCode) : undefined;
  return folder === undefined ? undefined : { folder, below: rest.join('/') };
}
