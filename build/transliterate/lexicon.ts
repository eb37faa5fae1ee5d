/**
 * Words and rows of words whose other spelling no rule knows: foreign names, and what an author wants spelt differently.
 */
import { inCaseOf } from './casing.ts';

/** By the spelling in small letters; `viber*` is found with any ending; the same spelling on both sides stays as it is. */
export type Spellings = Readonly<Record<string, string>>;

export interface Lexicon {
  /** Source of a regular expression that finds an entry, without its ending; without groups. */
  readonly pattern: string;
  /** The other spelling of what the pattern found, in the same case. */
  spell(found: string): string;
}

export function createLexicon(spellings: Spellings): Lexicon {
  const others = new Map(
    Object.entries(spellings).map(([entry, other]) => [keyOf(stemOf(entry)), stemOf(other)]),
  );
  // Of two that begin alike, the longer one is meant.
  const longestFirst = Object.keys(spellings).toSorted((a, b) => b.length - a.length);
  return {
    pattern: longestFirst.map(patternOf).join('|') || '(?!)',
    spell(found) {
      const other = others.get(keyOf(found)) ?? found;
      return keyOf(other) === keyOf(found) ? found : inCaseOf(found, other);
    },
  };
}

const stemOf = (entry: string): string => entry.replace(/\*$/, '');
const keyOf = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

function patternOf(entry: string): string {
  return `${wordStart}(?i:${wordsOf(stemOf(entry))})${entry.endsWith('*') ? '' : wordEnd}`;
}

/**
 * Returns the source of a regular expression that finds names, without their endings and without groups.
 *
 * @param names with a star if they take endings; those in capitals are found in capitals only: URL, but not urlik (a scream)
 * @param endings source of a regular expression: Zoomu is a form of Zoom, zoometrija is not
 */
export const patternOfNames = (names: readonly string[], endings: string): string =>
  names
    .map((name) => {
      const flags = name === name.toUpperCase() ? '' : 'i';
      const ending = name.endsWith('*') ? `(?:${endings})` : '';
      return `${wordStart}(?${flags}:${wordsOf(stemOf(name))})(?=${ending}${wordEnd})`;
    })
    .join('|');

const wordStart = String.raw`(?<![\p{L}\p{M}])`;
const wordEnd = String.raw`(?![\p{L}\p{M}])`;
const wordsOf = (text: string): string =>
  text
    .split(' ')
    .map((word) => RegExp.escape(word))
    .join(String.raw`\s+`);
