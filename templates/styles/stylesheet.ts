/**
 * The style sheets of a country, ready for a `<style>` element: theme first, then the rules that a page can need.
 *
 * A page carries its sheet, so that it is one request; hence it does not carry what only other pages wear.
 */
import { readFileSync } from 'node:fs';
import { hexColour } from './colour.ts';
import { motifDataUri } from './motif.ts';
import { parseRules, traitsAskedFor, traitsOf, writeRules } from './rules.ts';
import type { AccentColours, Palette } from './theme.ts';
import { palettes, themeOf } from './theme.ts';

export interface Theme {
  /** Six-digit hex colour. */
  readonly accent: string;
  /** Source of the country's motif, one colour on 24 × 24, tileable sideways. */
  readonly motifSvg?: string;
}

/**
 * Returns the sheet of a page: the rules whose elements, classes and ids stand in its markup. What a script adds later has to
 * be in the markup that is handed over, too.
 */
export type StyleSheets = (markup: string) => string;

/**
 * Returns the style sheets of a theme.
 *
 * @throws {ColourError} The accent is not a six-digit hex colour.
 */
export function styleSheets({ accent, motifSvg }: Theme): StyleSheets {
  const { light, dark } = themeOf(hexColour(accent));
  const day = colours(palettes.light, light);
  const night = colours(palettes.dark, dark);
  const motif = motifDataUri(motifSvg);
  const properties = (sheet: string): string => {
    const worn = Object.keys(day).filter((name) => sheet.includes(`var(--${name})`));
    const changed = worn.filter((name) => day[name] !== night[name]);
    // Paper is light, whatever the screen is.
    return `:root{--m:url("${motif}");${declarations(day, worn)}}@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${declarations(night, changed)}}img{filter:brightness(.88)}}`;
  };
  // Pages differ in what they hold, not much in which rules that takes.
  const sheets = new Map<string, string>();
  return (markup) => {
    const traits = traitsOf(markup, asked);
    const key = [...traits].toSorted().join(' ');
    const known = sheets.get(key);
    if (known !== undefined) return known;
    const written = writeRules(rules, traits);
    const sheet = properties(written) + written;
    sheets.set(key, sheet);
    return sheet;
  };
}

const colours = (
  palette: Palette,
  { accent, fill, deep, tint, on }: AccentColours,
): Readonly<Record<string, string>> => ({ ...palette, a: accent, b: fill, d: deep, t: tint, on });

const declarations = (values: Readonly<Record<string, string>>, names: readonly string[]): string =>
  names.map((name) => `--${name}:${values[name]}`).join(';');

/** In the order of the cascade; paper comes last. */
const partialFiles = [
  'base.css',
  'text.css',
  '../components/header/header.css',
  '../components/breadcrumb/breadcrumb.css',
  '../components/card.css',
  '../components/shelf.css',
  '../components/topic-chips/topic-chips.css',
  '../components/library-filters/library-filters.css',
  '../components/list-pager/list-pager.css',
  '../components/facts/facts.css',
  '../components/share/share.css',
  '../components/lesson-path/lesson-path.css',
  '../components/quiz/quiz.css',
  '../components/pager/pager.css',
  '../components/footer/footer.css',
  'home.css',
  'search.css',
  'chooser.css',
  'not-found.css',
  'print.css',
  'handout.css',
];

/** Simple on purpose: comments and white space. Our sheets hold no strings with braces, colons or runs of spaces. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>/]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/="(\w+)"/g, '=$1')
    .replace(/([^\d])0\./g, '$1.')
    .trim();
}

const rules = parseRules(
  partialFiles.map((file) => minify(readFileSync(new URL(file, import.meta.url), 'utf8'))).join(''),
);

const asked = traitsAskedFor(rules);
