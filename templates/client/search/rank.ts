/**
 * Ranks what a question finds: by how rare its words are, how well they fit, and how much of a title they are.
 */
import type { Keys } from './keys.ts';
import { wordsIn } from './keys.ts';
import { isNear } from './near.ts';
import type { IndexedTitle } from './title-index.ts';

/** A title with its keys. */
export interface KeyedTitle {
  readonly entry: IndexedTitle;
  readonly keys: readonly string[];
}

export interface Hit {
  readonly path: string;
  readonly score: number;
}

export const keyTitles = (entries: readonly IndexedTitle[], keys: Keys): KeyedTitle[] =>
  entries.map((entry) => ({ entry, keys: wordsIn(entry[1]).map((word) => keys.keyOf(word)) }));

/** What a word is worth that stands in `count` of `total` texts. */
export const rarity = (count: number, total: number): number => Math.log(1 + total / Math.max(1, count));

/** The index of texts names no more pages for a word; one that has so many is common, and tells little. */
export const mostPagesPerWord = 500;

/** What a word is worth for which the index of texts names `count` pages, out of `total`. */
export const rarityInTexts = (count: number, total: number): number =>
  rarity(count < mostPagesPerWord ? count : Math.max(count, total / 2), total);

/** How well a word of a title fits an asked one, from 0 to 1. */
export function fitOf(asked: string, found: string): number {
  if (asked === found) return 1;
  if (asked.length >= 2 && found.startsWith(asked)) return 0.8;
  if (sharedBeginning(asked, found) >= leastBeginning(asked)) return 0.6;
  return isNear(asked, found) ? 0.5 : 0;
}

/** At most half of a word is let go, and what is left has to tell something. */
export const leastBeginning = (asked: string): number => Math.max(4, Math.ceil(asked.length * 0.6));

/** How many letters two keys have in common from the first on. */
export function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * @param total how many titles there are in all, of which only some may be at hand
 * @param isIn whether a title is among those that were chosen; how rare a word is, all of them tell
 * @returns those that fit, the best first
 */
export function rankTitles(
  asked: readonly string[],
  titles: readonly KeyedTitle[],
  total: number,
  isIn: (title: KeyedTitle) => boolean = () => true,
): Hit[] {
  const chosen = titles.map(isIn);
  const scores = new Map<KeyedTitle, number[]>();
  for (const [at, word] of asked.entries()) {
    const fits = titles.map(({ keys }) => keys.reduce((best, key) => Math.max(best, fitOf(word, key)), 0));
    // Where a word itself is found, what is only like it is not meant.
    const best = fits.reduce((most, fit, index) => (chosen[index] ? Math.max(most, fit) : most), 0);
    const count = fits.filter((fit) => fit > 0).length;
    for (const [index, fit] of fits.entries()) {
      const title = titles[index];
      if (title === undefined || !chosen[index] || fit === 0 || (best === 1 && fit < 0.8)) continue;
      const known = scores.get(title) ?? asked.map(() => 0);
      known[at] = fit * rarity(count, total);
      scores.set(title, known);
    }
  }
  return [...scores]
    .map(([title, words]) => ({ path: title.entry[0], score: scoreOf(words, title) }))
    .sort(byScore);
}

export const byScore = (a: Hit, b: Hit): number => b.score - a.score || (a.path < b.path ? -1 : 1);

/** The more of a title was asked for, the rather it is meant. */
function scoreOf(words: readonly number[], { keys }: KeyedTitle): number {
  const found = words.filter((score) => score > 0);
  const sum = found.reduce((all, score) => all + score, 0);
  return sum * (0.7 + (0.3 * Math.min(found.length, keys.length)) / Math.max(1, keys.length));
}

/** What a word inside of a text is worth beside one in a title. */
const insideShare = 0.5;
/** Beside the best, what has so little of the question is no answer. Of a question of one word, everything that was found has it. */
const leastShare = 0.2;

/**
 * @param inside hits of words anywhere in a text, titles too
 * @param wordCount of the question
 */
export function joinHits(inTitles: readonly Hit[], inside: readonly Hit[], wordCount: number): Hit[] {
  const scores = new Map(inTitles.map(({ path, score }) => [path, score]));
  for (const { path, score } of inside) scores.set(path, (scores.get(path) ?? 0) + insideShare * score);
  const hits = [...scores].map(([path, score]) => ({ path, score })).sort(byScore);
  return wordCount === 1 ? hits : hits.filter(({ score }) => score >= leastShare * (hits[0]?.score ?? 0));
}
