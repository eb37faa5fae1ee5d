/**
 * Keys of words: one for all forms and spellings of a word, different ones for different words, and no table longer than that takes.
 */
import { describe, expect, test } from 'vitest';
import { keyTablesOf } from '../../../templates/client/search/key-tables.ts';
import {
  compoundsIn,
  createKeys,
  type KeyTables,
  keysIn,
  wordsIn,
} from '../../../templates/client/search/keys.ts';
import * as en from './word-forms/en.ts';
import * as ky from './word-forms/ky.ts';
import * as ru from './word-forms/ru.ts';
import * as sr from './word-forms/sr.ts';
import * as tg from './word-forms/tg.ts';
import * as uz from './word-forms/uz.ts';

const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

const languages = Object.entries({ en, ru, ky, tg, uz, sr }).map(([tag, { same, different }]) => ({
  tag,
  tables: keyTablesOf(tag),
  same: rows(same),
  different: rows(different),
}));
type Language = (typeof languages)[number];

const keysOf = (words: readonly string[], tables: KeyTables): Set<string> =>
  new Set(words.map(createKeys(tables).keyOf));

describe.each(languages)('$tag', ({ tag, tables, same, different }) => {
  test.each(same.map((forms) => [forms[0], forms] as const))('all forms of "%s" have one key', (_, forms) => {
    const byKey = Map.groupBy(forms, createKeys(tables).keyOf);
    expect([...byKey.values()]).toEqual([forms]);
  });

  test.each(different)('"%s" and "%s" are different words', (...pair) => {
    expect(keysOf(pair, tables).size).toBe(2);
  });

  test('capitals and marks apart from their letters make no difference', () => {
    const { keyOf } = createKeys(tables);
    for (const word of same.flat())
      expect([word.toUpperCase(), word.normalize('NFD')].map(keyOf)).toEqual([keyOf(word), keyOf(word)]);
  });

  test('nothing can be left out of the tables', () => {
    const language = { tag, tables, same, different };
    const unneeded = shorterTables(tables).filter(({ shorter }) => holds(language, shorter));
    expect(unneeded.map(({ without }) => without)).toEqual([]);
  });
});

test('Montenegrin is searched as Serbian is, and each language in either script', () => {
  expect(keyTablesOf('sr-Latn')).toBe(keyTablesOf('cnr-Cyrl'));
  expect(keyTablesOf('uz-Cyrl')).toBe(keyTablesOf('uz-Latn'));
});

test('words of a language without tables are found in either script, in the form in which they stand', () => {
  const keys = createKeys(keyTablesOf('kk'));
  expect(keys.keyOf('Қыз')).toBe(keys.keyOf('qyz'));
  expect(keys.keyOf('қыздар')).not.toBe(keys.keyOf('қыз'));
});

test.each([
  ['Oʻyin, ta’lim va o‘qish!', ['Oʻyin', 'ta’lim', 'va', 'o‘qish']],
  ['ата-эне «үй-бүлө»', ['ата', 'эне', 'үй', 'бүлө']],
  ["the children's 3–6 years", ['the', "children's", '3', '6', 'years']],
  ['<b>.*+?^$()|[]\\ 🙂 \u202e', ['b']],
  ['', []],
])('words of %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words);
});

test('words with hyphens are also known written together', () => {
  expect(compoundsIn('ата-эне, 3–6, ota-onalar - bola-')).toEqual(['атаэне', 'otaonalar']);
});

test('each key of a text stands once, in the order of its words, without single letters', () => {
  const keys = createKeys(keyTablesOf('ru'));
  expect(keysIn('Играем в игру: урок и игры', keys)).toEqual([keys.keyOf('игра'), keys.keyOf('урок')]);
});

test('a word without letters or digits has no key', () => {
  for (const { tables } of languages) expect(keysOf(['ъ', '🙂', '؟', '’'], tables)).toEqual(new Set(['']));
});

/** Whether all listed words are told together and apart as they should be. */
const holds = ({ same, different }: Language, tables: KeyTables): boolean =>
  same.every((forms) => keysOf(forms, tables).size === 1) &&
  different.every((pair) => keysOf(pair, tables).size === 2);

/** Tables with one thing less. */
function shorterTables(tables: KeyTables): { readonly without: string; readonly shorter: KeyTables }[] {
  const { letters, endings, mostEndings, lastLetters = {} } = tables;
  return [
    ...Object.keys(letters).map((row) => ({
      without: `letters: ${row}`,
      shorter: { ...tables, letters: without(letters, row) },
    })),
    ...endings.map((ending) => ({
      without: `ending: ${ending}`,
      shorter: { ...tables, endings: endings.filter((one) => one !== ending) },
    })),
    ...Object.keys(lastLetters).map((letter) => ({
      without: `last letter: ${letter}`,
      shorter: { ...tables, lastLetters: without(lastLetters, letter) },
    })),
    { without: 'the last of its endings', shorter: { ...tables, mostEndings: mostEndings - 1 } },
  ];
}

const without = (table: Readonly<Record<string, string>>, row: string): Record<string, string> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== row));
