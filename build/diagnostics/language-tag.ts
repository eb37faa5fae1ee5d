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
  const [, language = '', script, region] =
    /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i.exec(word) ?? [];
  if (language === '') return undefined;
  const tag = [
    shortest(language.toLowerCase()),
    script && script.charAt(0).toUpperCase() + script.slice(1).toLowerCase(),
    region?.toUpperCase(),
  ];
  const meant = withoutUsualRegion(tag.filter((part) => part !== undefined).join('-'));
  return isLocale(meant) && meant !== written ? meant : undefined;
}

/** BCP 47 (RFC 5646, 2.2.1): where there is a code of two letters, it is the one to use. `cnr` has none, whatever CLDR maps it to. */
function shortest(language: string): string {
  const canonical = Intl.getCanonicalLocales(language)[0] ?? language;
  return canonical.length === 2 ? canonical : language;
}

/** Made when it is first asked for: it takes as long as listing thousands of files, and most builds ask for nothing. */
let knownLanguages: Intl.DisplayNames | undefined;

/** Whether a tag begins with a language that exists, as Unicode's CLDR knows it: `kk` does, `kz` does not, and neither does `rus`, which is written `ru`. */
export function isLanguage(tag: string): boolean {
  knownLanguages ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const name = knownLanguages.of(tag.split('-')[0] ?? tag);
  return name !== undefined && (tagMeant(tag) ?? tag).length >= tag.length;
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
function withoutUsualRegion(tag: string): string {
  const [language = '', ...rest] = tag.split('-');
  const { region } = new Intl.Locale(language).maximize();
  return rest.at(-1) === region ? tag.slice(0, -1 - String(region).length) : tag;
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
