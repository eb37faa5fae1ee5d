/**
 * What translators and national editors have to look at.
 *
 * In: resolved editions, drafts among their texts. Out: for each country a matrix of entries and languages, and a list of texts that
 * are missing, stale, of unknown state, unreviewed, diverged, or drafts.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Catalogue, Text } from '../model/catalogue.ts';
import type { Edition, Entry, Variant } from '../model/edition.ts';
import type { SourcePath } from '../model/paths.ts';
import { textAt } from './text-at.ts';

export type Attention =
  | 'missing'
  | 'stale'
  | 'unknown'
  | 'unreviewed'
  | 'diverged'
  | 'overlay-unknown'
  | 'draft';

export interface StatusItem {
  readonly country: CountryCode;
  readonly locale: Locale;
  /** Language-free address: `/courses/play/`. */
  readonly target: string;
  readonly attention: Attention;
  /** The text itself; of a missing one the text that stands in. */
  readonly file: SourcePath;
}

export interface CountryStatus {
  readonly country: CountryCode;
  /** In English, where there is an English name. */
  readonly name: string;
  readonly languages: readonly LanguageTotals[];
  /** The matrix: one row for each entry, by address. */
  readonly entries: readonly EntryStatus[];
  readonly items: readonly StatusItem[];
}

export interface LanguageTotals {
  readonly locale: Locale;
  readonly texts: number;
  /** Written in the language and published. */
  readonly own: number;
  readonly counts: Readonly<Record<Attention, number>>;
}

export interface EntryStatus {
  readonly target: string;
  /** Of the original. */
  readonly title: string;
  readonly titleLocale: Locale;
  readonly origin: Entry['origin'];
  /** One for every language of the country, in their order; empty where all is well. */
  readonly cells: readonly { readonly locale: Locale; readonly attentions: readonly Attention[] }[];
}

export function statusOf({ country, languages, entries }: Edition, catalogue: Catalogue): CountryStatus {
  const rows = [...entries.values()].map((entry) => ({
    entry,
    cells: languages.flatMap(({ tag }) => {
      const variant = entry.variants.get(tag);
      return variant === undefined
        ? []
        : [{ locale: tag, variant, attentions: attentionsOf(variant, catalogue) }];
    }),
  }));
  return {
    country: country.code,
    name: country.country.name.en ?? country.code,
    languages: languages.map(({ tag }) => {
      const found = rows.flatMap(({ cells }) => cells.filter(({ locale }) => locale === tag));
      const count = (attention: Attention): number =>
        found.filter(({ attentions }) => attentions.includes(attention)).length;
      const counts = Object.fromEntries(attentionNames.map((name) => [name, count(name)]));
      return {
        locale: tag,
        texts: rows.length,
        own: found.length - count('missing') - count('draft'),
        counts: counts as Record<Attention, number>,
      };
    }),
    entries: rows.map(({ entry, cells }) => ({
      target: entry.target,
      title: entry.fields.title ?? entry.id,
      titleLocale: originalOf(cells[0]?.variant, catalogue)?.place.locale ?? catalogue.sourceLanguage,
      origin: entry.origin,
      cells: cells.map(({ locale, attentions }) => ({ locale, attentions })),
    })),
    items: languages.flatMap(({ tag }) =>
      rows.flatMap(({ entry: { target }, cells }) =>
        cells
          .filter(({ locale }) => locale === tag)
          .flatMap(({ variant, attentions }) =>
            attentions.map((attention) => ({
              country: country.code,
              locale: tag,
              target,
              attention,
              file: fileOf(variant, attention),
            })),
          ),
      ),
    ),
  };
}

/** In the order in which they are told. */
export const attentionNames: readonly Attention[] = [
  'missing',
  'stale',
  'unknown',
  'unreviewed',
  'diverged',
  'overlay-unknown',
  'draft',
];

function attentionsOf(variant: Variant, catalogue: Catalogue): readonly Attention[] {
  if (variant.fallback) return ['missing'];
  const isUnread = isDraft(variant, catalogue);
  const attentions: Attention[] = isUnread ? ['draft'] : [];
  if (variant.freshness === 'stale' || variant.freshness === 'unknown') attentions.push(variant.freshness);
  // A draft is reviewed when it is done.
  if (variant.translation?.reviewed === false && !isUnread) attentions.push('unreviewed');
  if (variant.divergence === 'diverged') attentions.push('diverged');
  if (variant.divergence === 'unknown') attentions.push('overlay-unknown');
  return attentions;
}

/** A text is one whose original is, too: readers see neither. */
function isDraft(variant: Variant, catalogue: Catalogue): boolean {
  const { textSource, overlaySource } = variant;
  const texts = [
    originalOf(variant, catalogue),
    textAt(catalogue, textSource),
    overlaySource && textAt(catalogue, overlaySource),
  ];
  return texts.some((text) => text !== undefined && (text.fields.status ?? 'published') !== 'published');
}

/** The folders of a country come first. */
function originalOf(variant: Variant | undefined, catalogue: Catalogue): Text | undefined {
  const path = variant?.folders.at(-1);
  const folder = path === undefined ? undefined : catalogue.folders.get(path);
  return folder?.original === undefined ? undefined : folder.texts.get(folder.original);
}

const fileOf = ({ textSource, overlaySource }: Variant, attention: Attention): SourcePath =>
  attention === 'diverged' || attention === 'overlay-unknown' ? (overlaySource ?? textSource) : textSource;
