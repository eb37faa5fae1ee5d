/**
 * Search bundles with Pagefind, one per site and language.
 *
 * In: records. Out: the files of a bundle. They are stored without Pagefind's own gzip (its client takes both), so that a server
 * can send them with brotli and a mirror can fetch the difference between two releases.
 */
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Locale } from '../../schemas/brands.ts';
import type { SearchRecord } from '../model/search-record.ts';

export interface BundleFile {
  /** Relative to the folder of the bundle. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Indexes records of one language.
 *
 * @throws Error when Pagefind refuses a record, or cannot be started on this machine
 */
export async function buildSearchBundle(
  records: readonly SearchRecord[],
  locale: Locale,
): Promise<readonly BundleFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: languageOf(locale) });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    // The files depend on the order of the records. Pagefind takes them one by one, and would wait for us in between.
    await Promise.all(
      records
        .toSorted((a, b) => (a.url < b.url ? -1 : 1))
        .map(async ({ url, title, summary, content }) => {
          const record = { url, content, language: languageOf(locale), meta: { title, summary } };
          const added = await index.addCustomRecord(record);
          if (added.errors.length > 0) throw new Error(`Pagefind refused ${url}: ${added.errors.join('; ')}`);
        }),
    );
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => isNeeded(path))
      .map(({ path, content }) => ({ path, bytes: withoutGzip(content) }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
  }
}

/** Ends Pagefind's process, without which the program would not end. */
export const closeSearch = async (): Promise<void> => void (await pagefind.close());

/** Pagefind knows languages by their ISO 639-1 code; Montenegrin is written like Serbian. */
const languageOf = (locale: Locale): string => {
  const [language = ''] = locale.split('-');
  return language === 'cnr' ? 'sr' : language;
};

/** Its ready-made user interfaces are not ours. */
const isNeeded = (path: string): boolean =>
  !/pagefind-(ui|modular-ui|component-ui|highlight)|playground/.test(path);

const withoutGzip = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
