/**
 * Search bundles that Pagefind's program in the browser reads, one per site and language.
 *
 * In: an index of records. Out: the files of a bundle. They are stored without Pagefind's own gzip (its client takes both), so that a
 * server can send them with brotli and a mirror can fetch the difference between two releases.
 */
import { lettersOf } from '../../templates/client/search/filter.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { facetsOfLesson } from '../model/search-record.ts';
import { entryFile, languageOfKeys, type PagefindClient } from './pagefind-client.ts';
import { createNames, signed, writeIndex } from './pagefind-index.ts';
import type { IndexedPage, SearchIndex } from './search-index.ts';

export interface BundleFile {
  /** Relative to the folder of the bundle. */
  readonly path: string;
  readonly digest: Sha256;
  readonly bytes: Uint8Array;
}

/**
 * Writes the index of one language.
 *
 * @param client the program that reads it
 */
export function buildSearchBundle(index: SearchIndex, client: PagefindClient): readonly BundleFile[] {
  const names = createNames();
  const facetsOf = facetsIn(index.pages);
  const facets = [...new Set(index.pages.flatMap(facetsOf))].toSorted();
  const fragments = index.pages.map(({ fragment }) => {
    const bytes = signed(Buffer.from(fragment));
    const digest = sha256(bytes);
    return { name: names(digest), digest, bytes };
  });
  const written = writeIndex(
    index,
    index.pages.map((page, at) => ({
      name: fragments[at]?.name ?? '',
      length: page.length,
      value: lettersOf(facetsOf(page), facets),
    })),
    facets.join(' '),
    String(client.entry.version),
  );
  const languages = {
    [languageOfKeys]: { hash: written.name, wasm: null, page_count: index.pages.length },
  };
  return [
    ...client.files.map(withDigest),
    withDigest({ path: entryFile, bytes: Buffer.from(JSON.stringify({ ...client.entry, languages })) }),
    ...written.files,
    ...fragments.map(({ name, ...file }) => ({ path: `fragment/${name}.pf_fragment`, ...file })),
    ...vocabularyFiles(index.words).map(withDigest),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

type UnnamedFile = Pick<BundleFile, 'path' | 'bytes'>;

const withDigest = (file: UnnamedFile): BundleFile => ({ ...file, digest: sha256(file.bytes) });

/** What a lesson answers to stands in the record of its course, so that an edit of the course touches one record. */
function facetsIn(pages: readonly IndexedPage[]): (page: IndexedPage) => readonly string[] {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return ({ url, facets }) => {
    const course = byUrl.get(url.replace(/[^/]+\/$/, ''));
    return course === undefined ? facets : facetsOfLesson(course.facets);
  };
}

/**
 * All keys by their first letter, for the client (`vocabulary.client.ts`). Each letter has a file, or a browser would write into its
 * console that there is none.
 *
 * @param keys sorted
 */
function vocabularyFiles(keys: readonly string[]): UnnamedFile[] {
  const byLetter = Map.groupBy(keys, (key) => key.charAt(0));
  return [...lettersOfKeys].map((letter) => ({
    path: `words-${letter}.json`,
    bytes: Buffer.from(JSON.stringify(byLetter.get(letter) ?? [])),
  }));
}

const lettersOfKeys = '0123456789abcdefghijklmnopqrstuvwxyz';
