/**
 * The square of a symbol: what stands in every one of a version, and where the data goes (ISO/IEC 18004:2015, 7.7–7.10).
 */
import { alignmentCentres, type Level } from './levels.ts';

/** Rows of modules; `true` is dark. */
export type Modules = readonly (readonly boolean[])[];

export interface QrSymbol {
  readonly side: number;
  readonly dark: boolean[][];
  /** Where no data goes. */
  readonly fixed: boolean[][];
}

/** Returns the symbol with its patterns and its version; room for the format is kept. */
export function emptySymbol(version: number): QrSymbol {
  const side = version * 4 + 17;
  const square = (): boolean[][] =>
    Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  const symbol: QrSymbol = { side, dark: square(), fixed: square() };
  for (let at = 0; at < side; at++) {
    set(symbol, at, 6, at % 2 === 0);
    set(symbol, 6, at, at % 2 === 0);
  }
  drawFinder(symbol, 3, 3);
  drawFinder(symbol, side - 4, 3);
  drawFinder(symbol, 3, side - 4);
  const centres = alignmentCentres(version);
  for (const x of centres) {
    for (const y of centres) {
      const inFinder = (x === 6 && y === 6) || (x === 6 && y === side - 7) || (x === side - 7 && y === 6);
      if (!inFinder) drawRings(symbol, x, y, 2, [0, 2]);
    }
  }
  drawFormat(symbol, 'L', 0);
  if (version >= 7) drawVersion(symbol, version);
  return symbol;
}

function set({ dark, fixed, side }: QrSymbol, x: number, y: number, isDark: boolean): void {
  const [darkRow, fixedRow] = [dark[y], fixed[y]];
  if (darkRow === undefined || fixedRow === undefined || x < 0 || x >= side) return;
  darkRow[x] = isDark;
  fixedRow[x] = true;
}

/** With the light line around it. */
const drawFinder = (symbol: QrSymbol, x: number, y: number): void => drawRings(symbol, x, y, 4, [0, 1, 3]);

function drawRings(
  symbol: QrSymbol,
  x: number,
  y: number,
  radius: number,
  darkRings: readonly number[],
): void {
  for (let dy = -radius; dy <= radius; dy++)
    for (let dx = -radius; dx <= radius; dx++)
      set(symbol, x + dx, y + dy, darkRings.includes(Math.max(Math.abs(dx), Math.abs(dy))));
}

/** Level and mask, twice, with their own correction (BCH 15, 5). */
export function drawFormat(symbol: QrSymbol, level: Level, mask: number): void {
  const bits = formatBits(level, mask);
  const { side } = symbol;
  for (let index = 0; index < 15; index++) {
    const isDark = ((bits >> index) & 1) === 1;
    // Beside the finder at the top left, around the timing patterns …
    if (index < 8) set(symbol, 8, index < 6 ? index : index + 1, isDark);
    else set(symbol, index === 8 ? 7 : 14 - index, 8, isDark);
    // … and split between the other two.
    if (index < 8) set(symbol, side - 1 - index, 8, isDark);
    else set(symbol, 8, side - 15 + index, isDark);
  }
  set(symbol, 8, side - 8, true);
}

export function formatBits(level: Level, mask: number): number {
  const data = ((level === 'L' ? 1 : 0) << 3) | mask;
  return ((data << 10) | remainder(data << 10, 0x537, 10)) ^ 0x5412;
}

/** Twice, with its own correction (BCH 18, 6). */
function drawVersion(symbol: QrSymbol, version: number): void {
  const bits = versionBits(version);
  for (let index = 0; index < 18; index++) {
    const isDark = ((bits >> index) & 1) === 1;
    const [along, across] = [Math.floor(index / 3), symbol.side - 11 + (index % 3)];
    set(symbol, along, across, isDark);
    set(symbol, across, along, isDark);
  }
}

export const versionBits = (version: number): number =>
  (version << 12) | remainder(version << 12, 0x1f25, 12);

function remainder(value: number, divisor: number, degree: number): number {
  let rest = value;
  for (let bit = 17; bit >= degree; bit--) if ((rest >> bit) & 1) rest ^= divisor << (bit - degree);
  return rest;
}

/** Places for data, in its order: columns of two from the right, up and down in turn, without the timing column. */
export function* dataPlaces({ side, fixed }: QrSymbol): Generator<readonly [x: number, y: number]> {
  let isUpward = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step++) {
      const y = isUpward ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (fixed[y]?.[x] === false) yield [x, y];
    }
    isUpward = !isUpward;
  }
}
