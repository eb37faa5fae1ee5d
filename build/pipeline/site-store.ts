/**
 * What is known of published sites, in the cache: what their pages were made from, and apart from it how their files lay. Of a site with
 * thousands of files an edit changes a few, which are kept beside the long list.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { digestOfCached, readCached, removeCached, writeCached } from '../cache/cached-file.ts';
import type { OutputPath } from '../model/paths.ts';
import type { FileChanges, FileState, SiteFiles, SiteFrame, SiteState } from './site-state.ts';

const frameFile = (cacheFolder: string, country: CountryCode): string =>
  path.join(cacheFolder, `site-${country}`);
const textsFile = (cacheFolder: string, country: CountryCode): string =>
  path.join(cacheFolder, `texts-${country}`);
const filesFile = (cacheFolder: string, country: string): string =>
  path.join(cacheFolder, `files-${country}`);
const changesFile = (cacheFolder: string, country: string): string =>
  path.join(cacheFolder, `files-${country}-changes`);

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

export function writeSite(
  cacheFolder: string,
  country: CountryCode,
  key: string,
  { texts, ...frame }: SiteState,
  files: SiteFiles,
): void {
  // The frame, whose digests say that the pages are up to date, comes after what the pages were made from.
  writeCached(textsFile(cacheFolder, country), key, JSON.stringify(texts));
  writeFrame(cacheFolder, country, key, frame);
  writeSiteFiles(cacheFolder, country, key, files);
}

/** After an update that left as it was what the pages of texts were made from. */
export function writeSiteChanges(
  cacheFolder: string,
  country: CountryCode,
  key: string,
  frame: SiteFrame,
  changes: FileChanges,
): void {
  writeFrame(cacheFolder, country, key, frame);
  const changesKey = changesKeyOf(cacheFolder, country, key);
  const since = { ...readJson<FileChanges>(changesFile(cacheFolder, country), changesKey), ...changes };
  if (Object.keys(since).length < mostChanges)
    writeCached(changesFile(cacheFolder, country), changesKey, JSON.stringify(since));
  else
    writeSiteFiles(
      cacheFolder,
      country,
      key,
      withChanges(readSiteFiles(cacheFolder, country, key) ?? {}, changes),
    );
}

/** More are read and written no sooner than the list of a site. */
const mostChanges = 1000;

const writeFrame = (
  cacheFolder: string,
  country: CountryCode,
  key: string,
  { languages, outside, heavy }: SiteFrame,
): void => writeCached(frameFile(cacheFolder, country), key, JSON.stringify({ languages, outside, heavy }));

function writeSiteFiles(cacheFolder: string, country: CountryCode, key: string, files: SiteFiles): void {
  removeCached(changesFile(cacheFolder, country));
  writeCached(filesFile(cacheFolder, country), key, JSON.stringify(files));
}

export function readSiteFiles(cacheFolder: string, country: CountryCode, key: string): SiteFiles | undefined {
  const files = readJson<SiteFiles>(filesFile(cacheFolder, country), key);
  const changesKey = changesKeyOf(cacheFolder, country, key);
  const changes = files && readJson<FileChanges>(changesFile(cacheFolder, country), changesKey);
  return files === undefined || changes === undefined ? files : withChanges(files, changes);
}

/** Changes belong to the one list since which they happened. */
const changesKeyOf = (cacheFolder: string, country: CountryCode, key: string): string =>
  `${key}-${digestOfCached(filesFile(cacheFolder, country))}`;

function withChanges(files: SiteFiles, changes: FileChanges): SiteFiles {
  const now: Record<OutputPath, FileState> = { ...files };
  for (const [file, state] of Object.entries(changes) as [OutputPath, FileState | null][])
    if (state === null) delete now[file];
    else now[file] = state;
  return now;
}

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
