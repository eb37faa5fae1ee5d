import { expect, test } from 'vitest';
import { codes, faults, shown } from './render.ts';

test('a tag is reported where it stands, and shown as it stands', () => {
  expect(shown('a <b>c</b>')).toBe('<p>a &lt;b&gt;c&lt;/b&gt;</p>');
  expect(faults('a\nb <b class="x">c</b> d')).toMatchInlineSnapshot(`
    "2:3-16 error markdown/raw-html
      "<b>" does not work here: readers would see it as it stands
      help: write **bold** for bold"
  `);
});

test.each([
  ['<br>', 'a backslash'],
  ['<br/>', 'a backslash'],
  ['<p align=center>', 'empty line'],
  ['<a href="x">', 'words of the link'],
  ['<img src=x onerror=alert(1)>', 'what the picture shows'],
  ['<iframe src="x"></iframe>', '::: video'],
  ['<script>alert(1)</script>', 'in Markdown'],
  ['</div>', 'empty line'],
  ['<svg/onload=alert(1)>', 'in Markdown'],
])('%s has a hint', (tag, hint) => {
  expect(faults(`a ${tag} b`)).toContain(hint);
});

test('a comment, also over several paragraphs', () => {
  expect(faults('a <!-- b\n\nc --> d')).toMatchInlineSnapshot(`
    "1:3-7 error markdown/raw-html
      a hidden comment does not work here: readers would see it as it stands
      help: remove it; notes for other authors do not belong in the text"
  `);
});

test('code, escapes, entities and comparisons are no tags', () => {
  expect(codes('`<b>` \\<b> &lt;b> 3 < 5 > 2, a <3 b\n\n    <b>\n\n```\n<b>\n```\n')).toEqual([]);
});

test('a tag in a title or in the description of a picture is text, and reported', () => {
  expect(shown('::: tip <b>x\ny\n:::')).toContain('&lt;b&gt;x');
  expect(shown('![<b>x](a.png)')).toBe('{figure a.png|<b>x|}');
  expect(codes('::: tip <b>x\ny\n:::')).toEqual(['1 markdown/raw-html']);
  expect(codes('![<b>x](a.png)')).toEqual(['1 markdown/raw-html']);
});
