/**
 * What is kept of the search of one language of a site: the records with what each was made from, so that an edit makes one of
 * them anew, and the bundle, so that it tells which of its files an edit has changed.
 */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { SearchRecord } from '../model/search-record.ts';
import type { EntryKey, LanguagePages } from '../pages/pages.ts';
import type { BundleFile } from '../search/search.ts';

export interface KeptSearch {
  /** See `searchKey`. */
  readonly key: string;
  /** Digest of what all pages of the language have in common. */
  readonly language: string;
  /** By address. */
  readonly records: ReadonlyMap<string, KeptRecord>;
  readonly files: readonly BundleFile[];
}

export interface KeptRecord {
  readonly madeFrom: string;
  readonly record: SearchRecord;
}

/** A language as it is handed from process to process. */
export type SearchedLanguage = Pick<LanguagePages, 'key' | 'entryKeys'>;

export interface SearchStore {
  readonly cacheFolder: string;
  /** Digest of the program. */
  readonly program: string;
}

export function readKeptSearch(
  store: SearchStore,
  country: CountryCode,
  locale: Locale,
): KeptSearch | undefined {
  const content = readCached(fileOf(store, country, locale), store.program);
  return content && (deserialize(content) as KeptSearch);
}

export const keepSearch = (
  store: SearchStore,
  country: CountryCode,
  locale: Locale,
  kept: KeptSearch,
): void => writeCached(fileOf(store, country, locale), store.program, serialize(kept));

const fileOf = ({ cacheFolder }: SearchStore, country: CountryCode, locale: Locale): string =>
  path.join(cacheFolder, 'search', `${country}-${locale}`);

/**
 * @param made records that were made for this build
 * @returns those and the kept ones; nothing when some are missing
 */
export function joinRecords(
  { key, entryKeys }: SearchedLanguage,
  made: readonly SearchRecord[],
  kept: KeptSearch | undefined,
): ReadonlyMap<string, KeptRecord> | undefined {
  const fresh = new Map(made.map((record) => [`/${record.url}`, record]));
  const records = new Map<string, KeptRecord>();
  for (const [target, entryKey] of entryKeys) {
    const madeFrom = madeFromOf(entryKey);
    const record = fresh.get(target);
    const before = kept?.language === key ? kept.records.get(target) : undefined;
    if (record !== undefined) records.set(target, { madeFrom, record });
    else if (before?.madeFrom === madeFrom) records.set(target, before);
    else return undefined;
  }
  return records;
}

const madeFromOf = ({ shown, text }: EntryKey): string => `${shown} ${text}`;
