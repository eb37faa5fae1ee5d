/** What is known of published sites, in the cache: what their pages were made from, and apart from it how their files lay. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { SiteFiles, SiteFrame, SiteState } from './site-state.ts';

const frameFile = (cacheFolder: string, country: CountryCode): string =>
  path.join(cacheFolder, `site-${country}`);
const textsFile = (cacheFolder: string, country: CountryCode): string =>
  path.join(cacheFolder, `texts-${country}`);
const filesFile = (cacheFolder: string, country: string): string =>
  path.join(cacheFolder, `files-${country}`);

/** @param key digest of the program and of the options that all pages depend on */
export function readSiteState(cacheFolder: string, country: CountryCode, key: string): SiteState | undefined {
  const frame = readSiteFrame(cacheFolder, country, key);
  const texts = frame && readJson<SiteState['texts']>(textsFile(cacheFolder, country), key);
  return texts && { ...frame, texts };
}

export const readSiteFrame = (
  cacheFolder: string,
  country: CountryCode,
  key: string,
): SiteFrame | undefined => readJson<SiteFrame>(frameFile(cacheFolder, country), key);

/** @param texts nothing, where they are as they were */
export function writeSite(
  cacheFolder: string,
  country: CountryCode,
  key: string,
  { languages, outside, heavy }: SiteFrame,
  files: SiteFiles,
  texts?: SiteState['texts'],
): void {
  // The frame, whose digests say that the pages are up to date, comes after what the pages were made from.
  if (texts !== undefined) writeCached(textsFile(cacheFolder, country), key, JSON.stringify(texts));
  writeCached(frameFile(cacheFolder, country), key, JSON.stringify({ languages, outside, heavy }));
  writeCached(filesFile(cacheFolder, country), key, JSON.stringify(files));
}

export const readSiteFiles = (
  cacheFolder: string,
  country: CountryCode,
  key: string,
): SiteFiles | undefined => readJson<SiteFiles>(filesFile(cacheFolder, country), key);

/** How much there is to read of them. */
export const bytesOfSiteFiles = (cacheFolder: string): number =>
  countriesIn(cacheFolder).reduce((sum, country) => sum + statSync(filesFile(cacheFolder, country)).size, 0);

/** Those of whose sites something is known. */
export const countriesIn = (cacheFolder: string): CountryCode[] =>
  readdirSync(cacheFolder).flatMap((name) => {
    const country = /^files-([a-z]{2})$/.exec(name)?.[1];
    return country === undefined ? [] : [country as CountryCode];
  });

export function readJson<T>(file: string, key: string): T | undefined {
  const content = readCached(file, key);
  return content && (JSON.parse(content.toString('utf8')) as T);
}
