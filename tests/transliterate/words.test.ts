/**
 * Every word of the tables, and every entry of the tables that convert them: an entry that is changed, added twice or not needed fails.
 */
import { describe, expect, test } from 'vitest';
import { serbianToCyrillic } from '../../build/transliterate/serbian-to-cyrillic.ts';
import { keptNames } from '../../build/transliterate/tables/kept-words.ts';
import { apartAtStart } from '../../build/transliterate/tables/serbian-digraphs.ts';
import { loanwords } from '../../build/transliterate/tables/uzbek-loanwords.ts';
import { transliterator } from '../../build/transliterate/transliteration.ts';
import { uzbekToCyrillic } from '../../build/transliterate/uzbek-to-cyrillic.ts';
import { toLocale } from '../../schemas/brands.ts';
import { montenegrinToCyrillic } from './words/montenegrin-to-cyrillic.ts';
import { serbianToLatin } from './words/serbian-to-latin.ts';
import { uzbekToCyrillic as uzbekWords } from './words/uzbek-to-cyrillic.ts';

type Pair = readonly [latin: string, cyrillic: string];
type Words = Readonly<Record<string, string>>;

const pairsOf = (group: string): Pair[] =>
  group
    .trim()
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string]);
const allPairs = (...tables: Words[]): Pair[] =>
  tables.flatMap((words) => Object.values(words).flatMap(pairsOf));
const turned = ([latin, cyrillic]: Pair): Pair => [cyrillic, latin];
const asTheyAre = (pair: Pair): Pair => pair;

describe.each([
  { from: 'sr-Cyrl', to: 'sr-Latn', words: serbianToLatin, order: turned },
  { from: 'sr-Latn', to: 'sr-Cyrl', words: serbianToLatin, order: asTheyAre },
  { from: 'cnr-Latn', to: 'cnr-Cyrl', words: montenegrinToCyrillic, order: asTheyAre },
  { from: 'uz-Latn', to: 'uz-Cyrl', words: uzbekWords, order: asTheyAre },
])('$from in $to', ({ from, to, words, order }) => {
  const convert = transliterator(toLocale(from), toLocale(to));

  test.each(Object.entries<string>(words))('%s', (_, group) => {
    const wrong = pairsOf(group)
      .map(order)
      .filter(([word, expected]) => convert?.(word) !== expected)
      .map(([word, expected]) => `${word} → ${convert?.(word)}, not ${expected}`);
    expect(wrong).toEqual([]);
  });

  test('at least 300 words, each once', () => {
    const pairs = allPairs(words).map((pair) => pair.join(' '));
    expect(new Set(pairs).size).toBeGreaterThanOrEqual(300);
    expect(repeated(pairs)).toEqual([]);
  });
});

describe('each entry of the tables is there once, and something needs it', () => {
  const wordsWith = (stem: string, pairs: readonly Pair[]): Pair[] =>
    pairs.filter(([latin]) => latin.toLowerCase().includes(stem));

  test('stems in which nj and dž are two letters', () => {
    const pairs = allPairs(serbianToLatin, montenegrinToCyrillic);
    const idle = apartAtStart.filter((entry) => {
      const others = apartAtStart.filter((other) => other !== entry);
      return wordsWith(entry[0], pairs).every(
        ([latin, cyrillic]) => serbianToCyrillic(latin, others) === cyrillic,
      );
    });
    expect(idle).toEqual([]);
    expect(repeated(apartAtStart.map(([stem]) => stem))).toEqual([]);
  });

  test('loanwords of Uzbek', () => {
    const pairs = allPairs(uzbekWords);
    const idle = loanwords.filter((entry) => {
      const others = new Map(loanwords.filter((other) => other !== entry));
      return wordsWith(entry[0], pairs).every(
        ([latin, cyrillic]) => uzbekToCyrillic(latin, others) === cyrillic,
      );
    });
    expect(idle).toEqual([]);
    expect(repeated(loanwords.map(([latin]) => latin))).toEqual([]);
  });

  test('names that stay', () => {
    const montenegrin = transliterator(toLocale('cnr-Latn'), toLocale('cnr-Cyrl'));
    const uzbek = transliterator(toLocale('uz-Latn'), toLocale('uz-Cyrl'));
    const byRule = (name: string) =>
      [serbianToCyrillic, uzbekToCyrillic].map((convert) =>
        name.replace(/\p{L}+/gu, (word) => convert(word)),
      );
    const names =
      'Learning Passport, CC BY, CC0, Creative Commons, Google, Gmail, Chrome, Firefox, Android, iPhone, iPad, Mac, Windows, WhatsApp, Viber, YouTube, Facebook, Instagram, TikTok, Zoom, Skype, Messenger, Bluetooth, Wi-Fi, USB, JavaScript, PDF, HTML, CSS, URL, QR, SMS, SD, MP3, mp4, epub, zip, jpg, JPEG, PNG, SVG, online, offline, e-mail, email';
    expect([montenegrin?.(names), uzbek?.(names)]).toEqual([names, names]);
    for (const entry of keptNames) {
      const name = entry.replace('*', '');
      if (entry === name) expect(byRule(name)).not.toEqual([name, name]);
      else expect([uzbek?.(`${name}da`), montenegrin?.(`${name}u`)]).toEqual([`${name}да`, `${name}у`]);
    }
    expect(repeated(keptNames)).toEqual([]);
  });
});

const repeated = (list: readonly string[]): string[] =>
  list.filter((entry, at) => list.indexOf(entry) !== at);
