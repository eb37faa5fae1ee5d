import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import { type OutputPath, sha256, toOutputPath } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import type { BundleFile } from '../search/search.ts';
import type { PlannedEdition } from './plan-editions.ts';

export interface SearchJob {
  readonly country: CountryCode;
  readonly locale: Locale;
  /** Where the sites are staged. */
  readonly folder: string;
}

/** Stages the search bundle of one language of a site. */
export async function writeSearch(
  editions: readonly PlannedEdition[],
  { country, locale, folder }: SearchJob,
  cacheFolder: string,
  program: string,
): Promise<readonly OutputPath[]> {
  const language = editions
    .find(({ edition }) => edition.country.code === country)
    ?.languages.find((candidate) => candidate.locale === locale);
  if (language === undefined) throw new TypeError(`${country} has no language ${locale}`);
  const kept = path.join(cacheFolder, 'search', `${country}-${locale}`);
  const files = await searchBundle(language.records(), locale, kept, program);
  const outputs: OutputPath[] = [];
  for (const { path: file, bytes } of files) {
    const output = toOutputPath(`${country}/${locale.toLowerCase()}/pagefind/${file}`);
    const target = path.join(folder, output);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
    outputs.push(output);
  }
  return outputs;
}

/** The bundle of these records, from the cache where the last one of this language was made from the same. */
async function searchBundle(
  records: readonly SearchRecord[],
  locale: Locale,
  kept: string,
  program: string,
): Promise<readonly BundleFile[]> {
  const key = sha256(`${program} ${JSON.stringify(records)}`);
  const found = readCached(kept, key);
  if (found !== undefined) return deserialize(found) as readonly BundleFile[];
  const { buildSearchBundle } = await import('../search/search.ts');
  const bundle = await buildSearchBundle(records, locale);
  writeCached(kept, key, serialize(bundle));
  return bundle;
}
