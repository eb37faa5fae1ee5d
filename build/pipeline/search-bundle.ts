import { isDeepStrictEqual } from 'node:util';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import type { BundleFile } from '../search/search.ts';
import { keptClient } from './kept-client.ts';
import {
  joinRecords,
  type KeptRecord,
  type KeptSearch,
  keepSearch,
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
  /** See `searchKey`. */
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
  const records = joinRecords(language, made, kept) ?? joinRecords(language, recordsOf(job), undefined);
  if (records === undefined) throw new TypeError(`${country} has entries without a record in ${locale}`);
  const files = await bundleOf(records, kept, store);
  keepSearch(store, country, locale, { key, language: language.key, records, files });
  const isPublished = kept?.key === job.publishedKey ? sameFiles(kept) : () => false;
  const outputOf = (file: BundleFile): OutputPath =>
    toOutputPath(`${country}/${locale.toLowerCase()}/pagefind/${file.path}`);
  const staged = files.filter((file) => !isPublished(file));
  const stagedFiles = staged.map((file) => ({ output: outputOf(file), bytes: file.bytes }));
  writeFiles(folder, stagedFiles);
  return { files: files.map(outputOf), staged: stagedFiles.map(({ output }) => output) };
}

/** The kept bundle when it was made from the same records. */
async function bundleOf(
  records: ReadonlyMap<string, KeptRecord>,
  kept: KeptSearch | undefined,
  store: SearchStore,
): Promise<readonly BundleFile[]> {
  const now = recordsIn(records);
  if (kept !== undefined && isDeepStrictEqual(recordsIn(kept.records), now)) return kept.files;
  const { buildSearchBundle } = await import('../search/search.ts');
  return buildSearchBundle(now, await keptClient(store));
}

const recordsIn = (records: ReadonlyMap<string, KeptRecord>): SearchRecord[] =>
  [...records.values()].map(({ record }) => record);

function sameFiles(kept: KeptSearch | undefined): (file: BundleFile) => boolean {
  const before = new Map(kept?.files.map((file) => [file.path, file.bytes]));
  return ({ path: file, bytes }) => {
    const was = before.get(file);
    return was !== undefined && Buffer.compare(was, bytes) === 0;
  };
}
