/**
 * The style sheets of a country, ready for a `<style>` element: theme first, then the rules that a page can need.
 *
 * A page carries its sheet, so that it is one request; hence it does not carry what only other pages wear.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hexColour } from './colour.ts';
import { withConstants } from './constants.ts';
import { motifDataUri } from './motif.ts';
import { parseRules, traitsAskedFor, writeRules } from './rules.ts';
import type { AccentColours, Palette } from './theme.ts';
import { palettes, themeOf } from './theme.ts';
import { createTraitFinder } from './traits.ts';

export interface Theme {
  /** Six-digit hex colour. */
  readonly accent: string;
  /** Source of the country's motif, one colour on 24 × 24, tileable sideways. */
  readonly motifSvg?: string;
}

export interface StyleSheet {
  readonly css: string;
  /** Its SHA-256 in base64, by which the content security policy of a page knows it. */
  readonly sha256: string;
}

/**
 * Returns the sheet of a page: the rules whose elements, classes and ids stand in its pieces of markup. What a script adds later
 * has to be in one of them, too.
 */
export type StyleSheets = (...markup: readonly string[]) => StyleSheet;

/**
 * Returns the style sheets of a theme.
 *
 * @throws {ColourError} The accent is not a six-digit hex colour.
 */
export function styleSheets(theme: Theme): StyleSheets {
  const write = sheetWriter(theme);
  return (...markup) => write(rulesFor(markup));
}

/** Returns a sheet with every rule, for a page that nobody knows beforehand: what an author is writing. */
export const wholeStyleSheet = (theme: Theme): StyleSheet => sheetWriter(theme)(writeRules(rules, asked));

/** Puts the colours of a theme before rules. */
function sheetWriter({ accent, motifSvg }: Theme): (written: string) => StyleSheet {
  const { light, dark } = themeOf(hexColour(accent));
  // Of paper, which stays light in the night: `--ca`.
  const ca = light.accent;
  const day = colours(palettes.light, light, ca);
  const night = colours(palettes.dark, dark, ca);
  const motif = motifDataUri(motifSvg);
  const declare = (worn: readonly string[]): string => {
    const changed = worn.filter((name) => day[name] !== night[name]);
    // Paper is light, whatever the screen is.
    return `:root{--m:url("${motif}");${declarations(day, worn)}}@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${declarations(night, changed)}}img{filter:brightness(.88)}}`;
  };
  const names = Object.keys(day);
  const sheets = new Map<string, StyleSheet>();
  return (written) => {
    const known = sheets.get(written);
    if (known !== undefined) return known;
    const declared = declare(names.filter((name) => written.includes(`var(--${name})`)));
    const sheet = signed(declared + written);
    sheets.set(written, sheet);
    return sheet;
  };
}

/** Pages differ in what they hold, not much in which rules that takes; these are the same in all themes. */
function rulesFor(markup: readonly string[]): string {
  const found = finder.none();
  for (const piece of markup) finder.find(piece, found);
  const key = Buffer.from(found.buffer).toString('latin1');
  const written = knownRules.get(key) ?? writeRules(rules, finder.named(found));
  knownRules.set(key, written);
  return written;
}

const knownRules = new Map<string, string>();

/** Returns a sheet with its digest. */
export const signed = (css: string): StyleSheet => ({ css, sha256: hash('sha256', css, 'base64') });

const colours = (
  palette: Palette,
  { accent, fill, deep, tint, on }: AccentColours,
  ca: string,
): Readonly<Record<string, string>> => ({ ...palette, a: accent, b: fill, d: deep, t: tint, on, ca });

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
  '../components/search-filters/search-filters.css',
  '../components/a-z/a-z.css',
  '../components/list-pager/list-pager.css',
  '../components/facts/facts.css',
  '../components/commands/commands.css',
  '../components/share/share.css',
  '../components/lesson-path/lesson-path.css',
  '../components/quiz/quiz.css',
  '../components/pager/pager.css',
  '../components/stamp/stamp.css',
  '../components/footer/footer.css',
  '../components/ministry/ministry.css',
  'home.css',
  'search.css',
  '../components/progress/progress.css',
  '../components/certificate/certificate.css',
  'learning.css',
  'certificate.css',
  'chooser.css',
  'not-found.css',
  '../gallery/gallery.css',
  'matrix.css',
  'print.css',
  'handout.css',
];

/** Simple on purpose: comments and white space. Our sheets hold no strings with braces, colons or runs of spaces. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>/]) ?/g, '$1')
    .replace(/@media \(/g, '@media(')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/="(\w+)"/g, '=$1')
    .replace(/::(?=before|after)/g, ':')
    .replace(/ (?=!important)/g, '')
    .replace(/([^\d])0\./g, '$1.')
    .trim();
}

/** Their values are written where they are used. */
const withoutConstants = (css: string): string =>
  css.replace(/^:root\{.*?\}/, (root) => root.replace(/--[a-z]+:[^;}]*;?/g, ''));

const rules = parseRules(
  withoutConstants(
    partialFiles
      .map((file) => minify(withConstants(readFileSync(new URL(file, import.meta.url), 'utf8'))))
      .join(''),
  ),
);

const asked = traitsAskedFor(rules);
const finder = createTraitFinder(asked);
