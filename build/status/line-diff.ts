/**
 * The difference of two texts, line by line; of a line that was reworded, the words that differ.
 *
 * By the longest common subsequence. Authors write a paragraph in one line, so that words tell more than lines do.
 */

export type DiffLine =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  /** A line in place of another that has most words in common with it. */
  | { readonly kind: 'reworded'; readonly parts: readonly DiffPart[] };

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  for (const { removed, added, same } of runsOf(before, after)) {
    const pairs = removed.length === added.length ? removed.map((line, at) => [line, added[at] ?? '']) : [];
    const reworded = pairs.map(([before = '', after = '']) => wordParts(before, after));
    if (reworded.length > 0 && reworded.every(isSimilar))
      lines.push(...reworded.map((parts) => ({ kind: 'reworded', parts }) as const));
    else {
      lines.push(...removed.map((text) => ({ kind: 'removed', text }) as const));
      lines.push(...added.map((text) => ({ kind: 'added', text }) as const));
    }
    lines.push(...same.map((text) => ({ kind: 'same', text }) as const));
  }
  return lines;
}

const wordParts = (before: string, after: string): DiffPart[] =>
  runsOf(wordsOf(before), wordsOf(after)).flatMap(({ removed, added, same }) =>
    [
      { kind: 'removed', text: removed.join('') } as const,
      { kind: 'added', text: added.join('') } as const,
      { kind: 'same', text: same.join('') } as const,
    ].filter(({ text }) => text !== ''),
  );

/** Else the words of two sentences would lie mixed in one line. */
function isSimilar(parts: readonly DiffPart[]): boolean {
  const letters = (kind: DiffPart['kind']): number =>
    parts.filter((part) => part.kind === kind).reduce((sum, { text }) => sum + text.trim().length, 0);
  return letters('same') >= Math.max(letters('removed'), letters('added'));
}

/** Words, the spaces between them, and every other character for itself. */
const wordsOf = (line: string): string[] => line.match(/[\p{L}\p{M}\p{N}]+|\s+|./gu) ?? [];

interface Run {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly same: readonly string[];
}

/** What was put in place of what, and what follows unchanged. */
function runsOf(before: readonly string[], after: readonly string[]): Run[] {
  const runs: Run[] = [];
  let [a, b] = [0, 0];
  let same: string[] = [];
  let removed: readonly string[] = [];
  let added: readonly string[] = [];
  const end = (): void => {
    if (removed.length + added.length + same.length > 0) runs.push({ removed, added, same });
  };
  for (const [nextA, nextB] of [...commonOf(before, after), [before.length, after.length] as const]) {
    if (nextA > a || nextB > b) {
      end();
      [removed, added, same] = [before.slice(a, nextA), after.slice(b, nextB), []];
    }
    if (nextA < before.length && nextB < after.length) same.push(before[nextA] as string);
    [a, b] = [nextA + 1, nextB + 1];
  }
  end();
  return runs;
}

/** The positions of the longest common subsequence; of very long texts only of what they begin and end with. */
function commonOf(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  const middle = rows * columns > mostComparisons ? [] : commonOfMiddle(before, after, head, rows, columns);
  return [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...middle,
    ...Array.from(
      { length: tail },
      (_, at) => [before.length - tail + at, after.length - tail + at] as const,
    ),
  ];
}

/** Their lengths are kept in a table of as many numbers. */
const mostComparisons = 4_000_000;

function commonOfMiddle(
  before: readonly string[],
  after: readonly string[],
  head: number,
  rows: number,
  columns: number,
): (readonly [number, number])[] {
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  const isSame = (row: number, column: number): boolean => before[head + row] === after[head + column];
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const common: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame(row, column)) common.push([head + row++, head + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return common;
}
