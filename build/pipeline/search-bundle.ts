import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import type { BundleFile } from '../search/search.ts';
import { keptClient } from './kept-client.ts';
import {
  joinIndex,
  keepSearch,
  madeFromOf,
  readKeptSearch,
  type SearchedLanguage,
  type SearchStore,
} from './kept-search.ts';
import { writeFiles } from './write-files.ts';

export interface SearchJob {
  readonly country: CountryCode;
  readonly locale: Locale;
  /** Where the sites are staged. */
  readonly folder: string;
  /** See `searchKeyOf`. */
  readonly key: string;
  readonly language: SearchedLanguage;
  /** Records of the entries that have changed, as far as they are known. */
  readonly made: readonly SearchRecord[];
  /** The key of the published bundle, when all of its files are as they were left. */
  readonly publishedKey: string | undefined;
}

export interface StagedBundle {
  /** All files of the bundle. */
  readonly files: readonly OutputPath[];
  /** Those that are not published as they are. */
  readonly staged: readonly OutputPath[];
}

/**
 * Stages what has changed of the search bundle of one language of a site.
 *
 * @param recordsOf asked for all records of the language when the kept ones do not do
 */
export async function writeSearch(
  job: SearchJob,
  store: SearchStore,
  recordsOf: (job: SearchJob) => readonly SearchRecord[],
): Promise<StagedBundle> {
  const { country, locale, folder, key, language, made } = job;
  const kept = readKeptSearch(store, country, locale);
  const index = joinIndex(language, made, kept) ?? joinIndex(language, recordsOf(job), undefined);
  if (index === undefined) throw new TypeError(`${country} has entries without a record in ${locale}`);
  const { buildSearchBundle } = await import('../search/search.ts');
  const files = buildSearchBundle(index, await keptClient(store));
  const digests = new Map(files.map((file) => [file.path, file.digest]));
  const madeFrom = madeFromOf(language);
  keepSearch(store, country, locale, { key, language: language.key, madeFrom, index, files: digests });
  const published = kept?.key === job.publishedKey ? kept?.files : undefined;
  const outputOf = (file: BundleFile): OutputPath =>
    toOutputPath(`${country}/${locale.toLowerCase()}/pagefind/${file.path}`);
  const staged = files.filter((file) => published?.get(file.path) !== file.digest);
  const stagedFiles = staged.map((file) => ({ output: outputOf(file), bytes: file.bytes }));
  writeFiles(folder, stagedFiles);
  return { files: files.map(outputOf), staged: stagedFiles.map(({ output }) => output) };
}
