/**
 * What a reader has chosen: values by facet, as they stand in the address (`?age=3-4&type=story`).
 */

/** `age:3-4` */
export type Word = string;

/** Returns the chosen words of an address that the page offers, in the order of the page; what it does not know is left out. */
export const chosenIn = (search: string, offered: readonly Word[]): readonly Word[] => {
  const asked = new Set([...new URLSearchParams(search)].map(([facet, value]) => `${facet}:${value}`));
  return offered.filter((word) => asked.has(word));
};

/** Returns the address of a choice: `?age=3-4&type=story`, or nothing. */
export function searchOf(chosen: readonly Word[]): string {
  const query = new URLSearchParams();
  for (const word of chosen) query.append(facetOf(word), word.slice(facetOf(word).length + 1));
  return chosen.length === 0 ? '' : `?${query}`;
}

/** Whether something answers to a choice: to one value of each facet that has any. */
export function fits(words: ReadonlySet<Word>, chosen: readonly Word[]): boolean {
  const facets = new Set(chosen.map(facetOf));
  return [...facets].every((facet) => chosen.some((word) => facetOf(word) === facet && words.has(word)));
}

/** Returns how much would be left with this value instead of all others of its facet. */
export function countWith(
  word: Word,
  chosen: readonly Word[],
  all: readonly { readonly words: ReadonlySet<Word> }[],
): number {
  const rest = [...chosen.filter((other) => facetOf(other) !== facetOf(word)), word];
  return all.filter(({ words }) => fits(words, rest)).length;
}

export const facetOf = (word: Word): string => word.slice(0, word.indexOf(':'));
