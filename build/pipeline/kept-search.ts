/**
 * What is kept of the search of one language of a site: the index with what each page of it was made from, so that an edit makes one of
 * them anew, and the digests of the bundle, which tell which of its files an edit has changed.
 */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { Sha256 } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import type { LanguagePages } from '../pages/pages.ts';
import { emptyIndex, type SearchIndex, updateIndex } from '../search/search-index.ts';

export interface KeptSearch {
  /** See `searchKeyOf`. */
  readonly key: string;
  /** Digest of what all pages of the language have in common. */
  readonly language: string;
  /** What the record of each page was made from, by address. */
  readonly madeFrom: ReadonlyMap<string, string>;
  readonly index: SearchIndex;
  /** Digests of the files of the bundle, by path. */
  readonly files: ReadonlyMap<string, Sha256>;
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

export const madeFromOf = ({ entryKeys }: SearchedLanguage): ReadonlyMap<string, string> =>
  new Map([...entryKeys].map(([target, { shown, text }]) => [target, `${shown} ${text}`]));

/**
 * @param made records that were made for this build
 * @returns the index of those pages and the kept ones; nothing when some are missing
 */
export function joinIndex(
  language: SearchedLanguage,
  made: readonly SearchRecord[],
  kept: KeptSearch | undefined,
): SearchIndex | undefined {
  const fresh = new Map(made.map((record) => [record.url, record]));
  const before = kept?.language === language.key ? kept : undefined;
  const records: SearchRecord[] = [];
  const staying = new Set<string>();
  for (const [target, madeFrom] of madeFromOf(language)) {
    const url = target.slice(1);
    const record = fresh.get(url);
    if (record !== undefined) records.push(record);
    else if (before?.madeFrom.get(target) === madeFrom) staying.add(url);
    else return undefined;
  }
  return updateIndex(before?.index ?? emptyIndex, staying, records);
}
