import { expect, test } from 'vitest';
import { placeBody } from '../../templates/body/place-body.ts';
import type { RichText } from '../../templates/model/body.ts';
import { placement } from './sample-body.ts';

const place = (...parts: RichText): string => placeBody(parts, placement).toString();
const link = (target: string, fragment = '') => ({ kind: 'link', target, fragment }) as const;
const linkEnd = { kind: 'link-end' } as const;

test('ready HTML stands as it is', () => {
  expect(place('<p>a</p>', '<p>b</p>')).toBe('<p>a</p><p>b</p>');
  expect(place()).toBe('');
});

test('a link leads to its page; one that the country lacks is plain text', () => {
  expect(
    place(link('/materials/a/', 'b'), 'x', linkEnd, ', ', link('/materials/three-line-notes/'), 'y', linkEnd),
  ).toBe('<a href="../../../materials/a/#b">x</a>, y');
});

test('a figure has its size, its caption and its credit, and loads late', () => {
  const image = {
    kind: 'image',
    src: 'stones.svg',
    alt: 'Five "stones"',
    caption: '',
    figure: true,
  } as const;
  const element =
    '<img src="../../../../assets/stones.svg" alt="Five &quot;stones&quot;" width="640" height="400" loading="lazy">';
  expect(place(image)).toBe(`<figure>${element}</figure>`);
  expect(place({ ...image, caption: 'A < B' })).toBe(
    `<figure>${element}<figcaption>A &lt; B</figcaption></figure>`,
  );
  expect(place({ ...image, figure: false })).toBe(element);
  expect(place({ ...image, src: 'missing.svg' })).toBe('');
});

test('words of the interface are in the language of the text', () => {
  const russian = Object.assign(() => 'Совет', { plural: () => '' });
  expect(
    placeBody(['<p>', { kind: 'label', label: 'tip' }, '</p>'], { ...placement, t: russian }).toString(),
  ).toBe('<p>Совет</p>');
});

test('a file shows its format, its size and its time on a slow line before the tap', () => {
  const media = {
    kind: 'media',
    media: 'download',
    src: 'sheet.pdf',
    title: 'A sheet',
    description: ['<p>d</p>'],
  } as const;
  const row = place(media);
  expect(row).toContain('<a href="../../../../media/sheet.pdf" download>');
  expect(row.replaceAll('\u00a0', ' ')).toContain('PDF · 2,1 MB · about 114 s on 2G');
  expect(row).toContain('<div class="media-text"><p>d</p></div>');
  expect(place({ ...media, src: 'missing.pdf' })).not.toContain('<a ');
});
