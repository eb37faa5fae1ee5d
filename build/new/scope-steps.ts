/**
 * For whom something is made, and in which language: all countries or one, and by default the language in which their texts are
 * written first.
 */
import { type CountryCode, isCountryCode } from '../../schemas/brands.ts';
import { languageName } from '../model/language-name.ts';
import type { Scope } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import type { Answers, Choice, Step } from './form.ts';
import { answerOf, checkChoice } from './problems.ts';

const everybody = 'all';

export const scopeOf = (answers: Answers): Scope => {
  const country = answerOf(answers, 'country');
  return isCountryCode(country) ? country : 'shared';
};

export const scopeStep: Step = {
  flag: 'country',
  ask: (_, content) => ({
    text: 'Which national site is it for? It is shared by all of them, or belongs to one.',
    choices: [{ value: everybody, label: 'all countries' }, ...countryChoices(content)],
    proposal: everybody,
  }),
  check: (answer, _, content) =>
    checkChoice('country', answer, [{ value: everybody }, ...countryChoices(content)]),
};

export const languageStep: Step = {
  flag: 'lang',
  ask: (answers, content) => ({
    text: 'The language that it is written in first.',
    choices: languageChoices(content),
    proposal: content.sourceLanguageOf(scopeOf(answers)),
  }),
  check: (answer, _, content) => checkChoice('lang', answer, languageChoices(content)),
};

export const countryChoices = ({ settings }: NewContent): readonly Choice[] =>
  settings.countries.map(({ code, country }) => ({ value: code, label: country.name.en ?? code }));

/** Languages of one national site, or of any. */
export function languageChoices({ settings }: NewContent, country?: CountryCode): readonly Choice[] {
  const ofCountry = settings.countries.filter(({ code }) => code === country);
  const own = ofCountry.length > 0 ? ofCountry : settings.countries;
  const tags = new Set([
    settings.sourceLanguage as string,
    ...own.flatMap(({ country: { languages } }) => languages.map(({ tag }) => tag)),
  ]);
  return [...tags].toSorted().map((tag) => ({ value: tag, label: languageName(tag) }));
}
