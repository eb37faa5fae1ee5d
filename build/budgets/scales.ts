/**
 * Scales, from quick to exact. The best compression takes 20 ms a page, more than all else that is done with it, and most pages are
 * far from their budget: a quicker scale tells that they cannot reach it.
 */
import { bestQuality, brotliBytes } from './brotli.ts';

export interface Scale {
  readonly weigh: (html: string) => number;
  /**
   * A page weighs at least so many times its bytes here. Of 900 real and 700 made-up ones in all languages the smallest were 2.74
   * (long ones), 1.29 and 1.077 (`tests/budgets/scales.test.ts`).
   */
  readonly leastRatio: number;
}

/** In letters, which say the same in Latin and Cyrillic. Of a page that is short its head is the larger part, and may weigh more. */
const letters = (leastRatio: number): Scale => ({ weigh: (html) => html.length, leastRatio });

/** Those that are right for short pages too. */
export const compressingScales: readonly Scale[] = [
  { weigh: (html) => brotliBytes(html, 1), leastRatio: 1.25 },
  { weigh: (html) => brotliBytes(html, 5), leastRatio: 1.06 },
  { weigh: (html) => brotliBytes(html, bestQuality), leastRatio: 1 },
];

export const scales: readonly Scale[] = [letters(2.6), ...compressingScales];

/** Entries of a list are alike: of 840 made-up ones that could reach their budget the least had 3.44. */
export const listScales: readonly Scale[] = [letters(3), ...compressingScales];

/** @returns the bytes of a page with the best compression; nothing when they are no more than `limitBytes` */
export function bytesBeyond(html: string, limitBytes: number, by: readonly Scale[]): number | undefined {
  let bytes = 0;
  for (const { weigh, leastRatio } of by) {
    bytes = weigh(html) / leastRatio;
    if (bytes <= limitBytes) return undefined;
  }
  return bytes;
}
