/** What is known of published sites, in the cache: what their pages were made from, and apart from it how their files lay. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { SiteFiles, SiteState } from './site-state.ts';

const stateFile = (cacheFolder: string, country: CountryCode): string =>
  path.join(cacheFolder, `site-${country}`);
const filesFile = (cacheFolder: string, country: string): string =>
  path.join(cacheFolder, `files-${country}`);

/** @param key digest of the program and of the options that all pages depend on */
export const readSiteState = (
  cacheFolder: string,
  country: CountryCode,
  key: string,
): SiteState | undefined => readJson<SiteState>(stateFile(cacheFolder, country), key);

export function writeSite(
  cacheFolder: string,
  country: CountryCode,
  key: string,
  state: SiteState,
  files: SiteFiles,
): void {
  writeCached(stateFile(cacheFolder, country), key, JSON.stringify(state));
  writeCached(filesFile(cacheFolder, country), key, JSON.stringify(files));
}

/** The files of every site of which something is known. */
export function readSiteFiles(cacheFolder: string, key: string): ReadonlyMap<CountryCode, SiteFiles> {
  const found = new Map<CountryCode, SiteFiles>();
  for (const country of countriesIn(cacheFolder)) {
    const files = readJson<SiteFiles>(filesFile(cacheFolder, country), key);
    if (files !== undefined) found.set(country, files);
  }
  return found;
}

/** How much there is to read of them. */
export const bytesOfSiteFiles = (cacheFolder: string): number =>
  countriesIn(cacheFolder).reduce((sum, country) => sum + statSync(filesFile(cacheFolder, country)).size, 0);

const countriesIn = (cacheFolder: string): CountryCode[] =>
  readdirSync(cacheFolder).flatMap((name) => {
    const country = /^files-([a-z]{2})$/.exec(name)?.[1];
    return country === undefined ? [] : [country as CountryCode];
  });

export function readJson<T>(file: string, key: string): T | undefined {
  const content = readCached(file, key);
  return content && (JSON.parse(content.toString('utf8')) as T);
}
