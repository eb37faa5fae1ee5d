import { expect, test } from 'vitest';
import { codes, faults, render, shown } from './render.ts';

test('callouts take the title of their author, or the usual one', () => {
  expect(shown('::: note\na\n:::\n')).toMatchInlineSnapshot(`
    "<div class="callout note"><p class="k">{label note}</p>
    <p>a</p>
    </div>"
  `);
  expect(shown(':::tip A "good" *idea*\na\n:::\n')).toMatchInlineSnapshot(`
    "<div class="callout tip"><p class="k">A “good” <em>idea</em></p>
    <p>a</p>
    </div>"
  `);
  expect(shown('::: warning\n- a\n:::')).toMatchInlineSnapshot(`
    "<div class="callout warning"><p class="k">{label warning}</p>
    <ul><li>a</li>
    </ul>
    </div>"
  `);
});

test('only the first activity of a page is what to try today', () => {
  const both = shown('::: activity a\nb\n:::\n\n::: activity c\nd\n:::\n');
  expect(both.match(/\{label activity\}/g)).toHaveLength(1);
  expect(both.indexOf('{label activity}')).toBeLessThan(both.indexOf('<h2 id="a">'));
});

test('the title of an activity is a heading', () => {
  expect(shown('::: activity Two minutes\na\n:::\n')).toMatchInlineSnapshot(`
    "<section class="activity"><p class="k">{label activity}</p>
    <h2 id="two-minutes">Two minutes</h2>
    <p>a</p>
    </section>"
  `);
  expect(
    render('::: activity Two minutes\n### a\n:::\n').body.headings.map(({ id, level }) => `${level} ${id}`),
  ).toEqual(['2 two-minutes', '3 a']);
  expect(shown('::: activity\na\n:::\n')).toBe(
    '<section class="activity"><p class="k">{label activity}</p>\n<p>a</p>\n</section>',
  );
});

test('steps are a numbered list', () => {
  expect(shown('::: steps\nBefore\n\n1. a\n2. b\n:::\n')).toMatchInlineSnapshot(`
    "<p>Before</p>
    <ol class="steps">
    <li>a</li>
    <li>b</li>
    </ol>"
  `);
  expect(faults('::: steps\n- a\n:::\n')).toMatchInlineSnapshot(`
    "1:1-10 error markdown/steps-list
      these steps have no numbered list
      help: write each step on a line of its own that begins with a number: 1. Sit down"
  `);
});

test('containers nest with more colons outside, and with as many', () => {
  const nested =
    '<section class="activity"><p class="k">{label activity}</p>\n<h2 id="a">a</h2>\n<ol class="steps">\n<li>b</li>\n</ol>\n<p>c</p>\n</section>\n<p>d</p>';
  expect(shown(':::: activity a\n::: steps\n1. b\n:::\n\nc\n::::\n\nd')).toBe(nested);
  expect(shown('::: activity a\n::: steps\n1. b\n:::\n\nc\n:::\n\nd')).toBe(nested);
});

test('containers stand in lists and quotes, and lines of colons in code are code', () => {
  expect(shown('- a\n\n  ::: tip\n  b\n  :::\n\n> ::: tip\n> c\n> :::\n')).toMatchInlineSnapshot(`
    "<ul><li><p>a</p>
    <div class="callout tip"><p class="k">{label tip}</p>
    <p>b</p>
    </div>
    </li>
    </ul>
    <blockquote><div class="callout tip"><p class="k">{label tip}</p>
    <p>c</p>
    </div>
    </blockquote>"
  `);
  expect(shown('::: tip\n```\n:::\n```\n:::\n')).toMatchInlineSnapshot(`
    "<div class="callout tip"><p class="k">{label tip}</p>
    <pre><code>:::
    </code></pre>
    </div>"
  `);
});

test('a container that is never closed is reported where it opens', () => {
  expect(faults('a\n\n::: tip Look\nb\n\n::: note\nc\n:::\n')).toMatchInlineSnapshot(`
    "3:1-13 error markdown/container-unclosed
      this container "tip" is never closed
      help: write a line ::: where it ends"
  `);
  expect(codes(':::: activity\n::: steps\n1. a\n::::\n')).toEqual(['2 markdown/container-unclosed']);
  expect(codes('- ::: tip\n  a\n\nb\n')).toEqual(['1 markdown/container-unclosed']);
});

test('a closing line without an opening one', () => {
  expect(faults('a\n:::\nb\n')).toMatchInlineSnapshot(`
    "2:1-4 error markdown/container-stray
      this line closes a container, but none is open here
      help: remove it, or open one above, as in ::: tip Title"
  `);
  expect(shown('a\n:::\nb\n')).toBe('<p>a</p>\n<p>b</p>');
});

test('unknown names', () => {
  expect(faults('::: tips Look\na\n:::\n')).toMatchInlineSnapshot(`
    "1:5-9 error markdown/container-unknown
      there is no container "tips"
      help: did you mean "tip"?"
  `);
  expect(faults('::: gallery\na\n:::\n')).toMatchInlineSnapshot(`
    "1:5-12 error markdown/container-unknown
      there is no container "gallery"
      help: the names are: note, tip, warning, activity, steps, video, audio, download, quiz, match, order, short, reflect"
  `);
  expect(codes('::: {.note}\na\n:::\n')).toEqual(['1 markdown/container-unknown']);
});

test('media name a file beside the text and a title', () => {
  expect(shown('::: video song.mp4 A "song"\nThe *words*\n:::\n')).toBe(
    '{video song.mp4|A “song”|<p>The <em>words</em></p>}',
  );
  expect(render('::: download poster.pdf To print\n:::\n').files).toEqual([
    { src: 'poster.pdf', range: { line: 1, column: 14, endLine: 1, endColumn: 24 } },
  ]);
});

test('media without a file or a title', () => {
  expect(faults('::: audio\na\n:::\n')).toMatchInlineSnapshot(`
    "1:1-10 error markdown/media-file
      this audio names no file
      help: write its name and a title: ::: audio song.mp3 A song for the morning"
  `);
  expect(faults('::: video The song\n:::\n')).toMatchInlineSnapshot(`
    "1:11-14 error markdown/media-file
      "The" is not the name of a file beside this text
      help: the file comes first: ::: video song.mp4 A song for the morning"
  `);
  expect(faults('::: video https://example.org/a.mp4 Song\n:::\n')).toMatchInlineSnapshot(`
    "1:11-36 error markdown/media-file
      "https://example.org/a.mp4" is not the name of a file beside this text
      help: put the file into the folder of this text and write its name alone, in Latin letters and digits, as in picture-1.jpg"
  `);
  expect(faults('::: download a.pdf\n:::\n')).toMatchInlineSnapshot(`
    "1:1-19 warning markdown/media-title
      this download has no title; readers would see the name of the file
      help: write one after the name: ::: download poster.pdf A poster to print"
  `);
});

test('boxes work only in quizzes', () => {
  expect(faults('- [x] done\n- [ ] not\n')).toMatchInlineSnapshot(`
    "1:3-6 error markdown/task-marker
      boxes such as [x] work only in a quiz
      help: remove it, or put the list between ::: reflect #id and :::
    2:3-6 error markdown/task-marker
      boxes such as [ ] work only in a quiz
      help: remove it, or put the list between ::: reflect #id and :::"
  `);
});
