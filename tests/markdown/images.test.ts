import { expect, test } from 'vitest';
import { codes, faults, render, shown } from './render.ts';

test('a picture alone in its paragraph is a figure with its title as the caption', () => {
  expect(shown('![A boy](boy.jpg "\'At\' the window")\n')).toBe('{figure boy.jpg|A boy|‘At’ the window}');
  expect(shown('- ![A *boy*](boy.jpg)\n')).toBe('<ul><li>{figure boy.jpg|A boy|}</li>\n</ul>');
});

test('a picture among words is not', () => {
  expect(shown('See ![A boy](boy.jpg "x") here')).toBe('<p>See {image boy.jpg|A boy|} here</p>');
  expect(shown('[![A boy](boy.jpg)](/courses/play/)')).toBe(
    '<p>{link /courses/play/}{image boy.jpg|A boy|}{/link}</p>',
  );
});

test('pictures are listed where they are written', () => {
  expect(render('a\n\n> b ![c](d.png) e\n').images).toEqual([
    { src: 'd.png', range: { line: 3, column: 10, endLine: 3, endColumn: 15 } },
  ]);
});

test('a picture needs a description', () => {
  expect(faults('Look: ![](boy.jpg)\n')).toMatchInlineSnapshot(`
    "1:7-10 error markdown/image-alt
      this picture has no description, so people who cannot see it would miss it
      help: say what it shows between the square brackets: ![Two girls build a tower](tower.jpg)"
  `);
  expect(codes('![ ](boy.jpg)')).toEqual(['1 markdown/image-alt']);
});

test('a picture lies beside the text', () => {
  expect(faults('![a](https://example.org/a.jpg)\n')).toMatchInlineSnapshot(`
    "1:6-31 error markdown/image-src
      pictures from other sites do not work without a connection, and tell that site who reads this page
      help: put the file into the folder of this text and write its name alone, in Latin letters and digits, as in picture-1.jpg"
  `);
  expect(faults('![a](../play/a.jpg)\n')).toMatchInlineSnapshot(`
    "1:6-19 error markdown/image-src
      "../play/a.jpg" is not the name of a file beside this text
      help: put the file into the folder of this text and write its name alone, in Latin letters and digits, as in picture-1.jpg"
  `);
  expect(faults('![a](data:image/png;base64,AAAA)\n')).toMatchInlineSnapshot(`
    "1:6-32 error markdown/image-src
      a picture cannot be written into the text itself
      help: put the file into the folder of this text and write its name alone, in Latin letters and digits, as in picture-1.jpg"
  `);
  expect(faults('![a]()\n')).toMatchInlineSnapshot(`
    "1:6-7 error markdown/image-src
      this picture names no file
      help: put the file into the folder of this text and write its name alone, in Latin letters and digits, as in picture-1.jpg"
  `);
});

test.each([
  '/a.jpg',
  '//example.org/a.jpg',
  'javascript:alert(1)',
  '&#106;avascript:alert(1)',
  'мальчик.jpg',
  '.hidden.png',
  'a/b.png',
  '<a b.png>',
  '..\\\\a.png',
  'a.png?x',
  'a%2e.png',
])('no picture from %s, but its description', (src) => {
  expect(codes(`![the words](${src})`)).toEqual(['1 markdown/image-src']);
  expect(shown(`![the words](${src})`)).toBe('the words');
});
