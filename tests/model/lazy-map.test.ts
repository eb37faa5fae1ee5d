import { expect, test } from 'vitest';
import { LazyMap } from '../../build/model/lazy-map.ts';

const lengths = (asked: string[]): LazyMap<string, number> =>
  new LazyMap(['one', 'three'], (key) => {
    asked.push(key);
    return key.length;
  });

test('a value is made when it is asked for, and once', () => {
  const asked: string[] = [];
  const map = lengths(asked);
  expect([map.size, map.has('three'), [...map.keys()]]).toEqual([2, true, ['one', 'three']]);
  expect(asked).toEqual([]);
  expect([map.get('three'), map.get('three')]).toEqual([5, 5]);
  expect(asked).toEqual(['three']);
});

test('a key that is not known has no value', () => {
  const asked: string[] = [];
  expect(lengths(asked).get('four')).toBeUndefined();
  expect(asked).toEqual([]);
});

test('everything comes in the order of the keys, however it is asked for', () => {
  const map = lengths([]);
  const told: unknown[] = [];
  map.forEach((value, key) => void told.push([key, value]));
  expect([...map]).toEqual([
    ['one', 3],
    ['three', 5],
  ]);
  expect([...map.entries()]).toEqual(told);
  expect([...map.values()]).toEqual([3, 5]);
});

test('whoever looks for one value makes no more than it has to', () => {
  const asked: string[] = [];
  expect(
    lengths(asked)
      .values()
      .some((length) => length === 3),
  ).toBe(true);
  expect(asked).toEqual(['one']);
});
