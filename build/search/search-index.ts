/**
 * Which page has which words: what a bundle is written from. It is kept from build to build, so that an edit changes it and need not
 * take apart what all other pages say.
 */
import type { SearchRecord } from '../model/search-record.ts';

export interface SearchIndex {
  /** Sorted by address, by which they are numbered. */
  readonly pages: readonly IndexedPage[];
  /** Every word that some page has, sorted. */
  readonly words: readonly string[];
  /** Where the pages of each word begin among `numbers`, and the end of them all. */
  readonly starts: Uint32Array;
  /** Word after word, the pages that have it, ascending. */
  readonly numbers: Uint32Array;
}

export interface IndexedPage {
  /** Relative to the root of the language. */
  readonly url: string;
  /** What a result shows, as JSON. */
  readonly fragment: string;
  /** How many words it has. */
  readonly length: number;
  readonly facets: readonly string[];
}

export const emptyIndex: SearchIndex = {
  pages: [],
  words: [],
  starts: new Uint32Array(1),
  numbers: new Uint32Array(),
};

/**
 * Returns the index of pages that stay as they are and of those that are new or have changed: the same as if all were new.
 *
 * @param staying addresses of pages of `before`
 */
export function updateIndex(
  before: SearchIndex,
  staying: ReadonlySet<string>,
  records: readonly SearchRecord[],
): SearchIndex {
  const fresh = records.map((record) => ({ page: pageOf(record), words: wordsOf(record) }));
  const stayed = before.pages.filter(({ url }) => staying.has(url));
  const pages = [...stayed, ...fresh.map(({ page }) => page)].toSorted((a, b) => (a.url < b.url ? -1 : 1));
  const numberOf = new Map(pages.map(({ url }, number) => [url, number]));
  const renumbered = before.pages.map(({ url }) => (staying.has(url) ? numberOf.get(url) : undefined));
  const added = new Map<string, number[]>();
  for (const { page, words } of fresh.toSorted((a, b) => (a.page.url < b.page.url ? -1 : 1)))
    for (const word of words) {
      const known = added.get(word);
      const number = numberOf.get(page.url) as number;
      if (known === undefined) added.set(word, [number]);
      else known.push(number);
    }
  return { pages, ...joinWords(before, renumbered, added) };
}

type PagesByWord = Pick<SearchIndex, 'words' | 'starts' | 'numbers'>;

/**
 * @param renumbered the new number of each page; nothing of one that has gone or changed
 * @param added pages that are new, by word
 */
function joinWords(
  before: PagesByWord,
  renumbered: readonly (number | undefined)[],
  added: ReadonlyMap<string, readonly number[]>,
): PagesByWord {
  const words: string[] = [];
  const starts: number[] = [];
  const most = [...added.values()].reduce((sum, pages) => sum + pages.length, before.numbers.length);
  const numbers = new Uint32Array(most);
  let length = 0;
  const add = (word: string, old: Uint32Array, fresh: readonly number[]): void => {
    const start = length;
    let next = 0;
    for (const page of old) {
      const number = renumbered[page];
      if (number === undefined) continue;
      for (let other = fresh[next]; other !== undefined && other < number; other = fresh[next]) {
        numbers[length++] = other;
        next++;
      }
      numbers[length++] = number;
    }
    for (const other of fresh.slice(next)) numbers[length++] = other;
    if (length === start) return;
    words.push(word);
    starts.push(start);
  };
  const fresh = [...added].toSorted(([a], [b]) => (a < b ? -1 : 1));
  let next = 0;
  for (const [at, word] of before.words.entries()) {
    for (let other = fresh[next]; other !== undefined && other[0] < word; other = fresh[next]) {
      add(other[0], noPages, other[1]);
      next++;
    }
    const same = fresh[next]?.[0] === word ? fresh[next++] : undefined;
    add(word, before.numbers.subarray(before.starts[at], before.starts[at + 1]), same?.[1] ?? []);
  }
  for (const [word, pages] of fresh.slice(next)) add(word, noPages, pages);
  return { words, starts: Uint32Array.from([...starts, length]), numbers: numbers.slice(0, length) };
}

const noPages = new Uint32Array();

const wordsOf = ({ content }: SearchRecord): readonly string[] => content.match(/\S+/g) ?? [];

const pageOf = (record: SearchRecord): IndexedPage => ({
  url: record.url,
  fragment: JSON.stringify(fragmentOf(record)),
  length: wordsOf(record).length,
  facets: record.facets,
});

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
