import { describe, expect, test } from 'vitest';
import { renderPage } from '../../templates/pages/render-page.ts';
import { contrast, hexColour } from '../../templates/styles/colour.ts';
import { motifDataUri } from '../../templates/styles/motif.ts';
import { styleSheets } from '../../templates/styles/stylesheet.ts';
import { palettes, themeOf } from '../../templates/styles/theme.ts';
import { lessonPage } from './sample-pages.ts';

const accents = {
  kg: '#b23a2e',
  me: '#2f6ea6',
  rs: '#74478f',
  tj: '#d9822b',
  uz: '#0e7c86',
  yellow: '#ffd400',
  grey: '#888888',
  navy: '#001a66',
  mint: '#a8ffd8',
  pink: '#ff2fa0',
  black: '#000000',
  white: '#ffffff',
};

describe.each(['light', 'dark'] as const)('%s', (mode) => {
  const { paper, sheet, felt, edge, ink, soft, yes } = palettes[mode];

  test('text and borders of every country', () => {
    for (const ground of [paper, sheet, felt]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
    for (const ground of [paper, felt]) expect(contrast(soft, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [paper, felt]) expect(contrast(yes, ground)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [paper, sheet, felt]) expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(accents))('accent of %s', (_, given) => {
    const { accent, fill, tint, on } = themeOf(hexColour(given))[mode];
    for (const ground of [paper, felt, tint]) expect(contrast(accent, ground)).toBeGreaterThanOrEqual(5);
    expect(contrast(on, fill)).toBeGreaterThanOrEqual(4.7);
    expect(contrast(fill, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(ink, tint)).toBeGreaterThanOrEqual(7);
    expect(contrast(soft, tint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(edge, tint)).toBeGreaterThanOrEqual(3);
  });
});

test('the colours of our countries are those of the look (LOOK.md §1)', () => {
  const shown = Object.entries(accents)
    .slice(0, 5)
    .map(([country, given]) => {
      const { light, dark } = themeOf(hexColour(given));
      return [country, light.accent, light.tint, dark.accent, dark.fill, dark.tint].join(' ');
    });
  expect(shown).toEqual([
    'kg #ab3a2e #f8e4d8 #d8897c #bf4d3f #3a2a25',
    'me #23639b #dae9f6 #6aa2d9 #3876af #242f3a',
    'rs #74478f #efe2f2 #b58fcf #8d5fa9 #342a37',
    'tj #915103 #f5e6d4 #cd915d #a95f0a #372c23',
    'uz #086c74 #d4eded #4eabb5 #137e88 #1e3233',
  ]);
});

test('a colour that is none is said so', () => {
  expect(() => styleSheets({ accent: 'madder' })).toThrow('“madder” is not a colour: write it as #b23a2e.');
});

test('the sheet is small, and nothing in it is fetched', () => {
  const [, sheet = ''] = /<style>([\s\S]*)<\/style>/.exec(renderPage(lessonPage)) ?? [];
  expect(new TextEncoder().encode(sheet).length).toBeLessThan(12 * 1024);
  expect(sheet.match(/url\("(?!data:)|@import|@font-face/g)).toBeNull();
});

test('a motif cannot end its string, its rule or its element', () => {
  const uri = motifDataUri(`<svg a='x"y'><!-- { --></style><script>}\\"</script>é 100%</svg>`);
  expect(uri).toMatch(/^data:image\/svg\+xml,[^"\\{}]*$/);
  expect(uri).not.toMatch(/<[/!]/);
  expect(decodeURIComponent(uri)).toContain('é 100%');
});
