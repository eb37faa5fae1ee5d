/**
 * Reads a QR code in the way of a camera, from the text of ISO/IEC 18004:2015 alone: nothing of the encoder is used, so that a
 * mistake would have to be made twice to go unseen. It repairs nothing; it proves that there is nothing to repair.
 */

/** Blocks at level L and M as the standard prints them: [version, level, correction bytes each, [blocks, data bytes each] …]. */
const table9: readonly (readonly [number, 'L' | 'M', number, ...(readonly [number, number])[]])[] = [
  [1, 'M', 10, [1, 16]],
  [3, 'L', 15, [1, 55]],
  [2, 'M', 16, [1, 28]],
  [4, 'L', 20, [1, 80]],
  [5, 'L', 26, [1, 108]],
  [6, 'L', 18, [2, 68]],
  [7, 'L', 20, [2, 78]],
  [10, 'L', 18, [2, 68], [2, 69]],
  [15, 'L', 22, [5, 87], [1, 88]],
  [23, 'L', 30, [4, 121], [5, 122]],
  [32, 'L', 30, [17, 115]],
  [40, 'L', 30, [19, 118], [6, 119]],
];

/** Centres of alignment patterns as annex E prints them. */
const annexE: Readonly<Record<number, readonly number[]>> = {
  1: [],
  2: [6, 18],
  3: [6, 22],
  4: [6, 26],
  5: [6, 30],
  6: [6, 34],
  7: [6, 22, 38],
  10: [6, 28, 50],
  15: [6, 26, 48, 70],
  23: [6, 30, 54, 78, 102],
  32: [6, 34, 60, 86, 112, 138],
  40: [6, 30, 58, 86, 114, 142, 170],
};

export interface Decoded {
  readonly version: number;
  readonly level: 'L' | 'M';
  readonly text: string;
}

/** @throws Error that says which part of the symbol is wrong */
export function decodeQr(modules: readonly (readonly boolean[])[]): Decoded {
  const side = modules.length;
  const version = (side - 17) / 4;
  const at = (row: number, column: number): number => (modules[row]?.[column] ? 1 : 0);
  const { level, mask } = readFormat(at, side);
  const entry = table9.find(([known, of]) => known === version && of === level);
  if (entry === undefined)
    throw new Error(`version ${version}-${level} is not among those that this test knows`);
  const [, , correctionBytes, ...groups] = entry;
  const codewords = readCodewords(at, side, version, mask);
  const sizes = groups.flatMap(([count, dataBytes]) => Array.from({ length: count }, () => dataBytes));
  const blocks = sizes.map((): number[] => []);
  let next = 0;
  const longest = Math.max(...sizes);
  for (let index = 0; index < longest; index++)
    sizes.forEach((size, block) => {
      if (index < size) blocks[block]?.push(codewords[next++] ?? 0);
    });
  const data = blocks.flatMap((block) => [...block]);
  for (let index = 0; index < correctionBytes; index++)
    for (const block of blocks) block.push(codewords[next++] ?? 0);
  blocks.forEach((block, index) => {
    if (!isCodeword(block, correctionBytes)) throw new Error(`block ${index} has errors`);
  });
  return { version, level, text: readText(data, version) };
}

type At = (row: number, column: number) => number;

function readFormat(at: At, side: number): { level: 'L' | 'M'; mask: number } {
  // Figure 25: bit 14 first, along row 8 from the left and then up column 8.
  const first = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column) => at(8, column)),
    ...[7, 5, 4, 3, 2, 1, 0].map((row) => at(row, 8)),
  ].join('');
  const second = [
    ...[1, 2, 3, 4, 5, 6, 7].map((fromEnd) => at(side - fromEnd, 8)),
    ...[8, 7, 6, 5, 4, 3, 2, 1].map((fromEnd) => at(8, side - fromEnd)),
  ].join('');
  if (first !== second) throw new Error(`the formats differ: ${first}, ${second}`);
  if (at(side - 8, 8) !== 1) throw new Error('the dark module is light');
  const bits = Number.parseInt(first, 2) ^ 0b101010000010010;
  const data = bits >> 10;
  let rest = data << 10;
  while (rest >= 1 << 10) rest ^= 0b10100110111 << (31 - Math.clz32(rest) - 10);
  if (((data << 10) | rest) !== bits) throw new Error(`the format ${first} has errors`);
  return { level: data >> 3 === 1 ? 'L' : 'M', mask: data & 7 };
}

function readCodewords(at: At, side: number, version: number, mask: number): number[] {
  const centres = annexE[version] ?? [];
  const isPattern = (row: number, column: number): boolean =>
    (row < 9 && column < 9) ||
    (row < 9 && column >= side - 8) ||
    (row >= side - 8 && column < 9) ||
    row === 6 ||
    column === 6 ||
    (version >= 7 && row < 6 && column >= side - 11) ||
    (version >= 7 && column < 6 && row >= side - 11) ||
    centres.some((y) =>
      centres.some(
        (x) =>
          Math.abs(row - y) <= 2 &&
          Math.abs(column - x) <= 2 &&
          !((y === 6 && x === 6) || (y === 6 && x === side - 7) || (y === side - 7 && x === 6)),
      ),
    );
  // Table 10, with i for the row and j for the column.
  const turns: ((i: number, j: number) => number)[] = [
    (i, j) => (i + j) % 2,
    (i) => i % 2,
    (_, j) => j % 3,
    (i, j) => (i + j) % 3,
    (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    (i, j) => ((i * j) % 2) + ((i * j) % 3),
    (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2,
    (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];
  const bits: number[] = [];
  let column = side - 1;
  for (let pair = 0; column > 0; pair++, column -= 2) {
    if (column === 6) column--;
    for (let step = 0; step < side; step++) {
      const row = pair % 2 === 0 ? side - 1 - step : step;
      for (const place of [column, column - 1])
        if (!isPattern(row, place)) bits.push(at(row, place) ^ (turns[mask]?.(row, place) === 0 ? 1 : 0));
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(''), 2),
  );
}

/** All syndromes are zero, by tables of powers and logarithms. */
function isCodeword(block: readonly number[], correctionBytes: number): boolean {
  const powers = [1];
  for (let index = 1; index < 255; index++) {
    const doubled = (powers[index - 1] ?? 0) * 2;
    powers.push(doubled > 255 ? doubled ^ 285 : doubled);
  }
  const logarithms = new Map(powers.map((power, index) => [power, index]));
  const times = (a: number, exponent: number): number =>
    a === 0 ? 0 : (powers[((logarithms.get(a) ?? 0) + exponent) % 255] ?? 0);
  for (let root = 0; root < correctionBytes; root++)
    if (block.reduce((sum, byte) => times(sum, root) ^ byte, 0) !== 0) return false;
  return true;
}

function readText(data: readonly number[], version: number): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (!bits.startsWith('0100')) throw new Error('this is not byte mode');
  const start = version < 10 ? 12 : 20;
  const length = Number.parseInt(bits.slice(4, start), 2);
  const bytes = Array.from({ length }, (_, index) =>
    Number.parseInt(bits.slice(start + index * 8, start + index * 8 + 8), 2),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}
