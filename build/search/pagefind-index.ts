/**
 * Writes an index as Pagefind's program reads it (version 1.6: `pagefind_web/src/metadata.rs` and `index.rs` of its source).
 *
 * Pagefind's own indexer takes a hundred times as long and writes twice as much, since it keeps what keys do not have: the place of
 * each word in its text, words as they are spelt, the words of titles and summaries once more. It is not asked for any of it here, and
 * its program in the browser does without.
 *
 * An index consists of `pagefind.<digest>.pf_meta` (which pages there are, and which chunk has which words), of chunks
 * `index/<digest>.pf_index` (words with the pages that have them), of `filter/<digest>.pf_filter` (values with their pages), and of a
 * fragment for each page, which is what a result shows.
 */
import { mostPagesPerWord } from '../../templates/client/search/rank.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { type CborWriter, createCborWriter } from './cbor.ts';
import type { BundleFile } from './search.ts';
import type { SearchIndex } from './search-index.ts';

export interface NamedPage {
  /** Of the fragment. */
  readonly name: string;
  /** How many words it has. */
  readonly length: number;
  /** Its value of the filter. */
  readonly value: string;
}

/** Words that stand side by side in the alphabet, with the files that hold them. */
interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/**
 * About how large a chunk is before it is sent, where a third of it is left on the line. Small ones cost a question less, many of them
 * everybody who asks, for the index names all. In steps, so that a page more does not move the ends of all chunks.
 */
const bytesPerChunkOf = (pages: number): number => (pages <= 3000 ? 4_000 : 10_000);

/**
 * @param pages by their numbers
 * @param filterName of the one filter
 * @returns the files, and the name by which they are entered
 */
export function writeIndex(
  index: SearchIndex,
  pages: readonly NamedPage[],
  filterName: string,
  version: string,
): { readonly files: readonly BundleFile[]; readonly name: string } {
  const writer = createCborWriter();
  const names = createNames();
  const chunks: Chunk[] = [];
  const files: BundleFile[] = [];
  const take = (pathOf: (name: string) => string): string => {
    const bytes = signed(writer.take());
    const digest = sha256(bytes);
    const name = names(digest);
    files.push({ path: pathOf(name), digest, bytes });
    return name;
  };
  for (const words of chunksOf(index, pages)) {
    writer.array(1);
    writer.array(words.length);
    for (const [word, numbers] of words) writeWord(word, numbers, writer);
    const name = take((digest) => `index/${digest}.pf_index`);
    chunks.push({ from: words[0]?.[0] ?? '', to: words.at(-1)?.[0] ?? '', name });
  }
  writeFilter(filterName, pages, writer);
  const filter = { title: filterName, name: take((digest) => `filter/${digest}.pf_filter`) };
  writeMeta(pages, chunks, filter, version, writer);
  const name = take((digest) => `pagefind.${digest}.pf_meta`);
  return { files, name };
}

type WordEntry = readonly [word: string, numbers: Uint32Array];

/**
 * Words with the pages that the index names. Of a common word it is the shortest pages: they are the first that Pagefind would name, and
 * to weigh thousands of pages takes a phone a second.
 */
export function* wordEntries(
  { words, starts, numbers }: SearchIndex,
  pages: readonly NamedPage[],
): Generator<WordEntry> {
  const length = (page: number): number => pages[page]?.length ?? 0;
  const shortestFirst = Uint32Array.from(pages.keys()).sort((a, b) => length(a) - length(b) || a - b);
  for (const [at, word] of words.entries()) {
    const all = numbers.subarray(starts[at], starts[at + 1]);
    yield [word, all.length <= mostPagesPerWord ? all : shortestOf(all, shortestFirst)];
  }
}

/** @returns ascending */
function shortestOf(numbers: Uint32Array, shortestFirst: Uint32Array): Uint32Array {
  const isOne = new Uint8Array(shortestFirst.length);
  for (const number of numbers) isOne[number] = 1;
  const shortest = new Uint32Array(mostPagesPerWord);
  let count = 0;
  for (const number of shortestFirst) {
    if (count === mostPagesPerWord) break;
    if (isOne[number] === 1) shortest[count++] = number;
  }
  return shortest.sort();
}

/**
 * Pagefind asks for the chunk in which a beginning of words would stand, and finds words that begin so in that chunk alone: what begins
 * alike is kept together, the longer beginnings have to be the larger the chunk has become.
 */
function chunksOf(index: SearchIndex, pages: readonly NamedPage[]): WordEntry[][] {
  const bytesPerChunk = bytesPerChunkOf(pages.length);
  const chunks: WordEntry[][] = [];
  let chunk: WordEntry[] = [];
  let bytes = 0;
  for (const entry of wordEntries(index, pages)) {
    const beginning = 2 + Math.floor(bytes / bytesPerChunk);
    const before = chunk.at(-1)?.[0];
    if (
      before !== undefined &&
      bytes >= bytesPerChunk &&
      before.slice(0, beginning) !== entry[0].slice(0, beginning)
    ) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(entry);
    bytes += entry[0].length + bytesPerPosting * entry[1].length;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

const bytesPerPosting = 4;

/** Pages are numbered by their distance from the one before; each has the word at one place, which counts as running text does. */
function writeWord(word: string, pages: Uint32Array, writer: CborWriter): void {
  writer.array(2);
  writer.text(word);
  writer.array(pages.length);
  let before = 0;
  for (const page of pages) {
    writer.array(2);
    writer.number(page - before);
    writer.array(1);
    writer.number(0);
    before = page;
  }
}

/** The numbers of pages stand as they are. */
function writeFilter(filterName: string, pages: readonly NamedPage[], writer: CborWriter): void {
  const byValue = Map.groupBy(pages.keys(), (number) => pages[number]?.value ?? '');
  writer.array(2);
  writer.text(filterName);
  writer.array(byValue.size);
  for (const [value, numbers] of byValue) {
    writer.array(2);
    writer.text(value);
    writer.array(numbers.length);
    for (const number of numbers) writer.number(number);
  }
}

function writeMeta(
  pages: readonly NamedPage[],
  chunks: readonly Chunk[],
  filter: { readonly title: string; readonly name: string },
  version: string,
  writer: CborWriter,
): void {
  writer.array(6);
  writer.text(version);
  writer.array(pages.length);
  for (const { name, length } of pages) {
    writer.array(3);
    writer.text(name);
    writer.number(roundedLength(length));
    writer.text(''); // of no group of fragments
  }
  writer.array(chunks.length);
  for (const { from, to, name } of chunks) {
    writer.array(3);
    for (const text of [from, to, name]) writer.text(text);
  }
  writer.array(1);
  writer.array(2);
  for (const text of [filter.title, filter.name]) writer.text(text);
  writer.array(0); // orders
  writer.array(0); // fields of results
}

/** A long text is less about a word than a short one. Exact lengths would be noise on the line. */
const roundedLength = (words: number): number => 2 ** Math.round(Math.log2(Math.max(1, words)));

/** Tells Pagefind that what follows is not compressed. */
const signature = Buffer.from('pagefind_dcd');

export const signed = (bytes: Uint8Array): Uint8Array => Buffer.concat([signature, bytes]);

/** Names files by the digest of their content, as briefly as keeps them apart. */
export function createNames(): (digest: Sha256) => string {
  const known = new Set<string>();
  return (digest) => {
    let length = 6;
    while (known.has(digest.slice(0, length))) length++;
    const name = digest.slice(0, length);
    known.add(name);
    return name;
  };
}
