import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { faults } from '../support/content.ts';
import { material } from '../validate/changed.ts';

const place = 'shared/materials/bag/index.en.md:5:8 error';
const svg = (inner: string, size = 'width="1" height="1"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inner}</svg>`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const anew = 'open it in an image program and export it anew';
const plain =
  'save it anew: in Inkscape as "Plain SVG", or as "Optimized SVG" without metadata; in Illustrator with "Presentation Attributes"; without scripts, links and animations';
const unsafe = (what: string): string =>
  `picture/unsafe-svg: "a.svg" holds ${what} in line 1; only plain drawings can be published (${plain})`;

test.each<[string, string, string | Uint8Array, string]>([
  ['text', 'a.png', 'hello', `picture/unreadable: "a.png" cannot be read as a picture (${anew})`],
  ['nothing', 'a.png', '', `picture/unreadable: "a.png" cannot be read as a picture (${anew})`],
  [
    'half a picture',
    'a.png',
    png.subarray(0, 45),
    `picture/unreadable: "a.png" cannot be read as a picture (${anew})`,
  ],
  [
    'another kind',
    'a.jpg',
    png,
    'picture/mislabelled: "a.jpg" is in truth a picture of the kind png (rename it to "a.png")',
  ],
  ['a script', 'a.svg', svg('<script>1</script>'), unsafe('the element <script>')],
  ['an event handler', 'a.svg', svg('<g onclick="1"/>'), unsafe('the attribute "onclick"')],
  [
    'entities',
    'a.svg',
    `<!DOCTYPE svg [<!ENTITY a "a">]>${svg('<text>&a;</text>')}`,
    unsafe('a DOCTYPE ("<!")'),
  ],
  [
    'compressed drawings',
    'a.svg',
    gzipSync(svg('')),
    `picture/unsafe-svg: "a.svg" holds compressed data; only plain drawings can be published (${plain})`,
  ],
  [
    'a drawing',
    'a.png',
    svg(''),
    'picture/mislabelled: "a.png" is in truth a picture of the kind svg (rename it to "a.svg")',
  ],
  [
    'a photograph',
    'a.svg',
    png,
    'picture/mislabelled: "a.svg" is in truth a picture of the kind png (rename it to "a.png")',
  ],
  [
    'a script',
    'a.png',
    svg('<script>1</script>'),
    `picture/unreadable: "a.png" cannot be read as a picture (${anew})`,
  ],
  [
    'a wall of pixels',
    'a.svg',
    svg('', 'width="99999999" height="99999999"'),
    'picture/too-large: "a.svg" has more than 100 million pixels (scale it down; 1920 pixels are wide enough)',
  ],
])('%s in %s', async (_, file, data, fault) => {
  const files = {
    ...material('type:', `image:\n  src: ${file}\n  alt: A bag\n  credit: A maker\ntype:`),
    [`shared/materials/bag/${file}`]: data,
  };
  expect(await faults(files)).toEqual([`${place} ${fault}`]);
});

test('a good picture is no fault', async () => {
  expect(
    await faults({
      ...material('type:', 'image:\n  src: a.png\n  alt: A bag\n  credit: A maker\ntype:'),
      'shared/materials/bag/a.png': png,
    }),
  ).toEqual([]);
});

test('a plain drawing is no fault', async () => {
  expect(
    await faults({
      ...material('type:', 'image:\n  src: a.svg\n  alt: A bag\n  credit: A maker\ntype:'),
      'shared/materials/bag/a.svg': svg('<path style="fill:#fff" d="M0 0h1"/>'),
    }),
  ).toEqual([]);
});
