import { expect, test } from 'vitest';
import { Recent } from '../../../build/editor/client/recent.ts';

test('what was asked for last is not made again; the oldest goes', () => {
  const recent = new Recent<string>(2);
  const made: string[] = [];
  const ask = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what could not be made is tried again', () => {
  const recent = new Recent<number>(2);
  const fail = (): number => {
    throw new TypeError('not yet');
  };
  expect(() => recent.get('a', fail)).toThrow('not yet');
  expect(recent.get('a', () => 1)).toBe(1);
});
