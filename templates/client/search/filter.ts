/**
 * By what search is narrowed, as its indexes say it: a page has a row of letters, each of which stands for a word such as `age:3-4`.
 *
 * Written by the build and read in the browser. Letters and not words, since each title has some six of them, and the line is slow.
 */
import { facetOf, type Word } from '../library/choices.ts';

/** For each facet that something was chosen of, the letters of which a page has to have one. */
export type Filter = readonly string[];

/** @param all the words of an index, in its order */
export const filterOf = (chosen: readonly Word[], all: readonly Word[]): Filter =>
  [...new Set(chosen.map(facetOf))].map((facet) =>
    lettersOf(
      chosen.filter((word) => facetOf(word) === facet),
      all,
    ),
  );

/** What an index does not know has no letter, so that nothing passes. */
export const passes = (letters: string, filter: Filter): boolean =>
  filter.every((some) => [...some].some((letter) => letters.includes(letter)));

export const lettersOf = (words: readonly Word[], all: readonly Word[]): string =>
  all.map((word, at) => (words.includes(word) ? letterAt(at) : '')).join('');

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const letterAt = (at: number): string => alphabet.charAt(at) || String.fromCharCode(0x100 + at);
