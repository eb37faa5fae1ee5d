import { expect, test } from 'vitest';
import { codes, faults, shown } from './render.ts';

test('footnotes stand at the end and lead back', () => {
  expect(shown('a[^x] b[^x] c^[inline *d*]\n\n[^x]: One\n\n    Two\n')).toMatchInlineSnapshot(`
    "<p>a<sup><a href="#fn1" id="fnref1" role="doc-noteref">1</a></sup> b<sup><a href="#fn1" id="fnref1-2" role="doc-noteref">1</a></sup> c<sup><a href="#fn2" id="fnref2" role="doc-noteref">2</a></sup></p>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn1"><p>One</p>
    <p>Two <a href="#fnref1" role="doc-backlink">↩︎</a> <a href="#fnref1-2" role="doc-backlink">↩︎</a></p>
    </li>
    <li id="fn2"><p>inline <em>d</em> <a href="#fnref2" role="doc-backlink">↩︎</a></p>
    </li>
    </ol>
    </section>"
  `);
});

test('a footnote that does not exist', () => {
  expect(faults('a\nb[^x] c')).toMatchInlineSnapshot(`
    "2:2-6 error markdown/footnote-missing
      there is no footnote "x"
      help: write its text on a line of its own: [^x]: …"
  `);
});

test('a footnote that nothing refers to', () => {
  expect(faults('a\n\n[^x]: b\n')).toMatchInlineSnapshot(`
    "3:1-6 warning markdown/footnote-unused
      nothing in the text refers to the footnote "x", so it is not shown
      help: write [^x] where it belongs"
  `);
});

test('a footnote inside the words of a link', () => {
  expect(faults('[a ^[b] c](/courses/play/)')).toMatchInlineSnapshot(`
    "1:4-6 error markdown/footnote-in-link
      a footnote cannot stand inside the words of a link
      help: write it after the link"
  `);
  expect(shown('[a ^[b]](/courses/play/)')).toContain(
    '{link /courses/play/}a <sup id="fnref1">1</sup>{/link}',
  );
});

test('a footnote inside a footnote', () => {
  const text = 'a[^x]\n\n[^x]: > b\n    >\n    > [^y]: c\n\nd\n';
  expect(faults(text)).toMatchInlineSnapshot(`
    "5:7-12 error markdown/footnote-nested
      the footnote "y" stands inside another footnote
      help: begin it on a line of its own, without spaces before it"
  `);
  expect(codes('a[^x] b[^y]\n\n[^x]: > [^y]: c\n')).toEqual(['3 markdown/footnote-nested']);
  expect(shown(text)).toMatchInlineSnapshot(`
    "<p>a<sup><a href="#fn1" id="fnref1" role="doc-noteref">1</a></sup></p>
    <p>d</p>
    <section class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn1"><blockquote><p>b</p>
    <p>c</p>
    </blockquote>
     <a href="#fnref1" role="doc-backlink">↩︎</a></li>
    </ol>
    </section>"
  `);
});
