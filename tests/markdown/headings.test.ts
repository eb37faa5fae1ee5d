import { expect, test } from 'vitest';
import { faults, render, shown } from './render.ts';

const anchors = (text: string): string[] => render(text).body.headings.map(({ id }) => id);

test('anchors keep letters and digits of any script and join them with hyphens', () => {
  expect(
    anchors(
      '## Что мы видим — и что добавляем?\n\n## Балдар эмнени үйрөнөт, ң ө ү\n\n## Бачаҳо ва ҷаҳон, қ ғ ӣ\n',
    ),
  ).toEqual(['что-мы-видим-и-что-добавляем', 'балдар-эмнени-үйрөнөт-ң-ө-ү', 'бачаҳо-ва-ҷаҳон-қ-ғ-ӣ']);
  expect(anchors('## Šta *deca* vide (3-6)\n')).toEqual(['šta-deca-vide-3-6']);
});

test('apostrophes leave no trace, whichever of them was typed', () => {
  expect(anchors("## O'yin\n\n## Gʻoya\n\n## Don’t\n")).toEqual(['oyin', 'goya', 'dont']);
});

test('anchors are unique and give way to quizzes, to footnotes and to the page itself', () => {
  expect(anchors('## A\n\n## A\n\n## A 2\n\n## A\n')).toEqual(['a', 'a-2', 'a-2-2', 'a-3']);
  expect(anchors('## Q1\n\n## Main\n\n## Fn1\n\n## !!!\n\n::: reflect #q1\n- [ ] a\n:::\n')).toEqual([
    'q1-2',
    'main-2',
    'section-fn1',
    'section',
  ]);
});

test('headings carry their words without markup', () => {
  expect(render('## The *first* `week` "now"\n').body.headings).toEqual([
    { level: 2, id: 'the-first-week-now', text: 'The first week “now”' },
  ]);
  expect(shown('## The *first*\n')).toBe('<h2 id="the-first">The <em>first</em></h2>');
});

test('a heading of the first level is shown as one of the second', () => {
  expect(shown('# A\n')).toBe('<h2 id="a">A</h2>');
  expect(faults('# A\n')).toMatchInlineSnapshot(`
    "1:1-4 warning markdown/heading-level
      the title of the page is its only heading of the first level; this one is shown as one of the second
      help: begin it with ##"
  `);
});

test('a missing level is reported, also at the beginning', () => {
  expect(faults('## A\n\n#### B\n\n### C\n')).toMatchInlineSnapshot(`
    "3:1-7 warning markdown/heading-level
      below a heading of level 2, the next one cannot be of level 4: a level is missing between them
      help: begin it with ###"
  `);
  expect(faults('### A\n')).toMatchInlineSnapshot(`
    "1:1-6 warning markdown/heading-level
      the first heading of a text cannot be of level 3: a level is missing between them
      help: begin it with ##"
  `);
});

test('a heading without words is reported', () => {
  expect(faults('## \n')).toMatchInlineSnapshot(`
    "1:1-3 error markdown/heading-empty
      this heading has no words
      help: write them on the same line, or remove the line"
  `);
});
