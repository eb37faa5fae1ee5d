import { expect, test } from 'vitest';
import { codes, faults, render, shown } from './render.ts';

test('links to pages are parts, for each page resolves them for its reader', () => {
  expect(shown('See [the *first* week](/courses/play/first-week/#look).')).toBe(
    '<p>See {link /courses/play/first-week/#look}the <em>first</em> week{/link}.</p>',
  );
  expect(render('See [it](/materials/treasure-bag).').links).toEqual([
    {
      target: '/materials/treasure-bag/',
      fragment: '',
      range: { line: 1, column: 10, endLine: 1, endColumn: 33 },
    },
  ]);
});

test.each(['/', '/courses/', '/materials', '/search/', '/groups/play-every-day/', '/pages/about/'])(
  '%s is a page',
  (path) => {
    expect(codes(`[a](${path})`)).toEqual([]);
  },
);

test('links within the page keep their script', () => {
  expect(shown('[выше](#что-мы-видим)')).toBe('<p><a href="#что-мы-видим">выше</a></p>');
  expect(render('[выше](#%D1%87%D1%82%D0%BE)').links[0]).toMatchObject({ target: '', fragment: 'что' });
});

test('links to other sites, mail and telephone', () => {
  expect(shown('[a](https://unicef.org/a?b=1&c="x") <https://who.int/3-6>')).toMatchInlineSnapshot(
    `"<p><a href="https://unicef.org/a?b=1&amp;c=%22x%22" rel="noopener">a</a> <a href="https://who.int/3-6" rel="noopener">https://who.int/3-6</a></p>"`,
  );
  expect(shown('[a](mailto:a@example.org) [b](tel:+996312000000) <a@example.org>')).toMatchInlineSnapshot(
    `"<p><a href="mailto:a@example.org">a</a> <a href="tel:+996312000000">b</a> <a href="mailto:a@example.org">a@example.org</a></p>"`,
  );
});

test('links by reference', () => {
  expect(shown('[a][b]\n\n[b]: /courses/play/\n')).toBe('<p>{link /courses/play/}a{/link}</p>');
});

test('an address in the words of a link is no second link', () => {
  expect(shown('[a <https://example.org>](/courses/play/)')).toBe(
    '<p>{link /courses/play/}a https://example.org{/link}</p>',
  );
});

test('the place of an address is found in quotes, lists, tables and on later lines', () => {
  const places = (text: string) =>
    codes(text).length === 1 &&
    render(text)
      .diagnostics.map(({ line, column, endColumn }) => `${line}:${column}-${endColumn}`)
      .join();
  expect(places('> - a\n>   b [c](<x y>)\n')).toBe('2:11-16');
  expect(places('| a | b |\n|---|---|\n| c | [d](x:y) |\n')).toBe('3:11-14');
  expect(places('a\n: b [c](x:y)\n')).toBe('2:9-12');
  expect(places('## a [b](x:y) ##\n')).toBe('1:10-13');
  expect(places('::: tip a [b](x:y)\nc\n:::\n')).toBe('1:15-18');
  expect(places('a[^1]\n\n[^1]: b [c](x:y)\n')).toBe('3:13-16');
  expect(places('a <xx:y>\n')).toBe('1:4-8');
});

test('addresses that could run or hide something', () => {
  expect(faults('[tap](javascript:alert(1))')).toMatchInlineSnapshot(`
    "1:7-26 error markdown/link-unsafe
      a link must not lead to "javascript:alert(1)"
      help: a link begins with https://, mailto:, tel:, # or /"
  `);
  expect(faults('[tap](//example.org/a)')).toMatchInlineSnapshot(`
    "1:7-22 error markdown/link-unsafe
      a link must not lead to "//example.org/a"
      help: write the whole address: https://example.org/a"
  `);
});

test.each([
  'JavaScript:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript&colon;alert(1)',
  'java&#10;script:alert(1)',
  'java&Tab;script:alert(1)',
  '&#8203;javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:x',
  'ftp://example.org/',
  'intent://x',
  '///example.org',
  '/\\\\example.org',
  '\\\\\\\\example.org',
])('no link to %s, but its words', (address) => {
  expect(codes(`[the words](${address})`)).toEqual(['1 markdown/link-unsafe']);
  expect(shown(`[the words](${address})`)).toBe('<p>the words</p>');
});

test('an unsafe address in angle brackets or by reference', () => {
  expect(codes('<javascript:alert(1)>')).toEqual(['1 markdown/link-unsafe']);
  expect(codes('[a][b] [b]\n\n[b]: javascript:alert(1)\n')).toEqual([
    '1 markdown/link-unsafe',
    '1 markdown/link-unsafe',
  ]);
});

test('links that name a language', () => {
  expect(faults('[a](/ru/courses/play/#x)')).toMatchInlineSnapshot(`
    "1:5-24 error markdown/link-language
      the link "/ru/courses/play/" names a language; readers would leave their own
      help: write /courses/play/#x: it leads each reader to the page in their language"
  `);
  expect(codes('[a](/sr-cyrl/materials/x) [b](/uz-Latn/)')).toEqual([
    '1 markdown/link-language',
    '1 markdown/link-language',
  ]);
});

test('links to Markdown files', () => {
  expect(faults('[a](../second-week/index.en.md#x)')).toMatchInlineSnapshot(`
    "1:5-33 error markdown/link-md
      the link leads to the file "../second-week/index.en.md" and not to its page
      help: write /courses/play/second-week/#x"
  `);
  expect(faults('[a](notes.md)')).toMatchInlineSnapshot(`
    "1:5-13 error markdown/link-md
      the link leads to the file "notes.md" and not to its page
      help: write /courses/play/first-week/"
  `);
  expect(faults('[a](/courses/play/index.ru.md)')).toMatchInlineSnapshot(`
    "1:5-30 error markdown/link-md
      the link leads to the file "/courses/play/index.ru.md" and not to its page
      help: write /courses/play/"
  `);
});

test('links to files beside the text', () => {
  expect(faults('[a](poster.pdf)')).toMatchInlineSnapshot(`
    "1:5-15 error markdown/link-file
      "poster.pdf" is a file, and readers must see its size before they load it
      help: write a line ::: download poster.pdf Title, and a line ::: below it"
  `);
  expect(faults('[a](C:\\Users\\a.pdf)')).toMatchInlineSnapshot(`
    "1:5-19 error markdown/link-file
      "C:\\Users\\a.pdf" is a file on your own computer, which readers cannot open
      help: put the file beside this text and write ::: download file.pdf Title"
  `);
});

test('paths that lead to no page', () => {
  expect(faults('[a](/Courses/Play/)')).toMatchInlineSnapshot(`
    "1:5-19 error markdown/link-path
      "/Courses/Play/" is not the path of a page
      help: write it in small letters: /courses/play/"
  `);
  expect(faults('[a](/material/treasure-bag/)')).toMatchInlineSnapshot(`
    "1:5-28 error markdown/link-path
      "/material/treasure-bag/" is not the path of a page
      help: did you mean /materials/treasure-bag/?"
  `);
  expect(faults('[a](/courses/play/../x/)')).toMatchInlineSnapshot(`
    "1:5-24 error markdown/link-path
      "/courses/play/../x/" is not the path of a page
      help: pages are /courses/<course>/<lesson>/, /materials/<material>/, /groups/<group>/ and /pages/<page>/"
  `);
  expect(faults('[a](../second-week/)')).toMatchInlineSnapshot(`
    "1:5-20 error markdown/link-path
      "../second-week/" is not the path of a page
      help: write /courses/play/second-week/"
  `);
  expect(faults('[a](www.unicef.org/kg)')).toMatchInlineSnapshot(`
    "1:5-22 error markdown/link-path
      "www.unicef.org/kg" is not the path of a page
      help: write the whole address: https://www.unicef.org/kg"
  `);
  expect(faults('[a](name@example.org)')).toMatchInlineSnapshot(`
    "1:5-21 error markdown/link-path
      "name@example.org" is not the path of a page
      help: write mailto:name@example.org"
  `);
});

test('addresses that are not complete', () => {
  expect(faults('[a]()')).toMatchInlineSnapshot(`
    "1:5-6 error markdown/link-path
      this link leads nowhere
      help: write where it leads between the round brackets"
  `);
  expect(faults('[a](https://)')).toMatchInlineSnapshot(`
    "1:5-13 error markdown/link-path
      "https://" is no complete address
      help: write it as in https://example.org/page"
  `);
  expect(faults('[a](tel:abc) [b](mailto:abc)')).toMatchInlineSnapshot(`
    "1:5-12 error markdown/link-path
      "tel:abc" is no telephone number
      help: write it without spaces, as in tel:+996312000000
    1:18-28 error markdown/link-path
      "mailto:abc" is no e-mail address
      help: write it as in mailto:name@example.org"
  `);
});

test('a link needs words', () => {
  expect(faults('[](/courses/play/)')).toMatchInlineSnapshot(`
    "1:4-18 error markdown/link-text
      this link has no words that a reader could tap
      help: write them between the square brackets: [words of the link](…)"
  `);
  expect(codes('[![](a.jpg)](/courses/play/)')).toEqual(['1 markdown/link-text', '1 markdown/image-alt']);
});
