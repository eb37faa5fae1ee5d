import { expect, test } from 'vitest';
import { blocksOf } from '../../../templates/client/qr/levels.ts';
import { qrModules, qrPath } from '../../../templates/client/qr/qr.ts';
import { correctionOf } from '../../../templates/client/qr/reed-solomon.ts';
import { formatBits, versionBits } from '../../../templates/client/qr/symbol.ts';
import { decodeQr } from './decode.ts';

/** ASCII with every length of runs, and letters of two bytes. */
const textOf = (bytes: number): string =>
  Array.from({ length: bytes - 2 }, (_, index) => String.fromCharCode(33 + ((index * index * 7) % 90)))
    .concat('ў')
    .join('');

test.each([
  [14, '1-M'],
  [53, '3-L'],
  [26, '2-M'],
  [154, '7-L'],
  [271, '10-L'],
  [520, '15-L'],
  [1091, '23-L'],
  [1952, '32-L'],
  [2953, '40-L'],
])('a text of %i bytes is read out of a symbol of version %s', (bytes, expected) => {
  const { version, level, text } = decodeQr(qrModules(textOf(bytes)));
  expect(`${version}-${level}`).toBe(expected);
  expect(text).toBe(textOf(bytes));
});

test('a longer text is refused', () => expect(() => qrModules('x'.repeat(2954))).toThrow(RangeError));

test('a symbol in which one module is turned is not whole', () => {
  const modules = qrModules(textOf(53)).map((row) => [...row]);
  const row = modules[12];
  if (row) row[12] = !row[12];
  expect(() => decodeQr(modules)).toThrow('errors');
});

test('the correction is that of the example of ISO/IEC 18004, annex I: “01234567” in 1-M', () => {
  const data = [
    0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
  ];
  const correction = [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55];
  expect(correctionOf(data, 10)).toEqual(correction);
});

test('format and version are those of the examples of ISO/IEC 18004, annexes C and D', () => {
  expect(formatBits('M', 5).toString(2)).toBe('100000011001110');
  expect(versionBits(7).toString(2).padStart(18, '0')).toBe('000111110010010100');
});

test('capacities are those of table 7', () => {
  const bytes = (version: number, level: 'L' | 'M') =>
    blocksOf(version, level).dataBytes - (version < 10 ? 2 : 3);
  expect([1, 2, 5, 9, 10, 14, 20, 27, 33, 40].map((version) => bytes(version, 'L'))).toEqual([
    17, 32, 106, 230, 271, 458, 858, 1465, 2068, 2953,
  ]);
  expect([1, 2, 5, 9, 10, 14, 20, 27, 33, 40].map((version) => bytes(version, 'M'))).toEqual([
    14, 26, 84, 180, 213, 362, 666, 1125, 1628, 2331,
  ]);
});

test('the path draws exactly the dark modules, four modules from the edge', () => {
  const modules = qrModules('https://kg.example/');
  const drawn = modules.map((row) => row.map(() => false));
  for (const [, x, y, run] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let index = 0; index < Number(run); index++) {
      const row = drawn[Number(y) - 4];
      if (row) row[Number(x) - 4 + index] = true;
    }
  expect(drawn).toEqual(modules);
});
