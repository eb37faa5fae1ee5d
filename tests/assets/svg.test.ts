import { glob, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnsafeSvg } from '../../build/assets/svg.ts';

const namespace = 'xmlns="http://www.w3.org/2000/svg"';
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inner: string, attributes = ''): string => `<svg ${namespace}${attributes}>${inner}</svg>`;
const find = (text: string): string | undefined => findUnsafeSvg(Buffer.from(text));

test('every drawing of the content passes', async () => {
  let count = 0;
  for await (const file of glob('content/**/*.svg')) {
    count++;
    expect(findUnsafeSvg(await readFile(file)), file).toBeUndefined();
  }
  expect(count).toBeGreaterThan(0);
});

const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->

<svg
   width="210mm"
   viewBox="0 0 210 297"
   version="1.1"
   id="svg5"
   ${xlink}
   ${namespace}
   xmlns:svg="http://www.w3.org/2000/svg">
  <defs
     id="defs2"><linearGradient xlink:href="#a" id="b" /></defs>
  <text
     xml:space="preserve"
     style="font-style:normal;font-size:10.5px;line-height:1.25;font-family:'Open Sans', sans-serif;-inkscape-font-specification:'Open Sans, sans-serif, Normal';white-space:pre;shape-inside:url(#rect1);fill:#000000;stroke-width:0.264583;"><tspan
     x="1 2">Ойын &amp; play &#x456;</tspan></text>
</svg>
`;
const illustrator = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<svg version="1.1" id="Layer_1" ${namespace} ${xlink} x="0px" y="0px"
\t viewBox="0 0 24 24" style="enable-background:new 0 0 24 24;" xml:space="preserve">
<path fill="#FFF" d="M0,0h1"/></svg>`;

test.each([
  ['a plain SVG of Inkscape', inkscape],
  ['an SVG of Illustrator with presentation attributes', illustrator],
  ['a mark of byte order of UTF-8', `\uFEFF${svg('')}`],
  ['variables of the page', svg('<path fill="var(--g,#f0e0c5)" stroke=\'rgb(0 0 0 / 50%)\'/>')],
  [
    'references within the file',
    svg('<g clip-path="url(#a)" mask="url( &quot;#b_1:2&quot; )"><use href="#c"/></g>'),
  ],
  [
    'a filter',
    svg('<filter id="f"><feGaussianBlur in="SourceGraphic" stdDeviation="2"/></filter><g filter="url(#f)"/>'),
  ],
  [
    'words for screen readers',
    svg('<title>onload = "script"</title>', ' role="img" aria-label="A bag (red): 1 &lt; 2"'),
  ],
  ['names that programs give', svg('<g id="Group 1 (Stroke)" class="a b"/>')],
  [
    'transformations',
    svg('<g transform="translate(1 2) rotate (3)" style="transform: scale(calc((1 + 1) * 2)) !important"/>'),
  ],
])('%s: harmless', (_, text) => {
  expect(find(text)).toBeUndefined();
});

test.each<[string, string]>([
  // Elements
  [svg('<script>1</script>'), 'the element <script>'],
  [svg('<SCRIPT>1</SCRIPT>'), 'the element <SCRIPT>'],
  [svg('<é:script xmlns:é="http://www.w3.org/2000/svg">1</é:script>'), 'the element <é:script>'],
  [svg('<a.b:script xmlns:a.b="http://www.w3.org/2000/svg"/>'), 'the element <a.b:script>'],
  [svg('<svg:script/>', ' xmlns:svg="http://www.w3.org/2000/svg"'), 'the element <svg:script>'],
  [svg('<a href="#b"/>'), 'the element <a>'],
  [svg('<image href="#b"/>'), 'the element <image>'],
  [svg('<feImage href="#b"/>'), 'the element <feImage>'],
  [svg('<foreignObject/>'), 'the element <foreignObject>'],
  [svg('<style>@import "x"</style>'), 'the element <style>'],
  [svg('<animate attributeName="href" values="&#106;avascript:1"/>'), 'the element <animate>'],
  [svg('<set attributeName="onclick" to="1"/>'), 'the element <set>'],
  [svg('<handler/>'), 'the element <handler>'],
  [svg('<metadata/>'), 'the element <metadata>'],
  [svg('<sodipodi:namedview/>'), 'the element <sodipodi:namedview>'],
  [svg('<constructor/>'), 'the element <constructor>'],
  [svg(`<${'a'.repeat(99)}/>`), `the element <${'a'.repeat(59)}…>`],
  // Attributes
  [svg('<g onclick="1"/>'), 'the attribute "onclick"'],
  [svg('<g ONCLICK="1"/>'), 'the attribute "ONCLICK"'],
  [svg('<g\nonclick\n=\n"1"/>'), 'the attribute "onclick"'],
  [svg('', ' onload="1"'), 'the attribute "onload"'],
  [svg('<g data-name="1"/>'), 'the attribute "data-name"'],
  [svg('<g constructor="1"/>'), 'the attribute "constructor"'],
  [svg('<g src="1"/>'), 'the attribute "src"'],
  [svg('<g xml:base="https://a.example/"/>'), 'the attribute "xml:base"'],
  [
    svg('', ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'),
    'the attribute "xmlns:inkscape"',
  ],
  [svg('<g inkscape:label="1"/>'), 'the attribute "inkscape:label"'],
  [svg('<g xmlns="http://www.w3.org/1999/xhtml"/>'), 'the attribute xmlns="http://www.w3.org/1999/xhtml"'],
  [
    svg('', ' xmlns:xlink="http://www.w3.org/2000/svg"'),
    'the attribute xmlns:xlink="http://www.w3.org/2000/svg"',
  ],
  [svg('<g id="a" id="b"/>'), 'the attribute "id" twice'],
  ['<svg/>', 'no xmlns="http://www.w3.org/2000/svg"'],
  // References
  [svg('<use href="https://a.example/#b"/>'), 'the attribute href="https://a.example/#b"'],
  [svg('<use xlink:href="b.svg#b"/>'), 'the attribute xlink:href="b.svg#b"'],
  [svg('<use href="&#106;avascript:1"/>'), 'the attribute href="javascript:1"'],
  [svg('<use href=" #b"/>'), 'the attribute href=" #b"'],
  [svg('<use href="#"/>'), 'the attribute href="#"'],
  [svg('<g fill="url(b.svg#b)"/>'), 'the attribute fill="url(b.svg#b)"'],
  [svg('<g fill="url(&quot;//a.example/&quot;)"/>'), 'the attribute fill="url("//a.example/")"'],
  [svg('<g fill="&#117;rl(b)"/>'), 'the attribute fill="url(b)"'],
  [svg('<g fill="UR&#x4c;(b)"/>'), 'the attribute fill="URL(b)"'],
  [svg('<g fill="u\\72l(b)"/>'), 'the attribute fill="u\\72l(b)"'],
  [svg('<g fill="url(#a) url(b)"/>'), 'the attribute fill="url(#a) url(b)"'],
  [svg('<g mask="image-set(\'b\' 1x)"/>'), 'the attribute mask="image-set(\'b\' 1x)"'],
  [svg('<g mask="🙂image-set(\'b\' 1x)"/>'), 'the attribute mask="🙂image-set(\'b\' 1x)"'],
  [svg('<g fill="src/**/(b)"/>'), 'the attribute fill="src/**/(b)"'],
  [svg('<g fill="\'red"/>'), 'the attribute fill="\'red"'],
  [svg('<g id="url(b)"/>'), 'the attribute id="url(b)"'],
  [svg('<g style="fill:#fff;background:red"/>'), 'the attribute style="fill:#fff;background:red"'],
  [svg('<g style="fill:url(https://a.example/)"/>'), 'the attribute style="fill:url(https://a.example/)"'],
  [svg('<g style="font-family:\'a;fill:url(b)\'"/>'), 'the attribute style="font-family:\'a;fill:url(b)\'"'],
  [svg('<g style="fill:red}*{fill:blue"/>'), 'the attribute style="fill:red}*{fill:blue"'],
  [svg('<g style="@import"/>'), 'the attribute style="@import"'],
  // Entities
  [svg('<text>&a;</text>'), 'an entity or "&"'],
  [svg('<text>a & b</text>'), 'an entity or "&"'],
  [svg('<text>&#0;</text>'), 'an entity or "&"'],
  [svg('<text>&#8238;</text>'), 'an entity or "&"'],
  [svg('<text>&#xD800;</text>'), 'an entity or "&"'],
  [svg('<text>&#x110000;</text>'), 'an entity or "&"'],
  [svg('<text>&AMP;</text>'), 'an entity or "&"'],
  [svg('<g fill="&a;"/>'), 'the attribute fill="&a;"'],
  // Markup
  [`<!DOCTYPE svg [<!ENTITY a "a">]>${svg('')}`, 'a DOCTYPE ("<!")'],
  [`<!doctype svg>${svg('')}`, 'a DOCTYPE ("<!")'],
  [`<?xml-stylesheet href="a.css"?>${svg('')}`, 'a processing instruction ("<?")'],
  [svg('<?php 1 ?>'), 'a processing instruction ("<?")'],
  [svg('<text><![CDATA[<script>]]></text>'), 'a CDATA section'],
  [svg('<!-- <script> -->'), 'a comment with "<", ">", "&" or "--" in it'],
  [svg('<!-->'), 'a comment with "<", ">", "&" or "--" in it'],
  [svg('<!-- a -- b -->'), 'a comment with "<", ">", "&" or "--" in it'],
  [
    `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`,
    'an XML declaration that is not of version 1.0 and UTF-8 at its top',
  ],
  [`<?xml version="1.1"?>${svg('')}`, 'an XML declaration that is not of version 1.0 and UTF-8 at its top'],
  [` <?xml version="1.0"?>${svg('')}`, 'an XML declaration that is not of version 1.0 and UTF-8 at its top'],
  // Mistakes
  [svg('<g fill=red/>'), 'a mistake in its XML'],
  [svg('<g fill="a"stroke="b"/>'), 'a mistake in its XML'],
  [svg('<g fill="<"/>'), 'a mistake in its XML'],
  [svg('<g fill/>'), 'a mistake in its XML'],
  [svg('<g><path></g></path>'), 'a mistake in its XML'],
  [svg('< g/>'), 'a mistake in its XML'],
  [svg('<g\u00a0fill="a"/>'), 'a mistake in its XML'],
  [`<svg ${namespace}`, 'a mistake in its XML'],
  [`<svg ${namespace}>`, 'no whole <svg>'],
  ['', 'no whole <svg>'],
  ['hello', 'text outside of <svg>'],
  [`${svg('')}hello`, 'text outside of <svg>'],
  [`${svg('')}${svg('')}`, 'the element <svg> outside of <svg>'],
  [`<g ${namespace}/>`, 'the element <g> outside of <svg>'],
])('%s: refused', (text, what) => {
  expect(find(text)).toBe(`${what} in line 1`);
});

test('the line is that of the first thing that is refused', () => {
  expect(find(svg('\n<g/>\n<a/>\n<script/>'))).toBe('the element <a> in line 3');
});

test.each<[string, Uint8Array, string]>([
  ['compressed drawings', gzipSync(svg('<script/>')), 'compressed data'],
  ['UTF-16', Buffer.from(`\uFEFF${svg('<script/>')}`, 'utf16le'), 'text that is not UTF-8'],
  ['UTF-16 without a mark', Buffer.from(svg('<script/>'), 'utf16le'), 'text that is not UTF-8'],
  ['Latin 1', Buffer.from(svg('<text>é</text>'), 'latin1'), 'text that is not UTF-8'],
  ['NUL', Buffer.from(svg('\0')), 'text that is not UTF-8'],
  ['a control character', Buffer.from(svg('\x1b')), 'text that is not UTF-8'],
])('%s are refused', (_, bytes, what) => {
  expect(findUnsafeSvg(bytes)).toBe(what);
});

test.each([
  ['one long path', svg(`<path d="${'M1 2'.repeat(1e6)}"/>`)],
  ['one long word', svg(`<path d="${'a'.repeat(1e6)}"/>`)],
  ['many brackets', svg(`<path d="${'('.repeat(1e6)}"/>`)],
  ['a long comment', svg(`<!--${'a-'.repeat(1e6)}a-->`)],
  ['deep nesting', svg('<g>'.repeat(1e5) + '</g>'.repeat(1e5))],
])('%s is read without trouble', (_, text) => {
  expect(find(text)).toBeUndefined();
});

const spaces = fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u2028', '', '/');
const names = fc.constantFrom(
  ...[
    'svg',
    'g',
    'path',
    'use',
    'text',
    'script',
    'SCRIPT',
    'a:script',
    'é:script',
    'a',
    'animate',
    'image',
    'style',
  ],
);
const attributeNames = fc.constantFrom(
  ...[
    'fill',
    'd',
    'id',
    'href',
    'xlink:href',
    'style',
    'aria-label',
    'xmlns:a',
    'onload',
    'onClick',
    'src',
    'xmlns',
  ],
);
const values = fc
  .array(
    fc.constantFrom(
      ...[
        '#a',
        'url(',
        '#a)',
        ')',
        '"',
        "'",
        '&quot;',
        '&#106;',
        '&#x22;',
        'avascript:',
        'javascript:',
        '//a.example/',
        '\\75',
        'u',
        'rl(',
        'fill:',
        ';',
        '/*',
        '*/',
        '@import',
        'image-set(',
        'red',
        '>',
        '<',
        ' ',
      ],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const attributes = fc
  .array(fc.tuple(spaces, attributeNames, fc.constantFrom('"', "'", ''), values), { maxLength: 3 })
  .map((list) =>
    list.map(([space, name, quote, value]) => `${space}${name}=${quote}${value}${quote}`).join(''),
  );
const markup = fc.oneof(
  fc.constantFrom(
    '<!--',
    '-->',
    '--',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE svg>',
    '<?a ?>',
    '&amp;',
    '&a;',
    'text',
    '\0',
  ),
  fc.tuple(names, attributes).map(([name, list]) => `<${name}${list}/>`),
  fc.tuple(names, attributes).map(([name, list]) => `<${name}${list}></${name}>`),
);
const drawing = fc.tuple(attributes, fc.array(markup, { maxLength: 4 }));

/** The tags of an accepted text with their references resolved, without namespaces and attributes of mere text. */
function tagsOf(text: string): string {
  return [...text.replace(/<!--.*?-->/gs, '').matchAll(/<(?:"[^"]*"|'[^']*'|[^<>"'])*>/g)]
    .map(([tag]) =>
      tag
        .replace(/\s(?:id|aria-label|xmlns)=("[^"]*"|'[^']*')/g, '')
        .replace(/&#x([\da-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        // The name of a place in the same file, whatever it is.
        .replace(/#[\w.:-]+/g, '#a'),
    )
    .join('\n');
}

test('no accepted text holds a script, a handler, or a reference to elsewhere', () => {
  fc.assert(
    fc.property(drawing, ([list, parts]) => {
      const text = svg(parts.join(''), list);
      fc.pre(find(text) === undefined);
      const tags = tagsOf(text);
      expect(tags).toMatch(/^<svg/);
      expect(tags).not.toMatch(/script|<[^\s>]*:|<!|<\?/i);
      // What stands in quotes is a value, whatever it looks like: fill=" onclick=".
      expect(tags.replace(/"[^"]*"|'[^']*'/g, '""')).not.toMatch(/[\s"'/]on\w+\s*=/i);
      expect(tags).not.toMatch(/\/\/|javascript:|@import|image-set|\\/i);
      expect(tags.replace(/url\(\s*(["']?)#a\1\s*\)/g, '')).not.toMatch(/url\(/i);
      for (const [, target] of tags.matchAll(/href=["']([^"']*)/g)) expect(target).toMatch(/^#/);
    }),
    { numRuns: 2000, maxSkipsPerRun: 1000 },
  );
});

test('whatever the bytes, the answer comes in words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(findUnsafeSvg(bytes)).toMatch(/./);
    }),
  );
});
