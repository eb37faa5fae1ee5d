/**
 * How many bytes a symbol has for data and for correction (ISO/IEC 18004:2015, table 9).
 */

/** Levels of error correction that we use: 7 % and 15 % of a symbol may be unreadable. */
export type Level = 'L' | 'M';

/** Correction bytes of one block, by version from 1. */
const correctionBytes: Readonly<Record<Level, readonly number[]>> = {
  L: [
    7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
    30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
  ],
  M: [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ],
};

/** Blocks that the bytes are shared out to, by version from 1. */
const blockCounts: Readonly<Record<Level, readonly number[]>> = {
  L: [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17,
    18, 19, 19, 20, 21, 22, 24, 25,
  ],
  M: [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
    31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ],
};

export interface Blocks {
  readonly count: number;
  readonly correctionBytesEach: number;
  readonly dataBytes: number;
  readonly totalBytes: number;
}

export function blocksOf(version: number, level: Level): Blocks {
  const count = blockCounts[level][version - 1] ?? 0;
  const correctionBytesEach = correctionBytes[level][version - 1] ?? 0;
  const totalBytes = totalBytesOf(version);
  return { count, correctionBytesEach, totalBytes, dataBytes: totalBytes - count * correctionBytesEach };
}

/** What is left of the square when finders, timing, alignment, format and version have their places. */
function totalBytesOf(version: number): number {
  const side = version * 4 + 17;
  let modules = side * side - 3 * 64 - 2 * 15 - 1 - 2 * (side - 16);
  if (version >= 2) {
    const perSide = Math.floor(version / 7) + 2;
    const alignments = perSide * perSide - 3;
    modules -= alignments * 25 - (perSide - 2) * 2 * 5;
  }
  if (version >= 7) modules -= 2 * 18;
  return Math.floor(modules / 8);
}

/** Centres of the alignment patterns, in both directions (ISO/IEC 18004:2015, annex E). */
export function alignmentCentres(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = version * 4 + 10;
  // Version 32 is the one that the standard does not space by this rule.
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * (count - 2 - index))];
}
