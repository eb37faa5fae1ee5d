/**
 * The style sheets of a country, ready for a `<style>` element: theme first, then the partials that a kind of page needs.
 *
 * A page carries its sheet, so that it is one request; hence a lesson does not carry what only the front page wears.
 */
import { readFileSync } from 'node:fs';
import type { PageKind } from '../model/page.ts';
import { hexColour } from './colour.ts';
import { motifDataUri } from './motif.ts';
import type { AccentColours, Palette } from './theme.ts';
import { palettes, themeOf } from './theme.ts';

export interface Theme {
  /** Six-digit hex colour. */
  readonly accent: string;
  /** Source of the country's motif, one colour on 24 × 24, tileable sideways. */
  readonly motifSvg?: string;
}

/** The sheet of a page; `quizzes` says whether its text holds any. */
export type StyleSheets = (kind: PageKind, quizzes: boolean) => string;

/**
 * Returns the style sheets of a theme.
 *
 * @throws {ColourError} The accent is not a six-digit hex colour.
 */
export function styleSheets({ accent, motifSvg }: Theme): StyleSheets {
  const { light, dark } = themeOf(hexColour(accent));
  const properties = `:root{color-scheme:light dark;--m:url("${motifDataUri(motifSvg)}");${declarations(palettes.light, light)}}
@media(prefers-color-scheme:dark){:root{${declarations(palettes.dark, dark)}}}`;
  const sheets = new Map<string, string>();
  return (kind, quizzes) => {
    const key = `${kind} ${quizzes}`;
    const sheet = sheets.get(key) ?? [properties, ...partialsOf(kind, quizzes)].join('\n');
    sheets.set(key, sheet);
    return sheet;
  };
}

const declarations = (palette: Palette, { accent, fill, deep, tint, on }: AccentColours): string =>
  Object.entries({ ...palette, a: accent, b: fill, d: deep, t: tint, on })
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const frame = ['header', 'footer'] as const;
const content = ['text', 'breadcrumb', ...frame] as const;

/** What a kind of page needs beside base and print. */
const partialsOfKind: Readonly<Record<PageKind, readonly PartialName[]>> = {
  chooser: ['card', 'chooser'],
  home: ['card', 'shelf', 'home', ...frame],
  'course-list': ['card', ...frame],
  'material-list': ['card', 'shelf', ...frame],
  'group-list': ['card', ...frame],
  course: [...content, 'card', 'facts', 'lesson-path'],
  lesson: [...content, 'lesson-path', 'pager'],
  material: [...content, 'card', 'facts'],
  group: [...content, 'card', 'facts'],
  page: ['text', ...frame],
  search: ['card', 'search', ...frame],
  'not-found': ['not-found', ...frame],
};

function partialsOf(kind: PageKind, quizzes: boolean): string[] {
  const wanted = new Set<PartialName>([
    'base',
    ...partialsOfKind[kind],
    ...(quizzes ? (['quiz'] as const) : []),
    'print',
  ]);
  return partials.filter(([name]) => wanted.has(name)).map(([, css]) => css);
}

/** In the order of the cascade; print comes last. */
const partialFiles = {
  base: 'base.css',
  text: 'text.css',
  header: '../components/header/header.css',
  breadcrumb: '../components/breadcrumb/breadcrumb.css',
  card: '../components/card.css',
  shelf: '../components/shelf.css',
  facts: '../components/facts/facts.css',
  'lesson-path': '../components/lesson-path/lesson-path.css',
  quiz: '../components/quiz/quiz.css',
  pager: '../components/pager/pager.css',
  footer: '../components/footer/footer.css',
  home: 'home.css',
  search: 'search.css',
  chooser: 'chooser.css',
  'not-found': 'not-found.css',
  print: 'print.css',
} as const;

type PartialName = keyof typeof partialFiles;

const partials = Object.entries(partialFiles).map(
  ([name, file]) =>
    [name as PartialName, minify(readFileSync(new URL(file, import.meta.url), 'utf8'))] as const,
);

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
