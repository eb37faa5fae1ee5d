import { isLocale, type Locale } from '../../schemas/brands.ts';

/**
 * The language tag that was meant by something like one: `sr-cyrl`, `en_US`, `Russian`.
 *
 * @example tagMeant('sr-cyrl') // 'sr-Cyrl'
 */
export function tagMeant(written: string): Locale | undefined {
  const word = written.trim();
  const named = languageNames.get(word.toLowerCase());
  if (named !== undefined) return named as Locale;
  try {
    const canonical = Intl.getCanonicalLocales(word.replaceAll('_', '-'))[0] ?? '';
    const tag = withoutUsualRegion(canonical);
    return isLocale(tag) && tag !== written ? tag : undefined;
  } catch {
    return undefined; // not even nearly a tag
  }
}

/** What to do about a word that is no language tag. */
export function tagHint(
  written: string,
  write: (tag: string) => string = (tag) => `did you mean "${tag}"?`,
): string {
  const meant = tagMeant(written);
  return meant === undefined ? 'use a tag such as ky, ru, sr-Cyrl or uz-Latn' : write(meant);
}

/** `ru-RU` says no more than `ru`. */
function withoutUsualRegion(canonical: string): string {
  const { language, script, region } = new Intl.Locale(canonical);
  const isUsual = region !== undefined && new Intl.Locale(canonical).minimize().region === undefined;
  return isUsual ? [language, script].filter((part) => part !== undefined).join('-') : canonical;
}

/** What people call the languages of the region where a tag is wanted. */
const languageNames = new Map<string, string>([
  ['english', 'en'],
  ['russian', 'ru'],
  ['русский', 'ru'],
  ['kyrgyz', 'ky'],
  ['kg', 'ky'],
  ['кыргызча', 'ky'],
  ['tajik', 'tg'],
  ['tj', 'tg'],
  ['тоҷикӣ', 'tg'],
  ['uzbek', 'uz-Latn'],
  ['oʻzbekcha', 'uz-Latn'],
  ['serbian', 'sr-Cyrl'],
  ['rs', 'sr-Cyrl'],
  ['српски', 'sr-Cyrl'],
  ['srpski', 'sr-Latn'],
  ['montenegrin', 'cnr-Latn'],
  ['crnogorski', 'cnr-Latn'],
]);
