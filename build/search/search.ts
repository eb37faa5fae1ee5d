/**
 * Search bundles with Pagefind, one per site and language.
 *
 * In: records. Out: the files of a bundle. They are stored without Pagefind's own gzip (its client takes both), so that a server
 * can send them with brotli and a mirror can fetch the difference between two releases.
 */
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { SearchRecord } from '../model/search-record.ts';

export interface BundleFile {
  /** Relative to the folder of the bundle. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Indexes records of one language by their keys.
 *
 * @throws Error when Pagefind refuses a record, or cannot be started on this machine
 */
export async function buildSearchBundle(records: readonly SearchRecord[]): Promise<readonly BundleFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: languageOfKeys });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    // The files depend on the order of the records. Pagefind takes them one by one, and would wait for us in between.
    await Promise.all(
      records
        .toSorted((a, b) => (a.url < b.url ? -1 : 1))
        .map(async ({ url, title, summary, otherSummaries, content }) => {
          const meta = { title, summary, ...namedSummaries(otherSummaries) };
          const record = { url, content, language: languageOfKeys, meta };
          const added = await index.addCustomRecord(record);
          if (added.errors.length > 0) throw new Error(`Pagefind refused ${url}: ${added.errors.join('; ')}`);
        }),
    );
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => isNeeded(path))
      .map(({ path, content }) => ({ path, bytes: withoutGzip(content) }))
      .concat(vocabularyFiles(records))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
  }
}

/** `summary-sr-Latn` */
const namedSummaries = (summaries: SearchRecord['otherSummaries'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(summaries).map(([tag, text]) => [`summary-${tag}`, text]));

/**
 * All keys by their first letter, for the client (`vocabulary.client.ts`). Each letter has a file, or a browser would write into its
 * console that there is none.
 */
function vocabularyFiles(records: readonly SearchRecord[]): BundleFile[] {
  const keys = new Set(records.flatMap(({ content }) => content.split(' ')));
  keys.delete('');
  const byLetter = Map.groupBy([...keys].toSorted(), (key) => key.charAt(0));
  return [...lettersOfKeys].map((letter) => ({
    path: `words-${letter}.json`,
    bytes: Buffer.from(JSON.stringify(byLetter.get(letter) ?? [])),
  }));
}

const lettersOfKeys = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Ends Pagefind's process, without which the program would not end. */
export const closeSearch = async (): Promise<void> => void (await pagefind.close());

/** Keys are no words of any language: nothing is left for Pagefind to stem, and every language needs the same program of it. */
const languageOfKeys = 'unknown';

/** Its ready-made user interfaces are not ours. */
const isNeeded = (path: string): boolean =>
  !/pagefind-(ui|modular-ui|component-ui|highlight|worker)|playground/.test(path);

const withoutGzip = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
