import { expect, test } from 'vitest';
import { pagesByWord } from '../../build/search/pagefind-index.ts';
import { mostPagesPerWord } from '../../templates/client/search/rank.ts';

const page = (number: number, words: readonly string[]) => ({ name: `p${number}`, words, value: '' });

test('a word names every page that has it', () => {
  const numbers = pagesByWord([page(0, ['play', 'sand']), page(1, ['sand']), page(2, ['play'])]);
  expect([...numbers]).toEqual([
    ['play', [0, 2]],
    ['sand', [0, 1]],
  ]);
});

test('a word that nearly all pages have names the shortest of them, in their order', () => {
  const long = page(0, ['child', 'at', 'play', 'in', 'sand']);
  const others = Array.from({ length: mostPagesPerWord + 1 }, (_, at) => page(at + 1, ['child', `w${at}`]));
  const known = pagesByWord([long, ...others]).get('child');
  expect(known).toHaveLength(mostPagesPerWord);
  expect(known).toEqual(others.slice(0, mostPagesPerWord).map((_, at) => at + 1));
  expect(pagesByWord([long, ...others]).get('play')).toEqual([0]);
});
