import { expect, test } from 'vitest';
import { chooseEncoding } from '../../../build/mirror/serve/encodings.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['br', 'br'],
  ['gzip, br', 'br'],
  ['gzip;q=1.0, br;q=0.9', 'gzip'],
  ['gzip;q=0, br;q=0', undefined],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['identity, br;q=0.5', undefined],
  ['BR', 'br'],
  ['x-gzip', 'gzip'],
  ['br;q=nonsense, gzip', 'gzip'],
  ['zstd, deflate', undefined],
] as const)('of both copies "%s" takes %s', (field, chosen) => {
  expect(chooseEncoding(field, ['br', 'gzip'])).toBe(chosen);
});

test('a copy that is not there is not chosen', () => {
  expect(chooseEncoding('br, gzip;q=0.1', ['gzip'])).toBe('gzip');
  expect(chooseEncoding('br', [])).toBeUndefined();
});
