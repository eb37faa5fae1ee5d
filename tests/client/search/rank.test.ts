/**
 * What is found, and in which order; what is like a word and what is not.
 */
import { describe, expect, test } from 'vitest';
import { createKeys, keysIn } from '../../../templates/client/search/keys.ts';
import { isNear } from '../../../templates/client/search/near.ts';
import {
  fitOf,
  joinHits,
  keyTitles,
  leastBeginning,
  rankTitles,
} from '../../../templates/client/search/rank.ts';

const keys = createKeys({ letters: {}, endings: ['s'], mostEndings: 1 });

/** The titles that are found, the best first. */
function find(question: string, titles: readonly string[]): string[] {
  const keyed = keyTitles(
    titles.map((title) => [title, title, '', '']),
    keys,
  );
  return rankTitles(keysIn(question, keys), keyed, titles.length).map(({ path }) => path);
}

describe('titles', () => {
  const titles = [
    'Play with water and sand',
    'Play',
    'Why children play',
    'Sand',
    'Treasure bag',
    'Observing',
  ];

  test('the one that was asked for and nothing else comes first, then the shorter ones', () => {
    expect(find('play', titles)).toEqual(['Play', 'Why children play', 'Play with water and sand']);
  });

  test('an exact word that was not chosen does not hide what is like it and was', () => {
    const keyed = keyTitles(
      [
        ['gardens', 'Gardens', '', 'a'],
        ['garten', 'Garten', '', 'b'],
      ],
      keys,
    );
    const found = rankTitles(keysIn('garden', keys), keyed, 2, ({ entry }) => entry[3] === 'b');
    expect(found.map(({ path }) => path)).toEqual(['garten']);
    expect(rankTitles(keysIn('garden', keys), keyed, 2).map(({ path }) => path)).toEqual(['gardens']);
  });

  test('a rarer word counts more', () => {
    expect(find('play zebra', ['Play today', 'Play inside', 'Play outside', 'Zebra today'])[0]).toBe(
      'Zebra today',
    );
  });

  test('more words of the question count more', () => {
    expect(find('play sand', titles)[0]).toBe('Play with water and sand');
  });

  test('a word that is being typed is found by its beginning', () => {
    expect(find('tre', titles)).toEqual(['Treasure bag']);
  });

  test.each(['traesure', 'treasur', 'treassure', 'treazure'])('the slip "%s" is mended', (question) => {
    expect(find(question, titles)).toEqual(['Treasure bag']);
  });

  test('where the word itself is found, what is only like it is not meant', () => {
    expect(find('paint', ['Painting', 'Point', 'Paint'])).toEqual(['Paint', 'Painting']);
    expect(find('paint', ['Point', 'Pencil'])).toEqual(['Point']);
  });

  test.each(['xylophonequark', '', '🙂', 'z'])('"%s" finds nothing', (question) => {
    expect(find(question, titles)).toEqual([]);
  });

  test('of equals, the order is that of their addresses, whatever order they come in', () => {
    expect(find('play', ['b play', 'a play', 'c play'])).toEqual(['a play', 'b play', 'c play']);
    expect(find('play', ['c play', 'b play', 'a play'])).toEqual(['a play', 'b play', 'c play']);
  });
});

describe('how well a word fits', () => {
  test('itself best, then a longer one, one of the same beginning, one that is like it, another not at all', () => {
    const fits = ['garden', 'gardener', 'gardhouse', 'gorden', 'winter'].map((found) =>
      fitOf('garden', found),
    );
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    expect(new Set(fits).size).toBe(fits.length);
    expect(fits.at(-1)).toBe(0);
  });

  test('one letter is the beginning of too much', () => {
    expect(fitOf('g', 'garden')).toBe(0);
    expect(fitOf('ga', 'garden')).toBeGreaterThan(0);
  });

  test.each([
    ['gardenia', 'garden', true],
    ['gardenia', 'gardwxyz', false],
    ['play', 'plants', false],
    ['plants', 'play', false],
    ['abcdefghij', 'abcdefxyzzy', true],
    ['abcdefghij', 'abcdexyzzyx', false],
  ])('of "%s", enough is left to find "%s": %s', (asked, found, isEnough) => {
    expect(fitOf(asked, found) > 0).toBe(isEnough);
  });

  test('never less than a half of a word is left, and never less than four letters', () => {
    for (let length = 1; length <= 40; length++) {
      const least = leastBeginning('a'.repeat(length));
      expect(least).toBeGreaterThanOrEqual(Math.max(4, length / 2));
      if (length > 4) expect(least).toBeLessThan(length);
    }
  });
});

describe('titles and texts together', () => {
  const hit = (path: string, score: number) => ({ path, score });

  test('a title with the word inside too comes before a title, and a title before a text', () => {
    const hits = joinHits([hit('title', 2), hit('both', 2)], [hit('text', 2), hit('both', 2)], 2);
    expect(hits.map(({ path }) => path)).toEqual(['both', 'title', 'text']);
  });

  test('beside the best, what has a fifth of its worth is an answer, what has less is none', () => {
    const paths = joinHits([hit('best', 10), hit('fifth', 2), hit('less', 1.9)], [hit('inside', 3.9)], 2);
    expect(paths.map(({ path }) => path)).toEqual(['best', 'fifth']);
  });

  test('of a question of one word, all that has it is an answer', () => {
    const paths = joinHits([hit('best', 10)], [hit('inside', 0.2)], 1);
    expect(paths.map(({ path }) => path)).toEqual(['best', 'inside']);
  });

  test('alone, what is little is the best', () => {
    expect(joinHits([], [hit('little', 0.1)], 2)).toHaveLength(1);
    expect(joinHits([], [], 2)).toEqual([]);
  });
});

describe('a slip of the finger', () => {
  test.each([
    ['a wrong letter', 'garden', 'garten'],
    ['a missing letter', 'garden', 'gaden'],
    ['a letter too many', 'garden', 'gardden'],
    ['two letters changed round', 'garden', 'gadren'],
    ['a missing last letter', 'garden', 'garde'],
    ['two slips in a long word', 'adaptation', 'adpatatoin'],
    ['two missing letters of a long word', 'adaptation', 'adaptton'],
    ['none', 'garden', 'garden'],
  ])('%s', (_, word, typed) => {
    expect(isNear(word, typed)).toBe(true);
    expect(isNear(typed, word)).toBe(true);
  });

  test.each([
    ['two slips in a word of seven letters', 'gardens', 'gadrems'],
    ['three slips in a long word', 'adaptation', 'adpatatoim'],
    ['three missing letters', 'adaptation', 'adaptat'],
    ['a wrong letter in a short word', 'play', 'plau'],
    ['another first letter', 'garden', 'farden'],
    ['another word', 'garden', 'winter'],
  ])('not %s', (_, word, typed) => {
    expect(isNear(word, typed)).toBe(false);
    expect(isNear(typed, word)).toBe(false);
  });
});
