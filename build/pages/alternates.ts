/**
 * The languages of a page for search engines. Within one country, and only between pages that have a text of their own: what
 * stands in for a missing text is the same text twice.
 */
import { describeLanguage } from '../../templates/locale/languages.ts';
import type { Alternate } from '../../templates/model/page.ts';
import type { EditionLanguage, Entry } from '../model/edition.ts';
import type { View } from './view.ts';

/** Of a page whose text an author wrote; none for a text that stands in. */
export const entryAlternates = (entry: Entry, view: View): readonly Alternate[] =>
  view.variant(entry).fallback ? [] : alternates(entry.target, view.ownLanguages(entry));

/** Of a page that is made in every language of the site: a list, search. */
export const listAlternates = (target: string, { edition }: View): readonly Alternate[] =>
  alternates(target, edition.languages);

/** Of the front pages, for whose readers of other languages there is the choice of one. */
export const frontAlternates = (languages: readonly EditionLanguage[]): readonly Alternate[] => [
  ...alternates('/', languages),
  { hreflang: 'x-default', path: '/' },
];

function alternates(target: string, languages: readonly EditionLanguage[]): readonly Alternate[] {
  if (languages.length < 2) return [];
  return languages.map(({ tag }) => ({
    hreflang: describeLanguage(tag).htmlLang,
    path: `/${tag.toLowerCase()}${target}`,
  }));
}
