/**
 * The national sites as other generators get them: for every language of every country the text that its readers get.
 *
 * In: a content tree. Out: pages with their fields and Markdown, the words of the interface, and the pictures.
 */
import { describeLanguage } from '../../../templates/locale/languages.ts';
import type { FieldValues } from '../content/front-matter.ts';
import { wordsOf } from './interface-words.ts';
import { pageFields, picturePath } from './page-fields.ts';
import { entriesOf, originalOf, type PageKind, type SiteEntry, textFor } from './site-entries.ts';
import type { SourceTree } from './source-tree.ts';

export interface NationalSite {
  readonly code: string;
  /** With a slash at its end. */
  readonly url: string;
  readonly languages: readonly SiteLanguage[];
  readonly pages: readonly SitePage[];
  /** Absolute paths of files by their path on the site. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface SiteLanguage {
  readonly tag: string;
  /** As in addresses: `uz-latn`. */
  readonly segment: string;
  readonly htmlLang: string;
  /** Its name in itself. */
  readonly name: string;
  /** The words of the interface and of the vocabularies, by the names that themes use. */
  readonly words: Readonly<Record<string, string>>;
  /** The languages that stand in, in this order. */
  readonly fallback: readonly string[];
}

export interface SitePage {
  readonly language: SiteLanguage;
  readonly kind: PageKind;
  /** Without language: `/courses/play/`. */
  readonly target: string;
  /** From 1, of a lesson in its course; else 0. */
  readonly position: number;
  /** Front matter, ready for a theme. */
  readonly fields: FieldValues;
  readonly body: string;
}

export const resolveSites = (tree: SourceTree): NationalSite[] =>
  tree.countries.map((country) => resolveSite(tree, country));

function resolveSite(tree: SourceTree, country: FieldValues): NationalSite {
  const { code, url } = country as { readonly code: string; readonly url: string };
  const languages = languagesOf(tree, country);
  const entries = entriesOf(tree, code);
  const positions = positionsOf(entries);
  return {
    code,
    url,
    languages,
    pictures: picturesOf(tree, entries),
    pages: languages.flatMap((language) =>
      entries.flatMap((entry) => pageOf(entry, language, positions, url)),
    ),
  };
}

function pageOf(
  entry: SiteEntry,
  language: SiteLanguage,
  positions: ReadonlyMap<string, number>,
  siteUrl: string,
): SitePage[] {
  const { kind, target } = entry;
  const text = textFor(entry, [language.tag, ...language.fallback]);
  if (text === undefined) return [];
  const position = positions.get(target) ?? 0;
  const fields = pageFields(entry, text, language.tag, siteUrl);
  const body = text.body.replace(/\]\((cover\.\w+)/g, `](${picturePath(entry, '$1')}`);
  return [{ language, kind, target, position, fields, body }];
}

/** Of each lesson in its course, by its address. */
const positionsOf = (entries: readonly SiteEntry[]): ReadonlyMap<string, number> =>
  new Map(
    entries.flatMap((course) => {
      const lessons = (originalOf(course)?.fields.lessons ?? []) as readonly string[];
      return lessons.map((id, index) => [`${course.target}${id}/`, index + 1] as const);
    }),
  );

function picturesOf(tree: SourceTree, entries: readonly SiteEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry) => {
      const { src } = (originalOf(entry)?.fields.image ?? {}) as { readonly src?: string };
      return src === undefined
        ? []
        : [[picturePath(entry, src), tree.absolute(`${entry.folder}/${src}`)] as const];
    }),
  );
}

/** That of the catalogue is always among them, and the last that stands in. */
function languagesOf(tree: SourceTree, country: FieldValues): SiteLanguage[] {
  const source = tree.site.sourceLanguage as string;
  const listed = country.languages as unknown as readonly CountryLanguage[];
  const all = listed.some(({ tag }) => tag === source) ? listed : [...listed, { tag: source }];
  return all.map(({ tag, fallback: named = [] }) => {
    const { htmlLang, autonym } = describeLanguage(tag);
    const fallback = [...named, source];
    const words = wordsOf(tree, country, [tag, ...fallback]);
    return { tag, segment: tag.toLowerCase(), htmlLang, name: autonym, words, fallback };
  });
}

interface CountryLanguage {
  readonly tag: string;
  readonly fallback?: readonly string[];
}
