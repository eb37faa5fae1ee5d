/**
 * The pages of the preview that tell the state of the translations.
 *
 * In: the checked content, drafts among its texts, and an address: `/_preview/status` for the totals of all countries,
 * `/_preview/status/kg` for the texts of one. Out: the page. Nothing of it is made before somebody opens it.
 */
import type { Locale } from '../../schemas/brands.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import {
  type LanguageName,
  renderCountryTexts,
  renderTotals,
} from '../../templates/pages/translation-state.ts';
import type { CheckedContent } from '../pipeline.ts';
import { translationsPath } from '../serve/author-script.ts';
import { allIsWell, attentionSigns } from '../status/signs.ts';
import { type Attention, attentionNames, type CountryStatus, statusOf } from '../status/status.ts';

/** Returns the page at an address, or nothing where there is none, or where the content has errors. */
export function translationPage(
  { editions, catalogue }: CheckedContent,
  pathname: string,
): string | undefined {
  const [, code = ''] = pathname.slice(translationsPath.length).split('/');
  const wanted = editions.filter(({ edition }) => code === '' || edition.country.code === code);
  if (wanted.length === 0) return undefined;
  const statuses = wanted.map(({ edition }) => statusOf(edition, catalogue));
  const found = attentionNames.filter((name) =>
    statuses.some(({ languages }) => languages.some(({ counts }) => counts[name] > 0)),
  );
  const signs = found.map((name) => attentionSigns[name]);
  const [only] = statuses;
  if (code !== '' && only !== undefined) return renderCountryTexts(textsOf(only), allIsWell, signs);
  return renderTotals(
    statuses.map((status) => totalsOf(status, found)),
    signs,
  );
}

const totalsOf = ({ country, name, languages, entries }: CountryStatus, found: readonly Attention[]) => ({
  code: country,
  name,
  path: `${translationsPath}/${country}`,
  texts: entries.length,
  languages: languages.map(({ locale, own, counts }) => ({
    ...languageName(locale),
    own,
    counts: found.map((attention) => counts[attention]),
  })),
});

const textsOf = ({ country, name, languages, entries }: CountryStatus) => ({
  name,
  totalsPath: translationsPath,
  languages: languages.map(({ locale }) => languageName(locale)),
  entries: entries.map(({ target, title, titleLocale, cells }) => ({
    title,
    htmlLang: describeLanguage(titleLocale).htmlLang,
    target,
    cells: cells.map(({ locale, attentions }) => ({
      path: `/${country}/${locale.toLowerCase()}${target}`,
      signs: attentions.map((attention) => attentionSigns[attention]),
    })),
  })),
});

function languageName(tag: Locale): LanguageName {
  const { autonym, htmlLang } = describeLanguage(tag);
  return { tag, autonym, htmlLang };
}
