import { expect, test } from 'vitest';
import { codes, faults, render } from './render.ts';

const many = 10_000;

test('twenty levels are fine, and one more is reported', () => {
  expect(codes(`${'>'.repeat(20)} a`)).toEqual([]);
  expect(faults(`a\n\n${'>'.repeat(21)} b`)).toMatchInlineSnapshot(`
    "3:1-24 error markdown/too-deep
      more than 20 quotes, lists or containers stand one inside the other here
      help: remove the marks that are not meant, or write the text more simply"
  `);
  expect(codes(Array.from({ length: 21 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n'))).toEqual([
    '21 markdown/too-deep',
  ]);
  expect(
    codes(Array.from({ length: 21 }, (_, level) => `${':'.repeat(30 - level)} note`).join('\n')),
  ).toEqual(['21 markdown/too-deep']);
});

test('too many marks in one paragraph', () => {
  expect(faults(`a\n\n${'*'.repeat(many + 1)}`)).toMatchInlineSnapshot(`
    "3:1-10002 error markdown/too-deep
      this paragraph has more than 10,000 special characters
      help: remove the marks that are not meant, or write the text more simply"
  `);
  expect(faults('['.repeat(101))).toMatchInlineSnapshot(`
    "1:1-102 error markdown/too-deep
      this paragraph opens more than 100 brackets [ one inside the other
      help: remove the marks that are not meant, or write the text more simply"
  `);
  expect(codes('*a* [b](/courses/)\n\n'.repeat(3_000))).toEqual([]);
});

test('a text that goes too far is shown as it was typed', () => {
  const { body } = render(`${'>'.repeat(many)} <script>`);
  expect(body.parts).toEqual([`<p>${'&gt;'.repeat(many)} &lt;script&gt;</p>\n`]);
});

const hostile: Record<string, string> = {
  ...Object.fromEntries(
    [
      '>',
      '> ',
      '[',
      '](',
      '![',
      '*',
      '*a **b ',
      '_',
      '`',
      '` ',
      '((',
      '<',
      '<a ',
      '<!--',
      '<a b="',
      '&',
      '"',
      "'a ",
      '~~',
      '^[',
      '[^',
      '\\',
      '|',
      '- ',
      '1. ',
      ':',
      '::: note\n',
      ':::\n',
      '# a\n',
      '- a\n',
      'a\n: b\n',
      '[^a]: b\n',
      '*[a]: b\n',
      '3-6 ',
      'я ',
      '- [x] a\n',
    ].map((mark) => [JSON.stringify(mark), mark.repeat(many)]),
  ),
  'nested lists': Array.from({ length: 1_000 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n'),
  'nested pictures': `${'!['.repeat(95)}${'](a.png)'.repeat(95)} `.repeat(20),
  'nested inline footnotes': `${'^['.repeat(95)}a${']'.repeat(95)} `.repeat(20),
  'a line of a megabyte': 'a'.repeat(1_000_000),
  'words of a megabyte': '"слово" и 1-2 '.repeat(71_000),
  'a table of a megabyte': `|a|\n|-|\n${'|a'.repeat(500_000)}`,
  footnotes: Array.from({ length: 2_000 }, (_, id) => `a[^${id}]\n\n[^${id}]: b\n\n`).join(''),
};

/** What takes seconds here has a square in it; a slow machine may take ten times as long as ours. */
test.each(Object.keys(hostile))('%s, ten thousand times, takes no time', { timeout: 5_000 }, (name) => {
  const { body } = render(hostile[name] ?? '', 'ru');
  expect(body.parts.length).toBeGreaterThanOrEqual(0);
});
