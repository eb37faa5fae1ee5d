/**
 * One edition as readers of one language see it: the questions that every page asks.
 */
import type { Locale } from '../../schemas/brands.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import type { Translate } from '../../templates/locale/locale.ts';
import type { RichText } from '../../templates/model/body.ts';
import type { Chrome, Language, Picture, PictureSource, Term } from '../../templates/model/page.ts';
import type { StyleSheets } from '../../templates/styles/stylesheet.ts';
import type { ByScript, LastingScripts } from '../client/script-names.ts';
import type { Catalogue, Fields } from '../model/catalogue.ts';
import {
  type Edition,
  type EditionLanguage,
  type Entry,
  entriesOfKind,
  type Variant,
} from '../model/edition.ts';
import type { SourcePath } from '../model/paths.ts';
import type { EntryKind } from '../model/place.ts';
import { type AssetFile, type PublishedAsset, shownPaths } from '../model/published.ts';
import type { BodyLookup } from '../model/rendered.ts';
import type { Icons } from './icons.ts';
import type { Recorded, Recorder } from './recorder.ts';

/** What the pages of every edition are made from. */
export interface PagesContext {
  readonly catalogue: Catalogue;
  readonly bodies: BodyLookup;
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  /** Words of the interface, made once per language. */
  readonly translate: (locale: Locale) => Translate;
  /** Between the two scripts of a language. */
  readonly converter: (from: Locale, to: Locale) => ScriptConverter;
  /** Quotes and spaces of plain texts such as titles. */
  readonly typograph: (text: string, locale: Locale) => string;
  /** The scripts of the sites. */
  readonly scripts: ByScript<PublishedAsset>;
  /** Those that lie in the folder of every site. */
  readonly lastingScripts: LastingScripts;
  /** What a ministry keeps a copy of the site with: the same in all countries. */
  readonly mirrorProgram: AssetFile;
  /** The address of a national site, with a slash at its end. */
  readonly siteUrl: (edition: Edition) => string;
  readonly css: (edition: Edition) => StyleSheets;
  readonly icons: (edition: Edition) => Icons;
  /** Changes with the site, its vocabularies and words, and with the country. */
  readonly settingsDigest: (edition: Edition) => string;
}

export interface ScriptConverter {
  text(text: string): string;
  richText(parts: RichText): RichText;
}

export interface View {
  readonly context: PagesContext;
  readonly edition: Edition;
  readonly language: EditionLanguage;
  readonly described: Language;
  readonly chrome: Chrome;
  /** Site path in this language: `/ru/courses/play/`. */
  path(target: string): string;
  /** The variant of an entry in this language. */
  variant(entry: Entry): Variant;
  /** The languages of the site in which an entry has a text of its own. */
  ownLanguages(entry: Entry): readonly EditionLanguage[];
  /** Entries of a kind, sorted by their titles. */
  entries(kind: EntryKind): readonly Entry[];
  entry(target: string): Entry | undefined;
  /** Terms of a vocabulary, in its order, the priorities of the country first; without those that it does not have. */
  terms(kind: string, ids: readonly string[] | undefined): readonly Term[];
  /** What is the same on whichever page it stands, such as a card: made once for each entry. */
  once<T>(what: string, entry: Entry, make: () => T): T;
  /** The languages of the site, described. */
  readonly languages: readonly Language[];
  /** Told of what is asked here; shared by all languages of the edition. */
  readonly recorder: Recorder;
  /** A text by language, in this one or in what stands in for it. */
  text(byLanguage: Readonly<Record<string, string>>): string;
}

export function createView(
  context: PagesContext,
  edition: Edition,
  language: EditionLanguage,
  makeChrome: () => Chrome,
  recorder: Recorder,
): View {
  let madeChrome: Chrome | undefined;
  // Of most languages no page is made after an edit.
  const chrome = (): Chrome => {
    madeChrome ??= makeChrome();
    return madeChrome;
  };
  const priorities = edition.country.country.priorities ?? [];
  const rank = (id: string): number => (priorities.includes(id) ? priorities.indexOf(id) : priorities.length);
  const variant = (entry: Entry): Variant => {
    const found = entry.variants.get(language.tag);
    if (found === undefined) throw new TypeError(`${entry.target} has no variant in ${language.tag}`);
    return found;
  };
  const text = (byLanguage: Readonly<Record<string, string>>): string =>
    textIn(byLanguage, language, context);
  const sorted = new Map<EntryKind, readonly Entry[]>();
  const made = new Map<string, Map<Entry, Recorded<unknown>>>();
  const knownTerms = new Map<string, readonly Term[]>();
  const termsOf = (kind: string, ids: readonly string[]): readonly Term[] => {
    const terms = context.catalogue.taxonomies.get(kind)?.terms ?? [];
    return terms
      .filter((term) => ids.includes(term.id))
      .toSorted((a, b) => (kind === 'domain' ? rank(a.id) - rank(b.id) : 0))
      .map(({ id, label }) => ({ id, label: text(label) }));
  };
  return {
    context,
    edition,
    language,
    get chrome() {
      return chrome();
    },
    recorder,
    variant,
    text,
    get described() {
      return chrome().language;
    },
    path: (target) => `/${language.tag.toLowerCase()}${target}`,
    ownLanguages: (entry) =>
      edition.languages.filter(({ tag }) => entry.variants.get(tag)?.fallback === false),
    entry(target) {
      recorder.read(target);
      return edition.entries.get(target);
    },
    entries(kind) {
      recorder.readList(kind);
      const known =
        sorted.get(kind) ??
        chrome().format.sort(
          entriesOfKind(edition, kind),
          (entry) => titleOf(variant(entry), context),
          (a, b) => (a.id < b.id ? -1 : 1),
        );
      sorted.set(kind, known);
      return known;
    },
    terms(kind, ids = []) {
      const key = `${kind} ${ids.join(' ')}`;
      const terms = knownTerms.get(key) ?? termsOf(kind, ids);
      knownTerms.set(key, terms);
      return terms;
    },
    languages: edition.languages.map((other) => describe(other, context)),
    once<T>(what: string, entry: Entry, make: () => T): T {
      const byEntry = made.get(what) ?? new Map<Entry, Recorded<unknown>>();
      made.set(what, byEntry);
      const recorded = (byEntry.get(entry) as Recorded<T> | undefined) ?? recorder.record(make);
      byEntry.set(entry, recorded);
      recorder.replay(recorded.inputs);
      return recorded.value;
    },
  };
}

/** Kinds of entries, in the order in which a site shows them. */
export const entryKinds: readonly EntryKind[] = ['course', 'lesson', 'material', 'group', 'page'];

/** The text in a language, else in its other script, else in the first that stands in for it, else in any. */
export function textIn(
  byLanguage: Readonly<Record<string, string>>,
  { tag, transliterate, fallback }: EditionLanguage,
  { converter }: PagesContext,
): string {
  const own = byLanguage[tag];
  if (own !== undefined) return own;
  const written = transliterate === undefined ? undefined : byLanguage[transliterate];
  if (transliterate !== undefined && written !== undefined)
    return converter(transliterate, tag).text(written);
  const other = fallback.find((candidate) => byLanguage[candidate] !== undefined);
  return (other === undefined ? Object.values(byLanguage)[0] : byLanguage[other]) ?? '';
}

export const describe = (language: EditionLanguage, context: PagesContext): Language =>
  describeLanguage(language.tag, autonymOf(language.tag, context), language.dir);

/** The name of a language in itself, from its strings; `English` unchanged means that nobody translated it. */
function autonymOf(tag: Locale, { translate }: PagesContext): string | undefined {
  const autonym = translate(tag)('English', undefined, 'the name of this language in itself');
  return autonym === 'English' ? undefined : autonym;
}

/** As its author wrote it, in the script of its reader. */
export const titleOf = (variant: Variant, context: PagesContext): string =>
  convertText(variant, context)(variant.fields.title ?? '');

const convertText = ({ convertedFrom, locale }: Variant, { converter }: PagesContext) =>
  convertedFrom === undefined ? (text: string) => text : converter(convertedFrom, locale).text;

/** The language of a text, as the edition describes it. */
export function languageOf({ locale }: Variant, { languages, context }: View): Language {
  const known = languages.find(({ tag }) => tag === locale);
  return known ?? describe({ tag: locale, fallback: [] }, context);
}

/** The language of a text for {@link Picture} and cards: only where it is not that of the page. */
export const foreign = (variant: Variant, view: View): { readonly textLanguage?: Language } =>
  variant.fallback ? { textLanguage: languageOf(variant, view) } : {};

type TypographedFields = Fields & { readonly title: string; readonly summary: string };

/** A text stands on many pages: its own, its neighbours', lists. */
const typographedFields = new WeakMap<Variant, TypographedFields>();

/** The fields of a text with the typography of its language. */
export function typographed(variant: Variant, context: PagesContext): TypographedFields {
  const fields = typographedFields.get(variant) ?? typographFields(variant, context);
  typographedFields.set(variant, fields);
  return fields;
}

function typographFields(variant: Variant, context: PagesContext): TypographedFields {
  const convert = convertText(variant, context);
  const set = (text: string): string => context.typograph(convert(text), variant.locale);
  const { fields } = variant;
  const { image, authors, tags } = fields;
  return {
    ...fields,
    ...(image && {
      image: { ...image, alt: convert(image.alt), ...(image.credit && { credit: convert(image.credit) }) },
    }),
    ...(authors && { authors: authors.map(convert) }),
    ...(tags && { tags: tags.map(convert) }),
    title: set(fields.title ?? ''),
    summary: set(fields.summary ?? ''),
    ...(fields.objectives && { objectives: fields.objectives.map(set) }),
    ...(fields.resources && { resources: fields.resources.map(set) }),
    ...(fields.moderators && { moderators: fields.moderators.map(set) }),
    ...(fields.groupSize && { groupSize: set(fields.groupSize) }),
  };
}

/** A file beside a text, the country's own first; what is found is published with the edition. */
export function findAsset(
  variant: Variant,
  src: string,
  { context: { assets }, recorder }: View,
): PublishedAsset | undefined {
  const found = variant.folders.flatMap((folder) => assets.get(`${folder}/${src}` as SourcePath) ?? [])[0];
  for (const path of found === undefined ? [] : shownPaths(found)) recorder.use(path);
  return found;
}

/** What pages need of a file to show it; nothing of a file that is no picture. */
export function pictureSource(asset: PublishedAsset | undefined): PictureSource | undefined {
  if (asset?.widthPx === undefined || asset.heightPx === undefined) return undefined;
  const { path, widthPx, heightPx, renditions } = asset;
  return { path, widthPx, heightPx, ...(renditions !== undefined && { renditions }) };
}

export function pictureOf(variant: Variant, view: View): Picture | undefined {
  const { image } = typographed(variant, view.context);
  const asset = image === undefined ? undefined : findAsset(variant, image.src, view);
  const source = pictureSource(asset);
  if (image === undefined || source === undefined) return undefined;
  const previewPath = asset?.previewPath;
  if (previewPath !== undefined) view.recorder.use(previewPath);
  return {
    ...source,
    alt: image.alt,
    ...(image.credit !== undefined && { credit: image.credit }),
    ...(previewPath !== undefined && { previewPath }),
    ...foreign(variant, view),
  };
}
