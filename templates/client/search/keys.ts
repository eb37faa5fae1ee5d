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
  /** What the last letter of a stem is where no ending follows: китеби is of китеп. */
  readonly lastLetters?: Readonly<Record<string, string>>;
}

export interface Keys {
  /** The key of a word: letters a–z and digits, without its endings; empty when nothing is left. */
  keyOf(word: string): string;
}

/** Some ten megabytes; far more than a page has. */
const mostKnown = 100_000;

/** What has to be left of a word, however many endings it had: гүл, гүлдөр, гүлдөрдү. */
const leastStem = 3;

export function createKeys({ letters, endings, mostEndings, lastLetters = {} }: KeyTables): Keys {
  const rows = Object.keys(letters).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    rows.map((row) => row.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('|') || '(?!)',
    'gu',
  );
  const fold = (word: string): string =>
    word
      .toLowerCase()
      .normalize('NFC')
      .replace(pattern, (row) => letters[row] ?? '')
      .normalize('NFD')
      .replace(/[^a-z0-9]/g, '')
      .replace(/([aeiou])\1+/g, '$1');
  const folded = [...new Set(endings.map(fold))].filter(Boolean).sort((a, b) => b.length - a.length);
  const withoutEnding = (word: string): string => {
    const ending = folded.find((one) => word.length - one.length >= leastStem && word.endsWith(one));
    return ending === undefined ? word : word.slice(0, -ending.length);
  };
  const stemOf = (word: string): string => {
    let stem = fold(word);
    for (let count = 0; count < mostEndings; count++) stem = withoutEnding(stem);
    // Only now: the l of qoʻl is doubled by the ending of qoʻllar.
    return stem.replace(/.$/, (letter) => lastLetters[letter] ?? letter).replace(/([a-z])\1+/g, '$1');
  };
  // The words of a language come again and again, and a key takes ten microseconds.
  const known = new Map<string, string>();
  return {
    keyOf(word) {
      const key = known.get(word) ?? stemOf(word);
      if (known.size === mostKnown) known.clear();
      known.set(word, key);
      return key;
    },
  };
}

/** Letters, digits and the signs of Uzbek letters; the parts of ата-эне are words. */
const wordPattern = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}ʻʼ’'‘`´]*[\p{L}\p{M}\p{N}ʻʼ‘`])?/gu;
const compoundPattern = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+/gu;

/** Words with hyphens, written without them: whoever asks may write them together. */
export const compoundsIn = (text: string): readonly string[] =>
  (text.match(compoundPattern) ?? []).map((compound) => compound.replaceAll('-', ''));

export const wordsIn = (text: string): readonly string[] => text.match(wordPattern) ?? [];

/** The different keys of a text, in the order in which they first come. */
export function keysIn(text: string, keys: Keys): string[] {
  const found = new Set<string>();
  for (const word of wordsIn(text)) {
    const key = keys.keyOf(word);
    // A letter alone is a preposition, if anything.
    if (key.length > 1) found.add(key);
  }
  return [...found];
}
