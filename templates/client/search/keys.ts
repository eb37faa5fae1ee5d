/**
 * Keys by which words are found, the same for every spelling and form of a word that a reader may type: another script, without
 * diacritics and apostrophes, in another case or number.
 *
 * Built into the index and computed in the browser by this one module; what is particular to a language is data.
 */

/** How a language is folded and stemmed. */
export interface KeyTables {
  /** What letters and rows of letters become, all in small letters; of two that begin alike the longer one is meant. */
  readonly letters: Readonly<Record<string, string>>;
  /** Endings as they are written, folded like words, the longer ones first. */
  readonly endings: readonly string[];
  /** How many endings a word may lose, one after the other. */
  readonly mostEndings: number;
}

export interface Keys {
  /** The key of a word: letters a–z and digits, without its endings; empty when nothing is left. */
  keyOf(word: string): string;
  /** The word in the letters of keys, with its endings. */
  fold(word: string): string;
}

/** Some ten megabytes; far more than a page has. */
const mostKnown = 100_000;

/** What has to be left of a word: the first ending may be of a short one, further ones rather belong to a stem. */
const leastStem = (endingsBefore: number): number => (endingsBefore === 0 ? 3 : 4);

export function createKeys({ letters, endings, mostEndings }: KeyTables): Keys {
  const rows = Object.keys(letters).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    rows.map((row) => row.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('|') || '(?!)',
    'gu',
  );
  const fold = (word: string): string =>
    word
      .toLowerCase()
      .normalize('NFC')
      .replace(apostrophes, '')
      .replace(pattern, (row) => letters[row] ?? '')
      .normalize('NFD')
      .replace(/[^a-z0-9]/g, '')
      .replace(/(.)\1+/g, '$1');
  const folded = [...new Set(endings.map(fold))].filter(Boolean).sort((a, b) => b.length - a.length);
  const withoutEnding = (word: string, least: number): string => {
    const ending = folded.find((one) => word.length - one.length >= least && word.endsWith(one));
    return ending === undefined ? word : word.slice(0, -ending.length);
  };
  const stemOf = (word: string): string => {
    let stem = fold(word);
    for (let count = 0; count < mostEndings; count++) stem = withoutEnding(stem, leastStem(count));
    return stem;
  };
  // The words of a language come again and again, and a key takes ten microseconds.
  const known = new Map<string, string>();
  return {
    fold,
    keyOf(word) {
      const key = known.get(word) ?? stemOf(word);
      if (known.size === mostKnown) known.clear();
      known.set(word, key);
      return key;
    },
  };
}

/** Signs of Uzbek letters, however they were typed, and of stress. */
const apostrophes = /['’‘ʻʼ`´"-]/g;

/** Letters, digits and the signs of Uzbek letters; the parts of ата-эне are words. */
const wordPattern = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}ʻʼ’'‘`]*[\p{L}\p{M}\p{N}ʻʼ‘`])?/gu;
const compoundPattern = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+/gu;

/** Words with hyphens, written without them: whoever asks may write them together. */
export const compoundsIn = (text: string): readonly string[] =>
  (text.match(compoundPattern) ?? []).map((compound) => compound.replaceAll('-', ''));

export const wordsIn = (text: string): readonly string[] => text.match(wordPattern) ?? [];

/** The different keys of a text, in the order in which they first come. */
export function keysIn(text: string, keys: Keys): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const word of wordsIn(text)) {
    if (seen.has(word)) continue;
    seen.add(word);
    const key = keys.keyOf(word);
    // A letter alone is a preposition, if anything.
    if (key.length > 1) found.add(key);
  }
  return [...found];
}
