import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchRecord } from '../../build/model/search-record.ts';
import { wordEntries } from '../../build/search/pagefind-index.ts';
import { emptyIndex, type SearchIndex, updateIndex } from '../../build/search/search-index.ts';
import type { Locale } from '../../schemas/brands.ts';
import { mostPagesPerWord } from '../../templates/client/search/rank.ts';

const record = (url: string, ...words: readonly string[]): SearchRecord => ({
  locale: 'en' as Locale,
  url,
  title: `About ${url}`,
  summary: '',
  content: words.join(' '),
  facets: ['kind:material'],
});

const indexOf = (records: readonly SearchRecord[]): SearchIndex =>
  updateIndex(emptyIndex, new Set(), records);

/** What the index names, by addresses. */
function named(index: SearchIndex): Record<string, readonly (string | undefined)[]> {
  const pages = index.pages.map(({ length }) => ({ name: '', length, value: '' }));
  return Object.fromEntries(
    [...wordEntries(index, pages)].map(([word, numbers]) => [
      word,
      [...numbers].map((number) => index.pages[number]?.url),
    ]),
  );
}

test('a word names every page that has it, in the order of their addresses', () => {
  const index = indexOf([record('c/', 'play'), record('a/', 'sand', 'play'), record('b/', 'sand')]);
  expect(named(index)).toEqual({ play: ['a/', 'c/'], sand: ['a/', 'b/'] });
  expect(index.words).toEqual(['play', 'sand']);
});

test('a word that nearly all pages have names the shortest of them, in their order', () => {
  const url = (at: number): string => `${at}/`.padStart(6, '0');
  const long = record(url(0), 'child', 'at', 'play', 'in', 'sand');
  const others = Array.from({ length: mostPagesPerWord + 1 }, (_, at) =>
    record(url(at + 1), 'child', `w${at}`),
  );
  const { child, play } = named(indexOf([long, ...others]));
  expect(child).toEqual(others.slice(0, mostPagesPerWord).map((other) => other.url));
  expect(play).toEqual([long.url]);
});

const changes = fc.array(
  fc.record({
    gone: fc.array(fc.nat(9), { maxLength: 2 }),
    made: fc.uniqueArray(fc.record({ at: fc.nat(9), words: fc.uniqueArray(fc.nat(12), { maxLength: 6 }) }), {
      selector: ({ at }) => at,
      maxLength: 4,
    }),
  }),
  { minLength: 2, maxLength: 8 },
);

test('changed piece by piece, an index is as one that is made anew', () => {
  fc.assert(
    fc.property(changes, (rounds) => {
      let index = emptyIndex;
      let records = new Map<string, SearchRecord>();
      for (const { gone, made } of rounds) {
        const fresh = new Map(
          made.map(({ at, words }) => [`p${at}/`, record(`p${at}/`, ...words.map((word) => `w${word}`))]),
        );
        const left = [...records].filter(([url]) => !gone.includes(Number(url.slice(1, -1))));
        records = new Map([...left, ...fresh]);
        const staying = new Set(left.map(([url]) => url).filter((url) => !fresh.has(url)));
        index = updateIndex(index, staying, [...fresh.values()]);
        expect(index).toEqual(indexOf([...records.values()]));
      }
    }),
  );
});
