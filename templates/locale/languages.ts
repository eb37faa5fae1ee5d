/**
 * What a page has to know of a language: its `lang` attribute, its direction and its name in itself.
 */
import type { Language } from '../model/page.ts';

/**
 * Describes a language of a site.
 *
 * @param tag BCP 47 tag as in file names: `ky`, `cnr-Latn`.
 * @param autonym For a language that we do not know by name; else `Intl` is asked, and at last the tag stands in.
 * @param dir Where it differs from what `Intl` says of the script.
 */
export function describeLanguage(tag: string, autonym?: string, dir?: 'ltr' | 'rtl'): Language {
  // Every page names every language of its site.
  const key = `${tag} ${autonym} ${dir}`;
  const language = described.get(key) ?? describe(tag, autonym, dir);
  described.set(key, language);
  return language;
}

const described = new Map<string, Language>();

function describe(tag: string, autonym: string | undefined, dir: 'ltr' | 'rtl' | undefined): Language {
  const htmlLang = htmlLangs[tag] ?? tag;
  return {
    tag,
    htmlLang,
    dir: dir ?? scriptDirection(htmlLang),
    autonym: autonyms[tag] ?? autonym ?? intlAutonym(htmlLang) ?? tag,
  };
}

/** Returns the name of a language in itself as it stands alone, with a capital letter. */
export function nameAsLabel(language: Language): string {
  const { autonym, htmlLang } = language;
  const label = labels.get(language) ?? autonym.charAt(0).toLocaleUpperCase(htmlLang) + autonym.slice(1);
  labels.set(language, label);
  return label;
}

const labels = new WeakMap<Language, string>();

/** Montenegrin: screen readers and hyphenation know Serbian only (DESIGN §5). */
const htmlLangs: Readonly<Record<string, string>> = { 'cnr-Latn': 'sr-Latn-ME', 'cnr-Cyrl': 'sr-Cyrl-ME' };

const autonyms: Readonly<Record<string, string>> = {
  en: 'English',
  ru: 'русский',
  ky: 'кыргызча',
  tg: 'тоҷикӣ',
  'uz-Latn': 'oʻzbekcha',
  'uz-Cyrl': 'ўзбекча',
  'sr-Cyrl': 'српски',
  'sr-Latn': 'srpski',
  'cnr-Latn': 'crnogorski',
  'cnr-Cyrl': 'црногорски',
};

/** `getTextInfo` is in Node 24 and not yet in TypeScript's library. */
type LocaleWithTextInfo = Intl.Locale & { getTextInfo?: () => { direction?: string } };

function scriptDirection(htmlLang: string): 'ltr' | 'rtl' {
  try {
    const locale: LocaleWithTextInfo = new Intl.Locale(htmlLang);
    return locale.getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // not a well-formed tag: validation says so, a page need not fall over it
  }
}

function intlAutonym(htmlLang: string): string | undefined {
  try {
    const names = new Intl.DisplayNames([htmlLang, 'en'], { type: 'language', fallback: 'none' });
    const isItself = names.resolvedOptions().locale.split('-')[0] === htmlLang.split('-')[0];
    return isItself ? names.of(htmlLang) : undefined;
  } catch {
    return undefined;
  }
}
