import { expect, test } from 'vitest';
import { writeField } from '../../build/status/write-field.ts';

const hash = '0a1b2c3d4e5f6071';

test.each([
  [
    'a new field at the end of a block map',
    '---\ntitle:   "x"   # note\ntranslation:\n  of: en\n  reviewed: false\ntags: [a]\n---\n\nBody\n',
    ['translation', 'hash'],
    `---\ntitle:   "x"   # note\ntranslation:\n  of: en\n  reviewed: false\n  hash: ${hash}\ntags: [a]\n---\n\nBody\n`,
  ],
  [
    'a field that is there already',
    '---\ntranslation:\n  of: en\n  hash: "ffffffffffffffff" # old\n---\nBody',
    ['translation', 'hash'],
    `---\ntranslation:\n  of: en\n  hash: ${hash} # old\n---\nBody`,
  ],
  [
    'a map in braces',
    '---\ntranslation: {of: en, by: human }\n---\n',
    ['translation', 'hash'],
    `---\ntranslation: {of: en, by: human, hash: ${hash} }\n---\n`,
  ],
  [
    'the top level',
    '---\ntitle: Felt\n---\n---\n',
    ['basedOn'],
    `---\ntitle: Felt\nbasedOn: ${hash}\n---\n---\n`,
  ],
  ['no field at all', '---\n---\nBody\n', ['basedOn'], `---\nbasedOn: ${hash}\n---\nBody\n`],
  [
    'line ends of Windows and a BOM',
    '\uFEFF---\r\ntranslation:\r\n  of: en\r\n---\r\nBody\r\n',
    ['translation', 'hash'],
    `\uFEFF---\r\ntranslation:\r\n  of: en\r\n  hash: ${hash}\r\n---\r\nBody\r\n`,
  ],
])('%s', (_, before, pointer, after) => {
  expect(writeField(before, pointer, hash)).toBe(after);
});

test('digits alone are quoted, so that they stay text', () => {
  expect(writeField('---\ntitle: x\n---\n', ['basedOn'], '1234567890123456')).toContain(
    'basedOn: "1234567890123456"',
  );
});
