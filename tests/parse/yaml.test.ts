import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../build/parse/front-matter.ts';
import { lines } from '../support/content.ts';

const faultsOf = (fields: string): string[] =>
  lines(parseFrontMatter(`---\n${fields}---\n`, 'x.md').diagnostics);

describe('quotation marks', () => {
  test.each<[string, string[]]>([
    [
      'title: Play: why\nsummary: What: for\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "Play: why")',
        'x.md:3:10 error front-matter/quotes: the value of "summary" holds a colon and a space and needs quotes (write summary: "What: for")',
      ],
    ],
    [
      'title: Play:\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" ends with a colon and needs quotes (write title: "Play:")',
      ],
    ],
    [
      'title: "Bag" a story\n',
      [
        `x.md:2:8 error front-matter/quotes: the value of "title" goes on behind the closing quotation mark and needs quotes (write title: '"Bag" a story')`,
      ],
    ],
    [
      "title: 'Bag's'\n",
      [
        `x.md:2:8 error front-matter/quotes: the value of "title" goes on behind the closing quotation mark and needs quotes (write title: "Bag's")`,
      ],
    ],
    [
      'title: "it is "good""\n',
      [
        `x.md:2:8 error front-matter/quotes: the value of "title" goes on behind the closing quotation mark and needs quotes (write title: 'it is "good"')`,
      ],
    ],
    [
      'title: "one" and "two"\n',
      [
        `x.md:2:8 error front-matter/quotes: the value of "title" goes on behind the closing quotation mark and needs quotes (write title: '"one" and "two"')`,
      ],
    ],
    [
      'title: [draft] Bag\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" goes on behind the closing bracket and needs quotes (write title: "[draft] Bag")',
      ],
    ],
    [
      'title: @home\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" begins with "@" and needs quotes (write title: "@home")',
      ],
    ],
    [
      'title: %x\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" begins with "%" and needs quotes (write title: "%x")',
      ],
    ],
    [
      'title: `x`\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" begins with "`" and needs quotes (write title: "`x`")',
      ],
    ],
    [
      'title: - Bag\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" begins with "-" and needs quotes (write each item of a list on a line of its own, or title: "- Bag")',
      ],
    ],
    [
      'title: ? Bag\n',
      [
        'x.md:2:8 error front-matter/quotes: the value of "title" begins with "?" and needs quotes (write title: "? Bag")',
      ],
    ],
    [
      'tags:\n  - Play: why\n  - "a" b\n',
      [
        `x.md:4:5 error front-matter/quotes: the item goes on behind the closing quotation mark and needs quotes (write - '"a" b')`,
      ],
    ],
    ['tags: [Play: why]\n', []],
    [
      'title: "Bag\nsummary: x\n',
      ['x.md:2:8 error front-matter/quotes: a quotation mark is opened and not closed (write title: "Bag")'],
    ],
    [
      'title: "Bag\nsummary: "A bag."\n',
      ['x.md:2:8 error front-matter/quotes: a quotation mark is opened and not closed (write title: "Bag")'],
    ],
    [
      'title: "a\\q"\n',
      [
        'x.md:2:10 error front-matter/backslash: "\\q" has no meaning between quotation marks (write \\\\ for a backslash, or put the value in single quotes)',
      ],
    ],
  ])('%j', (fields, expected) => {
    expect(faultsOf(fields)).toEqual(expected);
  });
});

describe('values with a meaning of their own', () => {
  test.each<[string, string[]]>([
    [
      'title: *Bag*\n',
      [
        'x.md:2:8 error front-matter/alias: refers to another value with & or *; front matter has no such references (write title: "*Bag*")',
      ],
    ],
    [
      'title: &Bag\n',
      [
        'x.md:2:8 error front-matter/alias: refers to another value with & or *; front matter has no such references (write title: "&Bag")',
      ],
    ],
    [
      'title: &a b\n',
      [
        'x.md:2:8 error front-matter/alias: refers to another value with & or *; front matter has no such references (write title: "&a b")',
      ],
    ],
    [
      'title: !Bag\n',
      [
        'x.md:2:8 error front-matter/tag: a value begins with "!", which has a meaning of its own here (write title: "!Bag")',
      ],
    ],
  ])('%j', (fields, expected) => {
    expect(faultsOf(fields)).toEqual(expected);
  });
});

describe('the shape of the lines', () => {
  test.each<[string, string[]]>([
    [
      'title:Bag\nsummary: x\n',
      [
        'x.md:2:1 error front-matter/no-space: a space is missing after the colon of "title" (write title: Bag)',
      ],
    ],
    [
      'url:https://example.org/\n',
      [
        'x.md:2:1 error front-matter/no-space: a space is missing after the colon of "url" (write url: https://example.org/)',
      ],
    ],
    [
      'title = Bag\nsummary: x\n',
      [
        'x.md:2:1 error front-matter/no-colon: "title = Bag" is no field: a colon and a space are missing (write fields as "name: value")',
      ],
    ],
    [
      ' title: Bag\nsummary: x\n',
      [
        'x.md:2:1 error front-matter/indent: spaces stand before the first field (delete the spaces at the beginning of the line)',
      ],
    ],
    [
      'a: 1\n  b: 2\n',
      [
        'x.md:3:1 error front-matter/indent: the line is indented, but the field above already has a value (begin each field of one level in the same column)',
      ],
    ],
    [
      'a:\n  b: 1\n c: 2\n',
      [
        'x.md:4:2 error front-matter/indent: the line is not indented like its neighbours (begin each field of one level in the same column)',
      ],
    ],
    [
      'a: 1\n- b\n',
      [
        'x.md:3:1 error front-matter/indent: an item of a list stands where a field is expected (write the name of the field on the line above, and indent all its items alike)',
      ],
    ],
    [
      'a:\n\tb: 1\n',
      ['x.md:3:1 error front-matter/tab: a tab stands where only spaces may (replace the tab by two spaces)'],
    ],
    [
      'title: {a\nb: 1\n',
      [
        'x.md:2:8 error front-matter/bracket: a bracket "{" is opened and not closed (write } where it ends; if the bracket is meant, put the value in quotes)',
      ],
    ],
    [
      'a: [b, c\n',
      [
        'x.md:2:4 error front-matter/bracket: a bracket "[" is opened and not closed (write ] where it ends; if the bracket is meant, put the value in quotes)',
      ],
    ],
    [
      'a: x\n...\nb: 1\n',
      [
        'x.md:4:1 error front-matter/divided: a line "---" or "..." divides the fields into two parts (remove the line; the fields of a file are one part)',
      ],
    ],
    [
      '%YAML 1.1\na: b\n',
      [
        'x.md:2:1 error front-matter/percent: a line begins with "%", which has a meaning of its own here (remove the line)',
      ],
    ],
    [
      'a: b\na: c\n"a": d\n',
      [
        'x.md:3:1 error front-matter/duplicate-key: the field "a" is written twice (keep one of the two)',
        'x.md:4:1 error front-matter/duplicate-key: the field "a" is written twice (keep one of the two)',
      ],
    ],
    [
      'a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n',
      [
        'x.md:2:44 error front-matter/too-deep: lists and maps are nested more than 40 deep here (write the list or map with one item on a line)',
      ],
    ],
    [
      `b: 1\n${'- '.repeat(300)}x\n`,
      [
        'x.md:3:161 error front-matter/too-deep: lists and maps are nested more than 40 deep here (write the list or map with one item on a line)',
      ],
    ],
  ])('%j', (fields, expected) => {
    expect(faultsOf(fields)).toEqual(expected);
  });
});

describe('a megabyte of it does not take for ever', () => {
  test.each([
    ['fields', Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['backslashes', `a: "${'\\q'.repeat(400_000)}"\n`],
    ['faulty lines', 'a: b: c\n'.repeat(100_000)],
    ['the same field', 'a: 1\n'.repeat(150_000)],
    ['quotes', `a: ${"'b' ".repeat(200_000)}\n`],
    ['anchors', `a:\n${'- &a b\n'.repeat(100_000)}`],
    ['question marks', '? '.repeat(400_000)],
  ])('%s', (_, fields) => {
    expect(faultsOf(fields).length).toBeLessThanOrEqual(20);
  });
});
