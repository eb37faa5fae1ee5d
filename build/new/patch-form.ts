/**
 * A new patch: what one country changes of a shared text. It begins with the shared values, to be written over.
 */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { folderAt, targetOf } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import { loadSchema } from '../schema/schemas.ts';
import { splitAnswer } from './fields.ts';
import { findOriginal, textChoices } from './find-text.ts';
import type { Answers, Choice, Form, Plan, Problem, Step } from './form.ts';
import { currentFields, isChangeable, patchPath, patchText, type Subject } from './patch-text.ts';
import { answerOf, checkChoice, checkIsFree, problemsOf, refusal } from './problems.ts';
import { countryChoices, languageChoices } from './scope-steps.ts';
import { whereToLook } from './where-to-look.ts';

const ofStep: Step = {
  flag: 'of',
  ask: (_, content) => ({
    text: 'The shared text that is to be changed for one country: its folder, its file or its address.',
    choices: textChoices(content, true),
    isOpen: true,
  }),
  check(answer, _, content) {
    const found = findOriginal(answer, content, true);
    return 'problems' in found ? found.problems : [];
  },
};

const countryStep: Step = {
  flag: 'country',
  ask: (_, content) => ({ text: 'The country that it is changed for.', choices: countryChoices(content) }),
  check(answer, answers, content) {
    const wrong = checkChoice('country', answer, countryChoices(content));
    const subject = subjectOf(new Map([...answers, ['country', answer]]), content);
    if (wrong.length > 0 || subject === undefined || subject.own === undefined) return wrong;
    const { own, shared } = subject;
    if (own.texts.size === 0) return [];
    return [
      refusal(
        `a patch would have no effect: content/${own.path} replaces the shared ${shared.entry} wholly`,
        'make the change there',
      ),
    ];
  },
};

const languageStep: Step = {
  flag: 'lang',
  ask: (answers, content) => ({
    text: 'The language whose words are changed. What is not language (ages, minutes, lessons) changes in every language of the country.',
    choices: languageChoices(content, answerOf(answers, 'country') as CountryCode),
    proposal: content.sourceLanguageOf(answerOf(answers, 'country') as CountryCode),
  }),
  check(answer, answers, content) {
    const choices = languageChoices(content, answerOf(answers, 'country') as CountryCode);
    const wrong = checkChoice('lang', answer, choices);
    const subject = subjectOf(answers, content);
    if (wrong.length > 0 || subject === undefined) return wrong;
    return checkIsFree(patchPath(subject, answer), content);
  },
};

const fieldsStep: Step = {
  flag: 'fields',
  ask(answers, content) {
    const subject = subjectOf(answers, content);
    if (subject === undefined) return undefined;
    return {
      text: 'The fields that change. Those that are not named stand in the file as remarks.',
      choices: fieldChoices(subject, answers),
      several: true,
      proposal: '',
    };
  },
  check(answer, answers, content) {
    const subject = subjectOf(answers, content);
    if (subject === undefined) return [];
    const choices = fieldChoices(subject, answers);
    const unknown = splitAnswer(answer).flatMap((name) => checkField(name, subject, choices));
    if (unknown.length > 0) return unknown;
    const text = patchText(subject, new Map([...answers, ['fields', answer], ['body', 'no']]));
    return problemsOf(content.check(patchPath(subject, answerOf(answers, 'lang')), text));
  },
};

function checkField(name: string, { shared }: Subject, choices: readonly Choice[]): readonly Problem[] {
  if (name in (loadSchema(shared.entry).properties ?? {}) && !choices.some(({ value }) => value === name))
    return [
      {
        severity: 'error',
        message: `fields: the shared ${shared.entry} has no "${name}" that could be changed`,
        hint: 'make the patch without it, and add the line to the file',
      },
    ];
  return checkChoice('fields', name, choices);
}

const bodyStep: Step = {
  flag: 'body',
  ask(answers, content) {
    const subject = subjectOf(answers, content);
    // Words in a language that the shared text does not have need a text below them.
    if (subject === undefined || !subject.shared.texts.has(answerOf(answers, 'lang') as Locale))
      return undefined;
    return {
      text: 'Whether the text below the fields changes, too. Then the patch begins with a copy of it.',
      choices: [{ value: 'no' }, { value: 'yes' }],
      proposal: 'no',
    };
  },
  check: (answer) => checkChoice('body', answer, [{ value: 'no' }, { value: 'yes' }]),
};

export const patchForm: Form = {
  steps: [ofStep, countryStep, languageStep, fieldsStep, bodyStep],
  words: ([of, country, lang, ...more]) =>
    more.length > 0
      ? undefined
      : {
          ...(of !== undefined && { of }),
          ...(country !== undefined && { country }),
          ...(lang !== undefined && { lang }),
        },
  plan: planPatch,
};

function subjectOf(answers: Answers, content: NewContent): Subject | undefined {
  const found = findOriginal(answerOf(answers, 'of'), content, true);
  const country = content.settings.countries.find(({ code }) => code === answers.get('country'))?.code;
  if ('problems' in found || country === undefined) return undefined;
  const { folder: own } = content.folder(folderAt(country, targetOf(found.folder)));
  return { shared: found.folder, original: found.original, country, own };
}

const fieldChoices = (subject: Subject, answers: Answers): readonly Choice[] =>
  currentFields(subject, answerOf(answers, 'lang') as Locale)
    .filter(([name]) => isChangeable(name))
    .map(([value, now]) => ({ value, label: shorten(typeof now === 'string' ? now : JSON.stringify(now)) }));

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text);

function planPatch(answers: Answers, content: NewContent): Plan {
  const subject = subjectOf(answers, content);
  if (subject === undefined) throw new TypeError('the answers were not checked');
  const tag = answerOf(answers, 'lang');
  const path = patchPath(subject, tag);
  return {
    files: [{ path, text: patchText(subject, answers) }],
    edits: [],
    next: [
      `Write the country's own words and values in content/${path}, and take out the lines that stay as they are; "npm run check" tells what is still wrong.`,
      `${whereToLook(targetOf(subject.shared), subject.country, tag, content)} It is a draft: take out the line "status: draft" to publish it.`,
    ],
  };
}
