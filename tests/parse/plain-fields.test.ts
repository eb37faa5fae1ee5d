import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainFields } from '../../build/parse/plain-fields.ts';
import { parseAnyYaml } from '../../build/parse/yaml.ts';
import '../support/fuzz-seed.ts';

const typical = `
title: Children's games
summary: "Weeks: one, two"
groupSize: 2–8 children
hash: 6ff19189df7f56d4
image:
  src: cover.svg
  alt: Сумка «Клад», 3-6 лет
tags:
  - play
  - talking with children
resources:
  - title: A sheet
    file: sheet.pdf
  - title: Another
ages:
  fromMonths: 36
  toMonths: 72

updated: 2026-11-24
reviewed: false
nothing:
last:
- a
- b`;

describe('plain fields', () => {
  test('are read without the parser', () => {
    expect(readPlainFields(typical)).toMatchInlineSnapshot(`
      {
        "ages": {
          "fromMonths": 36,
          "toMonths": 72,
        },
        "groupSize": "2–8 children",
        "hash": "6ff19189df7f56d4",
        "image": {
          "alt": "Сумка «Клад», 3-6 лет",
          "src": "cover.svg",
        },
        "last": [
          "a",
          "b",
        ],
        "nothing": null,
        "resources": [
          {
            "file": "sheet.pdf",
            "title": "A sheet",
          },
          {
            "title": "Another",
          },
        ],
        "reviewed": false,
        "summary": "Weeks: one, two",
        "tags": [
          "play",
          "talking with children",
        ],
        "title": "Children's games",
        "updated": "2026-11-24",
      }
    `);
    expect(readPlainFields(typical)).toEqual(parseAnyYaml(typical, 'x.md', 1).data);
  });

  test.each([
    ['a remark', 'title: Bag # of treasures'],
    ['a text of several lines', 'title: Bag\n  of treasures'],
    ['a folded text', 'rules: >-\n  Be kind.'],
    ['brackets', 'tags: [play, bag]'],
    ['an escape', 'title: "one\\ttwo"'],
    ['a field that is written twice', 'title: Bag\ntitle: Bag'],
    ['a number that is not what was written', 'version: 1.10'],
    ['an anchor', 'title: &bag Bag'],
    ['nothing', ''],
  ])('leave %s to the parser', (_, text) => {
    expect(readPlainFields(text)).toBeUndefined();
  });
});

describe('whatever is read without the parser, the parser reads the same', () => {
  /** No answer is never wrong. */
  const agree = (text: string): void => {
    const data = readPlainFields(text);
    if (data === undefined) return;
    const { diagnostics, data: expected } = parseAnyYaml(text, 'x.md', 1);
    expect({ diagnostics, json: JSON.stringify(data) }).toEqual({
      diagnostics: [],
      json: JSON.stringify(expected),
    });
  };

  const word = fc.constantFrom(
    ...[
      'a',
      'Bag',
      'Сумка',
      'ky',
      'null',
      'Null',
      '~',
      'true',
      'True',
      'yes',
      'no',
      '.inf',
      '.nan',
      'NaN',
      'Infinity',
      'e',
      'x1',
    ],
    ...[
      '0',
      '7',
      '36',
      '045',
      '-1',
      '+1',
      '1.10',
      '.5',
      '1e3',
      '0x1F',
      '0o7',
      '1_000',
      '12345678901',
      '2026-11-24',
      '10:30',
      '3-6',
      '3–6 лет',
      '2 x',
      '0 o',
      '6ff19189df7f56d4',
      '1234567890123e45',
      '0123456789012345',
      '1_0',
    ],
    ...[
      '"q"',
      '""',
      "'s'",
      "''",
      '"a: b"',
      '"a # b"',
      '"tab\\t"',
      '"open',
      "it's",
      '«К»',
      '„x“',
      '’k',
      '“',
      '…',
      '😀',
      '\ud800',
    ],
    ...[
      '-',
      '--',
      '---',
      '...',
      '?',
      ':',
      ',',
      '#',
      '&a',
      '*a',
      '!t',
      '|',
      '>',
      '>-',
      '%',
      '@',
      '`',
      '[',
      ']',
      '{',
      '}',
      '<<',
      '=',
      '\\',
    ],
    ...[
      'http://a.b/c',
      'a:b',
      'a#b',
      'a,b',
      'a: b',
      'a :b',
      'a -b',
      '\u00a0',
      '\u2028',
      '\u0085',
      '\ufeff',
      '\t',
      '__proto__',
      'constructor',
    ],
  );
  const value = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
  const key = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('title', 'a', 'b', 'tags', 'null', 'x-1') },
    { weight: 1, arbitrary: word },
  );
  const indent = fc.constantFrom('', '', '', '  ', '  ', '    ', ' ', '   ', '\t');
  const line = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(indent, key, value).map(([space, name, text]) => `${space}${name}: ${text}`),
    },
    { weight: 4, arbitrary: fc.tuple(indent, key).map(([space, name]) => `${space}${name}:`) },
    { weight: 4, arbitrary: fc.tuple(indent, value).map(([space, text]) => `${space}- ${text}`) },
    {
      weight: 2,
      arbitrary: fc.tuple(indent, key, value).map(([space, name, text]) => `${space}- ${name}: ${text}`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        ' ',
        '  ',
        '---',
        '...',
        '# remark',
        '-',
        '- - a',
        '-  a',
        'a:  b',
        'a: b ',
        'a : b',
      ),
    },
    { weight: 1, arbitrary: fc.tuple(indent, value).map(([space, text]) => `${space}${text}`) },
  );
  const runs = Number(process.env.FUZZ_RUNS ?? 5000);

  test('in lines of any kind in any order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (lines) => agree(lines.join('\n'))),
      { numRuns: runs },
    );
  });

  test('in single values', () => {
    fc.assert(
      fc.property(value, (text) => agree(`title: ${text}`)),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => agree(`title: ${text}`)),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => agree(`a:\n  - ${text}`)),
      { numRuns: runs },
    );
  });

  test('in typical fields with a few characters changed', () => {
    const edit = fc.tuple(
      fc.nat(typical.length),
      fc.nat(3),
      fc.oneof(word, fc.constantFrom('\n', ' ', '  ', '\n  ', '- ', ': ')),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        agree(
          edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), typical),
        );
      }),
      { numRuns: runs },
    );
  });
});
