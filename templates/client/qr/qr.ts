/**
 * QR codes (ISO/IEC 18004:2015) of texts, in byte mode.
 *
 * In: a text. Out: rows of dark and light modules without the quiet zone, in the smallest version that holds it; or a path that
 * draws them.
 */
import { blocksOf, type Level } from './levels.ts';
import { masks, penalty } from './masks.ts';
import { correctionOf } from './reed-solomon.ts';
import { dataPlaces, drawFormat, emptySymbol, type Modules, type QrSymbol } from './symbol.ts';

/** The longest text that a symbol of version 40 holds, in bytes, at the lower level of correction. */
export const longestBytes = 2953;

/** @throws RangeError for a text that no symbol holds */
export function qrModules(text: string): Modules {
  const bytes = [...new TextEncoder().encode(text)];
  const version = smallestVersion(bytes.length, 'L');
  // Where the same square has room for it, more correction costs nothing.
  const level: Level = fits(bytes.length, version, 'M') ? 'M' : 'L';
  const codewords = interleaved(dataOf(bytes, version, level), version, level);
  const candidates = masks.map((_, mask) => {
    const modules = drawn(codewords, version, level, mask);
    return { modules, penalty: penalty(modules) };
  });
  return candidates.reduce((best, other) => (other.penalty < best.penalty ? other : best)).modules;
}

function smallestVersion(byteCount: number, level: Level): number {
  for (let version = 1; version <= 40; version++) if (fits(byteCount, version, level)) return version;
  throw new RangeError(`${byteCount} bytes are too many for a QR code`);
}

const fits = (byteCount: number, version: number, level: Level): boolean =>
  4 + countBits(version) + byteCount * 8 <= blocksOf(version, level).dataBytes * 8;

const countBits = (version: number): number => (version < 10 ? 8 : 16);

/** Mode, count, the bytes, an end, and padding. */
function dataOf(bytes: readonly number[], version: number, level: Level): number[] {
  const { dataBytes } = blocksOf(version, level);
  const bits = [
    '0100',
    bytes.length.toString(2).padStart(countBits(version), '0'),
    ...bytes.map((byte) => byte.toString(2).padStart(8, '0')),
  ].join('');
  const ended = bits + '0'.repeat(Math.min(4, dataBytes * 8 - bits.length));
  const data = (ended.match(/.{1,8}/g) ?? []).map((piece) => Number.parseInt(piece.padEnd(8, '0'), 2));
  const padding = Array.from({ length: dataBytes - data.length }, (_, index) =>
    index % 2 === 0 ? 0xec : 0x11,
  );
  return [...data, ...padding];
}

/** Blocks with their correction, and of all of them the first bytes, the second ones, and so on. */
function interleaved(data: readonly number[], version: number, level: Level): number[] {
  const { count, correctionBytesEach, dataBytes } = blocksOf(version, level);
  const shortBytes = Math.floor(dataBytes / count);
  const shortCount = count - (dataBytes % count);
  let at = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const block = data.slice(at, at + shortBytes + (index < shortCount ? 0 : 1));
    at += block.length;
    return block;
  });
  const inTurns = (rows: readonly (readonly number[])[]): number[] =>
    Array.from({ length: shortBytes + 1 + correctionBytesEach }, (_, index) =>
      rows.flatMap((row) => row[index] ?? []),
    ).flat();
  return [...inTurns(blocks), ...inTurns(blocks.map((block) => correctionOf(block, correctionBytesEach)))];
}

function drawn(codewords: readonly number[], version: number, level: Level, mask: number): Modules {
  const symbol: QrSymbol = emptySymbol(version);
  let bit = 0;
  for (const [x, y] of dataPlaces(symbol)) {
    const isDark = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
    const row = symbol.dark[y];
    if (row !== undefined) row[x] = isDark !== (masks[mask]?.(x, y) ?? false);
    bit++;
  }
  drawFormat(symbol, level, mask);
  return symbol.dark;
}

/** Modules of light around a symbol that cameras need (ISO/IEC 18004:2015, 6.3.8). */
export const quietModules = 4;

/** Returns the data of an SVG path, one unit for each module, with the quiet zone around it: runs of dark modules, row by row. */
export function qrPath(modules: Modules): string {
  return modules
    .flatMap((row, y) =>
      [...row.map(Number).join('').matchAll(/1+/g)].map(
        ({ index, 0: run }) => `M${index + quietModules} ${y + quietModules}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
}
