/**
 * The style sheet of a country, ready for a `<style>` element: theme first, then the partials of base and components.
 */
import { readFileSync } from 'node:fs';
import { hexColour } from './colour.ts';
import { motifDataUri } from './motif.ts';
import type { AccentColours, Palette } from './theme.ts';
import { palettes, themeOf } from './theme.ts';

/**
 * Returns the style sheet of a theme.
 *
 * @param theme.accent Six-digit hex colour.
 * @param theme.motifSvg Source of the country's motif, one colour on 24 × 24, tileable sideways.
 * @throws {ColourError} The accent is not a six-digit hex colour.
 */
export function stylesheet({
  accent,
  motifSvg,
}: {
  readonly accent: string;
  readonly motifSvg?: string;
}): string {
  const { light, dark } = themeOf(hexColour(accent));
  return `:root{color-scheme:light dark;--m:url("${motifDataUri(motifSvg)}");${properties(palettes.light, light)}}
@media(prefers-color-scheme:dark){:root{${properties(palettes.dark, dark)}}}
${partials}`;
}

const properties = (palette: Palette, { accent, fill, deep, tint, on }: AccentColours): string =>
  Object.entries({ ...palette, a: accent, b: fill, d: deep, t: tint, on })
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** In the order of the cascade; print comes last. */
const partialFiles = [
  'base.css',
  'text.css',
  '../components/header/header.css',
  '../components/breadcrumb/breadcrumb.css',
  '../components/card.css',
  '../components/facts/facts.css',
  '../components/lesson-path/lesson-path.css',
  '../components/quiz/quiz.css',
  '../components/pager/pager.css',
  '../components/footer/footer.css',
  'pages.css',
  'print.css',
];

const partials = partialFiles
  .map((file) => minify(readFileSync(new URL(file, import.meta.url), 'utf8')))
  .join('\n');

/** Simple on purpose: comments and white space. Our sheets hold no strings with braces, colons or runs of spaces. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/="(\w+)"/g, '=$1')
    .replace(/([^\d])0\./g, '$1.')
    .trim();
}
