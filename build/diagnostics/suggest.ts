import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant, or nothing when none is near: up to one edit in three letters, and case, hyphens,
 * underscores and spaces are forgiven.
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const folded = fold(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(folded, fold(candidate));
    if (edits < bestDistance) [best, bestDistance] = [candidate, edits];
  }
  return bestDistance <= Math.max(1, Math.floor(folded.length / 3)) ? best : undefined;
}

/** `did you mean "beginner"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const candidate = suggest(word, known);
  return candidate === undefined ? undefined : `did you mean "${candidate}"?`;
}

const fold = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, '');
