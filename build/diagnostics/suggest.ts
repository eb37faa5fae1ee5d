/**
 * The known word that was probably meant, or nothing when none is near: up to one edit in three letters, and case, hyphens,
 * underscores and spaces are forgiven. Two letters in the wrong order are one edit; a word cut short also counts as near.
 *
 * @example suggest('titel', ['title', 'summary']) // 'title'
 */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const folded = fold(word);
  if (folded === '' || folded.length > longestWord) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(folded, fold(candidate), bestDistance);
    if (edits < bestDistance) [best, bestDistance] = [candidate, edits];
  }
  return best ?? known.find((candidate) => isPart(folded, fold(candidate)));
}

/** `did you mean "beginner"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const candidate = suggest(word, known);
  return candidate === undefined ? undefined : `did you mean "${candidate}"?`;
}

/** Longer ones are no misspelt words, and would cost the square of their length. */
const longestWord = 200;

/** `duration` for `durationMinutes`. */
const isPart = (word: string, candidate: string): boolean =>
  Math.min(word.length, candidate.length) >= 4 && (candidate.startsWith(word) || word.startsWith(candidate));

const fold = (text: string): string => text.toLowerCase().replace(/[-_\s]/g, '');

/** Optimal string alignment: letters put in, left out, replaced, or swapped with their neighbour. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let [older, previous]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, index) => index),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [
        at(row, j - 1) + 1,
        at(previous, j) + 1,
        at(previous, j - 1) + (same ? 0 : 1),
        ...(swapped ? [at(older, j - 2) + 1] : []),
      ];
      row.push(Math.min(...edits));
    }
    [older, previous] = [previous, row];
  }
  return at(previous, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;
