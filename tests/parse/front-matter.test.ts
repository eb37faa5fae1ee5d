import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../build/parse/front-matter.ts';
import { lines } from '../support/content.ts';

const faultsOf = (text: string): string[] => lines(parseFrontMatter(text, 'x.md').diagnostics);

describe('the fence', () => {
  test.each([
    [
      '',
      'x.md:1:1 error front-matter/empty: the file is empty (begin it with "---", the fields, and "---" again)',
    ],
    [
      'Hello\n',
      'x.md:1:1 error front-matter/missing: the file has no front matter (begin it with ---, then fields such as "title: …", then --- again)',
    ],
    [
      '---js\nmodule.exports = {}\n---\n',
      'x.md:1:1 error front-matter/opening: the first line is "---js" (write exactly --- as the first line)',
    ],
    [
      '--- js\nfoo\n---\n',
      'x.md:1:1 error front-matter/opening: the first line is "--- js" (write exactly --- as the first line)',
    ],
    [
      '---constructor\na: 1\n---\n',
      'x.md:1:1 error front-matter/opening: the first line is "---constructor" (write exactly --- as the first line)',
    ],
    [
      '--- \na: 1\n---\n',
      'x.md:1:1 error front-matter/opening: the first line is "--- " (write exactly --- as the first line)',
    ],
    [
      '----\na: 1\n---\n',
      'x.md:1:1 error front-matter/opening: the first line is "----" (write exactly --- as the first line)',
    ],
    [
      '\n---\na: 1\n---\n',
      'x.md:1:1 error front-matter/leading-blank: an empty line stands before the front matter (delete the empty lines at the beginning of the file)',
    ],
    [
      '---\na: 1\n----\nbody\n',
      'x.md:3:1 error front-matter/closing: the line that closes the front matter is "----" (write exactly ---, with nothing before or after it)',
    ],
    [
      '---\na: 1\n--- \nbody\n---\n',
      'x.md:3:1 error front-matter/closing: the line that closes the front matter is "--- " (write exactly ---, with nothing before or after it)',
    ],
    [
      '---\na: 1\n ---\nbody\n',
      'x.md:3:1 error front-matter/closing: the line that closes the front matter is " ---" (write exactly ---, with nothing before or after it)',
    ],
    [
      '---\na: 1\n...\nbody\n',
      'x.md:3:1 error front-matter/closing: the front matter is not closed: this line is "..." (write exactly --- on the line after the last field)',
    ],
    [
      '---\na: 1\nbody\n',
      'x.md:1:1 error front-matter/unclosed: the front matter is opened and never closed (write --- on a line of its own after the last field)',
    ],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('nothing after the opening dashes is ever executed', () => {
    const global = globalThis as { passportWasHere?: boolean };
    for (const language of ['js', 'javascript', 'json', 'coffee', 'yaml js', 'JS', 'js\r']) {
      parseFrontMatter(`---${language}\n{ x: (globalThis.passportWasHere = true) }\n---\n`, 'x.md');
    }
    expect(global.passportWasHere).toBeUndefined();
  });

  test('the body keeps every line, and knows on which it begins', () => {
    const { body, bodyLine, data } = parseFrontMatter('---\na: x\n---\n\nOne\n\n---\n\nTwo\n', 'x.md');
    expect({ body, bodyLine, data }).toEqual({
      body: '\nOne\n\n---\n\nTwo\n',
      bodyLine: 4,
      data: { a: 'x' },
    });
  });
});

describe('the fields', () => {
  test.each([
    [
      '---\na:\n\tb: 1\n---\n',
      'x.md:3:1 error front-matter/tab: a tab stands where only spaces may (replace the tab by two spaces)',
    ],
    [
      '---\na: 1\nb: 2\na: 3\n---\n',
      'x.md:4:1 error front-matter/duplicate-key: the field "a" is written twice (keep one of the two)',
    ],
    [
      '---\ntitle: Play: why\n---\n',
      'x.md:2:8 error front-matter/quotes: the value of "title" holds a colon and a space and needs quotes (write title: "Play: why")',
    ],
    [
      '---\na: &x 1\nb: *x\n---\n',
      'x.md:2:4 error front-matter/alias: refers to another value with & or *; front matter has no such references (write a: "&x 1")',
    ],
    [
      '---\n- a\n- b\n---\n',
      'x.md:2:1 error front-matter/not-a-map: holds a list; fields are written as "name: value" (write one field on each line, for example "title: The treasure bag")',
    ],
    [
      '---\njust words\n---\n',
      'x.md:2:1 error front-matter/not-a-map: holds a single value; fields are written as "name: value" (write one field on each line, for example "title: The treasure bag")',
    ],
    [
      '---\na: !!js/function x\n---\n',
      'x.md:2:4 error front-matter/tag: a value begins with "!", which has a meaning of its own here (write a: "!!js/function x")',
    ],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)[0]).toBe(fault);
  });

  test('a billion laughs are refused at once', () => {
    const levels = Array.from(
      { length: 30 },
      (_, index) => `l${index + 1}: &l${index + 1} [*l${index}, *l${index}]`,
    );
    expect(faultsOf(`---\nl0: &l0 ha\n${levels.join('\n')}\n---\n`)[0]).toContain('front-matter/alias');
  });

  test('ten thousand brackets are refused at once', () => {
    expect(faultsOf(`---\na: ${'['.repeat(10_000)}\n---\n`)).toEqual([
      expect.stringContaining('front-matter/too-deep'),
    ]);
  });

  test('what an author wrote stays as it was written', () => {
    const { data } = parseFrontMatter(
      '---\nversion: 1.10\ncode: 045\ntime: 12:30:00\ncountry: NO\nday: 2025-03-01\nage: 48\non: true\n---\n',
      'x.md',
    );
    expect(data).toEqual({
      version: '1.10',
      code: '045',
      time: '12:30:00',
      country: 'NO',
      day: '2025-03-01',
      age: 48,
      on: true,
    });
  });

  test('"__proto__" is a field like any other and changes no object', () => {
    const { data } = parseFrontMatter('---\n__proto__: {polluted: true}\n---\n', 'x.md');
    expect(Object.keys(data)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      '---',
      '\n',
      '---js',
      ': ',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!',
      '!!',
      '|',
      '>',
      '\t',
      '#',
      '%',
      '@',
      '`',
      '\0',
      '\uFEFF',
      '\uFFFD',
      '<<',
      '?',
      '__proto__',
      'title',
    ),
    fc.string({ maxLength: 5, unit: 'grapheme' }),
  );
  const document = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));

  test('gives fields or a located fault, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          document,
          document.map((inner) => `---\n${inner}\n---\n`),
        ),
        (text) => {
          const { data, diagnostics, bodyLine } = parseFrontMatter(text, 'x.md');
          const count = text.split('\n').length;
          for (const fault of diagnostics) {
            expect(fault.line).toBeGreaterThanOrEqual(1);
            expect(fault.line).toBeLessThanOrEqual(count);
            expect(fault.column).toBeGreaterThanOrEqual(1);
          }
          expect(typeof data).toBe('object');
          expect(bodyLine).toBeLessThanOrEqual(count + 1);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
