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
  const words = stemOf(entry)
    .split(' ')
    .map((word) => RegExp.escape(word));
  const end = entry.endsWith('*') ? '' : String.raw`(?![\p{L}\p{M}])`;
  return String.raw`(?<![\p{L}\p{M}])(?i:${words.join(String.raw`\s+`)})${end}`;
}
