import { tagMeant } from '../diagnostics/language-tag.ts';
import { suggest } from '../diagnostics/suggest.ts';

/** The known tag that was probably meant: the language of a country whose code was written, the tag with its script, a near one. */
export function suggestLanguage(tag: string, known: readonly string[]): string | undefined {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  const meant = languageOfCountry[language] ?? tagMeant(tag) ?? language;
  return (
    known.find((other) => other === meant) ??
    known.find((other) => other.startsWith(`${meant}-`)) ??
    suggest(tag, known)
  );
}

/** Codes of countries that are easily taken for those of their languages. */
const languageOfCountry: Readonly<Record<string, string>> = {
  kg: 'ky',
  kz: 'kk',
  me: 'cnr',
  rs: 'sr',
  tj: 'tg',
  ua: 'uk',
  gb: 'en',
};
