import { expect, test } from 'vitest';
import { chosenIn, countWith, fits, searchOf } from '../../templates/client/library/choices.ts';

const offered = ['type:story', 'type:song', 'age:3-4', 'setting:home'];

test('what an address asks for is chosen, and what the page does not offer is left out', () => {
  expect(chosenIn('?age=3-4&type=song&type=story', offered)).toEqual(['type:story', 'type:song', 'age:3-4']);
  expect(chosenIn('?age=99&color=red&type=%3Cb%3E&type=&q=type%3Astory', offered)).toEqual([]);
  expect(chosenIn('', offered)).toEqual([]);
});

test('a choice and its address are the same thing', () => {
  expect(searchOf(['type:story', 'age:3-4'])).toBe('?type=story&age=3-4');
  expect(chosenIn(searchOf(offered), offered)).toEqual(offered);
  expect(searchOf([])).toBe('');
});

test('within a facet one value is enough, and every facet counts', () => {
  const song = new Set(['type:song', 'age:3-4', 'age:4-5']);
  expect(fits(song, ['type:story', 'type:song'])).toBe(true);
  expect(fits(song, ['type:song', 'setting:home'])).toBe(false);
  expect(fits(song, [])).toBe(true);
});

test('a choice is counted beside those of the other facets', () => {
  const all = [
    { words: new Set(['type:story', 'age:3-4']) },
    { words: new Set(['type:song', 'age:3-4']) },
    { words: new Set(['type:song']) },
  ];
  expect(countWith('type:song', ['type:story', 'age:3-4'], all)).toBe(1);
  expect(countWith('age:3-4', [], all)).toBe(2);
});
