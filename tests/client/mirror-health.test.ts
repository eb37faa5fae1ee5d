import { expect, test } from 'vitest';
import { readHealth } from '../../templates/client/mirror/health.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
const updated = '2026-11-29T22:30:00Z';
const well = {
  format: 1,
  state: 'ok',
  name: 'Министерство просвещения',
  sequence: 7,
  newest: { sequence: 7, released: '2026-05-01T00:00:00Z' },
  checked: '2026-11-30T11:30:00Z',
  updated,
};
const read = (changes: Readonly<Record<string, unknown>>) =>
  readHealth(JSON.stringify({ ...well, ...changes }), now);

test('who keeps a mirror, and since when it is as it is', () => {
  expect(read({})).toEqual({
    name: 'Министерство просвещения',
    updated: Date.parse(updated) / 1000,
    isOld: false,
  });
});

test.each([
  ['what was signed has expired', { state: 'expired' }, true],
  ['nobody has asked for two weeks', { checked: '2026-11-16T11:59:59Z' }, true],
  ['it failed an hour ago', { state: 'failing' }, false],
  ['a newer release came yesterday', { newest: { sequence: 8, released: '2026-11-29T12:00:00Z' } }, false],
  [
    'a newer release has been there for weeks',
    { newest: { sequence: 8, released: '2026-11-01T12:00:00Z' } },
    true,
  ],
  ['nothing newer is known', { newest: undefined, checked: undefined }, false],
])('a reader is told of what may be newer, or not: %s', (_, changes, isOld) => {
  expect(read(changes)?.isOld).toBe(isOld);
});

test.each([
  ['no date', { updated: undefined }],
  ['a number', { updated: 1_795_521_600 }],
  ['a text', { updated: '30 November 2026' }],
  ['a day that does not exist', { updated: '2026-13-41T00:00:00Z' }],
  ['a date before all sites', { updated: '0000-01-01T00:00:00Z' }],
])('nothing is said without an instant: %s', (_, changes) => {
  expect(read(changes)).toBeUndefined();
});

test.each([
  '',
  'null',
  '[]',
  '"text"',
  '7',
  '{',
  '<!doctype html>',
  `{"updated":"${updated}","x":"${'x'.repeat(9999)}"}`,
])('nothing is taken from what is no health: %.20s', (text) => {
  expect(readHealth(text, now)).toBeUndefined();
});

test.each([
  [undefined, ''],
  [{ toString: 'x' }, ''],
  ['a\u0000b\u202Ec\u2066d\n', 'abcd'],
  [' '.repeat(9), ''],
  ['x'.repeat(500), 'x'.repeat(120)],
])('a name is a short text without signs that turn a line: %j', (name, expected) => {
  expect(read({ name })?.name).toBe(expected);
});
