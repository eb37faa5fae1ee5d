/**
 * Search bundles that Pagefind's program in the browser reads, one per site and language.
 *
 * In: records. Out: the files of a bundle. They are stored without Pagefind's own gzip (its client takes both), so that a server
 * can send them with brotli and a mirror can fetch the difference between two releases.
 */
import { lettersOf } from '../../templates/client/search/filter.ts';
import { facetsOfLesson, type SearchRecord } from '../model/search-record.ts';
import { entryFile, languageOfKeys, type PagefindClient } from './pagefind-client.ts';
import { createNames, pagesByWord, signed, writeIndex } from './pagefind-index.ts';

export interface BundleFile {
  /** Relative to the folder of the bundle. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Indexes records of one language by their keys.
 *
 * @param client the program that reads them
 */
export function buildSearchBundle(
  records: readonly SearchRecord[],
  client: PagefindClient,
): readonly BundleFile[] {
  const names = createNames();
  const sorted = records.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  const facetsOf = facetsIn(sorted);
  const facets = [...new Set(sorted.flatMap(facetsOf))].toSorted();
  const pages = sorted.map((record) => {
    const bytes = signed(Buffer.from(JSON.stringify(fragmentOf(record))));
    const words = record.content.match(/\S+/g) ?? [];
    return { name: names(bytes), bytes, words, value: lettersOf(facetsOf(record), facets) };
  });
  const numbers = pagesByWord(pages);
  const index = writeIndex(pages, numbers, facets.join(' '), String(client.entry.version));
  const languages = { [languageOfKeys]: { hash: index.name, wasm: null, page_count: pages.length } };
  return [
    ...client.files,
    { path: entryFile, bytes: Buffer.from(JSON.stringify({ ...client.entry, languages })) },
    ...index.files,
    ...pages.map(({ name, bytes }) => ({ path: `fragment/${name}.pf_fragment`, bytes })),
    ...vocabularyFiles([...numbers.keys()]),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a lesson answers to stands in the record of its course, so that an edit of the course touches one record. */
function facetsIn(records: readonly SearchRecord[]): (record: SearchRecord) => readonly string[] {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  return ({ url, facets }) => {
    const course = byUrl.get(url.replace(/[^/]+\/$/, ''));
    return course === undefined ? facets : facetsOfLesson(course.facets);
  };
}

/** What Pagefind hands over of a result. A text of nothing but keys makes no excerpt. */
const fragmentOf = ({ url, title, summary, otherSummaries }: SearchRecord): object => ({
  url,
  content: '',
  word_count: 0,
  filters: {},
  meta: { title, summary, ...namedSummaries(otherSummaries) },
  anchors: [],
});

/** `summary-sr-Latn` */
const namedSummaries = (summaries: SearchRecord['otherSummaries'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(summaries).map(([tag, text]) => [`summary-${tag}`, text]));

/**
 * All keys by their first letter, for the client (`vocabulary.client.ts`). Each letter has a file, or a browser would write into its
 * console that there is none.
 */
function vocabularyFiles(keys: readonly string[]): BundleFile[] {
  const byLetter = Map.groupBy(keys.toSorted(), (key) => key.charAt(0));
  return [...lettersOfKeys].map((letter) => ({
    path: `words-${letter}.json`,
    bytes: Buffer.from(JSON.stringify(byLetter.get(letter) ?? [])),
  }));
}

const lettersOfKeys = '0123456789abcdefghijklmnopqrstuvwxyz';
