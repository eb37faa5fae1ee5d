/**
 * What the editor has to know of the content: plain data, small enough to be sent.
 */
import type { Catalogue, Folder } from '../../model/catalogue.ts';
import { folderOfKind, type Scope } from '../../model/place.ts';
import type { CmsOption } from './cms-config.ts';

/** Kinds that have a folder of their own; lessons lie in their course's. */
export type TopKind = keyof typeof folderOfKind;

export const topKinds = Object.keys(folderOfKind) as readonly TopKind[];

export interface EditorContent {
  /** Of the platform, in English where there is an English name. */
  readonly name: string;
  /** Of what all countries share. */
  readonly sourceLanguage: string;
  /** Every language that has texts or is published somewhere; the source language first. */
  readonly languages: readonly string[];
  readonly countries: readonly EditorCountry[];
  readonly taxonomies: readonly EditorTaxonomy[];
  readonly hasGlossary: boolean;
  /** Their ids and names. */
  readonly frameworks: readonly CmsOption[];
  readonly shared: EditorEntries;
}

export interface EditorCountry {
  readonly code: string;
  readonly name: string;
  /** Of texts of the country's own. */
  readonly sourceLanguage: string;
  /** The source language first. */
  readonly languages: readonly string[];
  /** Texts of its own; patches are none. */
  readonly own: EditorEntries;
}

export interface EditorTaxonomy {
  /** As schemas name it: `material-type`. */
  readonly kind: string;
  /** Below the content folder: `taxonomy/material-types.yml`. */
  readonly file: string;
  readonly terms: readonly CmsOption[];
}

/** Ids with titles, sorted by title. */
export interface EditorEntries extends Readonly<Record<TopKind, readonly CmsOption[]>> {
  /** By the id of their course, which can be one of all countries; only courses that have any. */
  readonly lessons: Readonly<Record<string, readonly CmsOption[]>>;
}

export function editorContentOf(catalogue: Catalogue): EditorContent {
  const { site, sourceLanguage } = catalogue;
  const folders = [...catalogue.folders.values()];
  const countries = catalogue.countries.map(({ code, country }): EditorCountry => {
    const first = country.sourceLanguage ?? sourceLanguage;
    const own = folders.filter(({ scope }) => scope === code);
    const published = country.languages.map(({ tag }) => tag);
    return {
      code,
      name: wordIn(country.name, 'en', first) ?? code,
      sourceLanguage: first,
      languages: unique([first, ...published, sourceLanguage, ...own.flatMap(tagsOf).toSorted()]),
      own: entriesOf(own),
    };
  });
  return {
    name: wordIn(site.name, 'en', sourceLanguage) ?? 'Learning Passport',
    sourceLanguage,
    languages: unique([
      sourceLanguage,
      ...[...countries.flatMap(({ languages }) => languages), ...folders.flatMap(tagsOf)].toSorted(),
    ]),
    countries,
    taxonomies: [...catalogue.taxonomies.values()].map(({ kind, terms }) => ({
      kind,
      file: catalogue.taxonomyFiles.get(kind) ?? `taxonomy/${kind}s.yml`,
      terms: terms.map(({ id, label }) => ({ value: id, label: wordIn(label, 'en', sourceLanguage) ?? id })),
    })),
    hasGlossary: catalogue.hasGlossary,
    frameworks: [...catalogue.frameworks].map(([value, { name }]) => ({
      value,
      label: wordIn(name, 'en', sourceLanguage) ?? value,
    })),
    shared: entriesOf(folders.filter(({ scope }) => scope === 'shared')),
  };
}

/** What the editor edits: what all countries share, or what one has of its own. */
export function countryOf(content: EditorContent, scope: Scope): EditorCountry | undefined {
  if (scope === 'shared') return undefined;
  const found = content.countries.find(({ code }) => code === scope);
  if (found === undefined) throw new TypeError(`the content has no country "${scope}"`);
  return found;
}

const tagsOf = ({ texts, patches }: Folder): string[] => [...texts.keys(), ...patches.keys()];

function entriesOf(folders: readonly Folder[]): EditorEntries {
  const written = folders.filter(({ texts }) => texts.size > 0);
  const kinds = topKinds.map((kind) => [kind, optionsOf(written.filter(({ entry }) => entry === kind))]);
  const lessons = Map.groupBy(
    written.filter(({ entry }) => entry === 'lesson'),
    ({ course = '' }) => course as string,
  );
  return {
    ...(Object.fromEntries(kinds) as Record<TopKind, readonly CmsOption[]>),
    lessons: Object.fromEntries([...lessons].map(([course, own]) => [course, optionsOf(own)])),
  };
}

const optionsOf = (folders: readonly Folder[]): readonly CmsOption[] =>
  byTitle(
    folders.map(({ id, texts, original }) => ({
      value: id,
      label: (original === undefined ? undefined : texts.get(original)?.fields.title) ?? id,
    })),
  );

const collator = new Intl.Collator('en');

/** Sorted as people look for them. */
export const byTitle = (options: readonly CmsOption[]): readonly CmsOption[] =>
  options.toSorted(
    (a, b) => collator.compare(a.label, b.label) || collator.compare(String(a.value), String(b.value)),
  );

const wordIn = (
  words: Readonly<Record<string, string | undefined>>,
  ...tags: readonly string[]
): string | undefined => [...tags, ...Object.keys(words)].map((tag) => words[tag]).find((word) => word);

const unique = (tags: readonly string[]): readonly string[] => [...new Set(tags)];
