/**
 * The content of one country, resolved: what each page is made from.
 */
import type { ContentId, Locale } from '../../schemas/brands.ts';
import type { Translation } from '../../schemas/types.generated.ts';
import type { CountryDocument, Fields } from './catalogue.ts';
import type { SourcePath } from './paths.ts';
import { type EntryKind, kindOfTarget } from './place.ts';

export interface Edition {
  readonly country: CountryDocument;
  /** In the order in which they are offered. */
  readonly languages: readonly EditionLanguage[];
  /** By language-free address (`/courses/play/`), sorted. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The entries of a kind, by their address. */
export function* entriesOfKind({ entries }: Edition, kind: EntryKind): Generator<Entry> {
  for (const target of entries.keys()) if (kindOfTarget(target) === kind) yield entries.get(target) as Entry;
}

export interface EditionLanguage {
  readonly tag: Locale;
  /** The languages that stand in, in this order; the source language is the last. */
  readonly fallback: readonly Locale[];
  readonly transliterate?: Locale;
  readonly dir?: 'ltr' | 'rtl';
}

/** The language whose search bundle holds the texts of a language: the two scripts of one share it. */
export function bundleLanguage({ tag, transliterate }: EditionLanguage, { languages }: Edition): Locale {
  const isPublished = languages.some((other) => other.tag === transliterate);
  return transliterate !== undefined && isPublished ? transliterate : tag;
}

/** One entry of an edition. */
export interface Entry {
  readonly entry: EntryKind;
  readonly id: ContentId;
  readonly course?: ContentId;
  readonly target: string;
  /** The fields that are the same in every language; words among them are those of the original. */
  readonly fields: Fields;
  readonly origin: 'shared' | 'patched' | 'replaced' | 'own';
  /** One for every language of the edition. */
  readonly variants: ReadonlyMap<Locale, Variant>;
}

/** A text as readers of one language get it. */
export interface Variant {
  /** The language of the text; with `fallback`, another than the reader's. */
  readonly locale: Locale;
  /** The same language in its other script, in which fields and body are; pages convert them. */
  readonly convertedFrom?: Locale;
  readonly fallback: boolean;
  readonly fields: Fields;
  /** Changes with the fields of any of the texts that `fields` and those of the entry come from. */
  readonly fieldsDigest: string;
  /** Changes with the body that is shown. */
  readonly bodyDigest: string;
  /** The file whose body is shown. */
  readonly bodySource: SourcePath;
  /** The file whose rules are shown, of a group. */
  readonly rulesSource?: SourcePath;
  /** The file that a translator would look at. */
  readonly textSource: SourcePath;
  /** The country's patch or replacement, where there is one. */
  readonly overlaySource?: SourcePath;
  /** Where its pictures lie, the country's folder first. */
  readonly folders: readonly SourcePath[];
  readonly translation?: Translation['translation'];
  readonly freshness: Freshness;
  /** Of patches and replacements: whether the shared text has moved on. */
  readonly divergence?: Divergence;
}

/** Whether a translation was made from the original as it is now; without a hash nobody knows. */
export type Freshness = 'original' | 'current' | 'stale' | 'unknown';
export type Divergence = 'current' | 'diverged' | 'unknown';
