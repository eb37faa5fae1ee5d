/**
 * What translators and national editors have to look at.
 *
 * In: resolved editions. Out: for each country a list of texts that are missing, stale, of unknown state, unreviewed or diverged.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Edition, Entry, Variant } from '../model/edition.ts';
import type { SourcePath } from '../model/paths.ts';

export type Attention = 'missing' | 'stale' | 'unknown' | 'unreviewed' | 'diverged' | 'overlay-unknown';

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
  readonly languages: readonly { readonly locale: Locale; readonly texts: number; readonly own: number }[];
  readonly items: readonly StatusItem[];
}

export function statusOf(edition: Edition): CountryStatus {
  const country = edition.country.code;
  const entries = [...edition.entries.values()];
  const items = edition.languages.flatMap(({ tag }) =>
    entries.flatMap((entry) => {
      const variant = entry.variants.get(tag);
      return variant === undefined
        ? []
        : attentionsOf(variant).map((attention) => ({
            country,
            locale: tag,
            target: entry.target,
            attention,
            file: fileOf(variant, attention),
          }));
    }),
  );
  const languages = edition.languages.map(({ tag }) => ({
    locale: tag,
    texts: entries.length,
    own: entries.filter((entry) => hasOwn(entry, tag)).length,
  }));
  return { country, languages, items };
}

function attentionsOf(variant: Variant): Attention[] {
  if (variant.fallback) return ['missing'];
  const attentions: Attention[] = [];
  if (variant.freshness === 'stale' || variant.freshness === 'unknown') attentions.push(variant.freshness);
  if (variant.translation?.reviewed === false) attentions.push('unreviewed');
  if (variant.divergence === 'diverged') attentions.push('diverged');
  if (variant.divergence === 'unknown') attentions.push('overlay-unknown');
  return attentions;
}

const hasOwn = (entry: Entry, tag: Locale): boolean => entry.variants.get(tag)?.fallback === false;

const fileOf = ({ textSource, overlaySource }: Variant, attention: Attention): SourcePath =>
  attention === 'diverged' || attention === 'overlay-unknown' ? (overlaySource ?? textSource) : textSource;
