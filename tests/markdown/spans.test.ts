import { expect, test } from 'vitest';
import { codes, faults, render, shown } from './render.ts';

test('words of another language, and words that are the same in every script', () => {
  expect(shown('The course [Учимся *играя*]{lang=ru} of [Aibek]{translate=no}.')).toBe(
    '<p>The course <span lang="ru">Учимся <em>играя</em></span> of <span translate="no">Aibek</span>.</p>',
  );
});

test('languages are named as browsers know them, and read in their direction', () => {
  expect(shown('[vrtić]{lang=cnr-Latn} [سلام]{lang="fa"}')).toBe(
    '<p><span lang="sr-Latn-ME">vrtić</span> <span lang="fa" dir="rtl">سلام</span></p>',
  );
});

test('in a heading, a list, a table, a quiz and the words of a link', () => {
  const marked = '[Play]{lang=en}';
  const span = '<span lang="en">Play</span>';
  expect(shown(`## ${marked}`)).toContain(span);
  expect(shown(`- ${marked}`)).toContain(span);
  expect(shown(`| a |\n| - |\n| ${marked} |`)).toContain(span);
  expect(shown(`[see ${marked}](https://example.org/)`)).toContain(span);
  expect(
    JSON.stringify(render(`::: quiz #q\n${marked}?\n\n- [x] ${marked}\n- [ ] b\n:::`).body.quizzes),
  ).toContain(JSON.stringify(span).slice(1, -1));
  expect(render(`a ${marked}`).body.plainText.trim()).toBe('a Play');
});

test('links, notes, code and plain brackets are none', () => {
  expect(shown('[a](https://example.org/){lang=en}')).toContain('</a>{lang=en}');
  expect(shown('`[a]{lang=en}` \\[b]{lang=en} [c] {lang=en} [d]{.e} {f}')).toBe(
    '<p><code>[a]{lang=en}</code> [b]{lang=en} [c] {lang=en} [d]{.e} {f}</p>',
  );
});

test('a language that does not exist, and any other attribute', () => {
  expect(faults('One\n[a]{lang=eng}\n[b]{onclick=alert}')).toMatchInlineSnapshot(`
    "2:4-14 error markdown/span
      "eng" is no language
      help: did you mean {lang=en}?
    3:4-19 error markdown/span
      {onclick=alert} means nothing here
      help: behind words in brackets there can be {lang=en}, for words of another language, and {translate=no}, for what stays in every script"
  `);
});

test('no attribute comes out but these two', () => {
  expect(shown('[a]{onclick=x} [b]{style="y"} [c]{lang=x"y}')).toBe(
    '<p><span>a</span> <span>b</span> [c]{lang=x&quot;y}</p>',
  );
  expect(codes(`${'['.repeat(90)}a${']{lang=en}'.repeat(90)}`)).toEqual([]);
});
