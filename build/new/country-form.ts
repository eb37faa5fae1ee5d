/**
 * A new national site: its code, its names, its languages and its address. All else has a default, and can follow.
 */
import { isCountryCode } from '../../schemas/brands.ts';
import { describeLanguage } from '../../templates/locale/languages.ts';
import { isLanguage } from '../diagnostics/language-tag.ts';
import type { Data } from '../model/document.ts';
import { languageName } from '../model/language-name.ts';
import type { SourcePath } from '../model/paths.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';
import { countryLanguages } from './country-languages.ts';
import { splitAnswer } from './fields.ts';
import type { Answers, Choice, Form, Plan, Problem, Step } from './form.ts';
import { type FieldToWrite, inOrder, writeFields } from './front-matter.ts';
import { answerOf, checkChoice, checkIsFree, problemsOf } from './problems.ts';

const field = (name: string): Schema => loadSchema('country').properties?.[name] ?? {};

const codeStep: Step = {
  flag: 'code',
  ask: () => ({ text: field('code').description ?? '' }),
  check(answer, _, content) {
    const taken = checkIsFree(pathOf(answer), content);
    return taken.length > 0 ? taken : checkCountry({ code: answer }, answer, content);
  },
};

const languagesStep: Step = {
  flag: 'languages',
  ask: (_, content) => ({
    text: 'The languages of the site, in the order in which they are offered, as language tags. The first is the one in which the country writes its own texts.',
    choices: knownLanguages(content),
    isOpen: true,
    several: true,
  }),
  check: (answer, answers, content) =>
    checkCountry(
      { languages: countryLanguages(splitAnswer(answer), '', content.settings.sourceLanguage) },
      codeOf(answers),
      content,
    ),
};

/** Those that have words of the interface. Others can be answered, too. */
const knownLanguages = ({ settings }: NewContent): readonly Choice[] =>
  [...new Set([settings.sourceLanguage, ...settings.strings.keys()])]
    .toSorted()
    .map((value) => ({ value, label: languageName(value) }));

const fallbackStep: Step = {
  flag: 'fallback',
  ask(answers, content) {
    const tags = tagsOf(answers);
    const { sourceLanguage } = content.settings;
    const others = tags.filter((tag) => tag !== sourceLanguage);
    if (others.length < 2) return undefined;
    return {
      text: `The language that stands in where a text is not translated, before ${languageName(sourceLanguage)}.`,
      choices: [...others.map((value) => ({ value, label: languageName(value) })), noOther],
      proposal: others.slice(1).includes('ru') ? 'ru' : noOther.value,
    };
  },
  check: (answer, answers) =>
    checkChoice('fallback', answer, [...tagsOf(answers).map((value) => ({ value })), noOther]),
};

const noOther: Choice = { value: 'none', label: 'no other' };

const nameStep: Step = {
  flag: 'name',
  ask(answers) {
    const [first] = tagsOf(answers);
    if (first === undefined || !isLanguage(first) || !answers.has('code')) return undefined;
    const name = nameIn(first, codeOf(answers));
    return {
      text: `The name of the country in ${languageName(first)}.`,
      ...(name !== undefined && { proposal: name }),
    };
  },
  check: (answer, answers, content) =>
    checkCountry({ name: { [tagsOf(answers)[0] ?? 'en']: answer } }, codeOf(answers), content),
};

const urlStep: Step = {
  flag: 'url',
  ask: (answers) => ({
    text: `${field('url').description} It can be changed until the site is published.`,
    proposal: `https://${codeOf(answers)}.learningpassport.example/`,
  }),
  check: (answer, answers, content) => checkCountry({ url: answer }, codeOf(answers), content),
};

const accentStep: Step = {
  flag: 'accent',
  ask: () => ({
    text: field('theme').properties?.accent?.description ?? '',
    proposal: '#1f7a8c',
  }),
  check: (answer, answers, content) => checkCountry({ theme: { accent: answer } }, codeOf(answers), content),
};

export const countryForm: Form = {
  steps: [codeStep, languagesStep, fallbackStep, nameStep, urlStep, accentStep],
  words: ([code, ...more]) => (more.length > 0 ? undefined : code === undefined ? {} : { code }),
  plan: planCountry,
};

const tagsOf = (answers: Answers): readonly string[] => splitAnswer(answerOf(answers, 'languages'));

/** While other answers are checked, a code that is none stands back. */
function codeOf(answers: Answers): string {
  const code = answerOf(answers, 'code');
  return isCountryCode(code) ? code : 'zz';
}

const pathOf = (code: string): SourcePath => `countries/${code}/country.yml` as SourcePath;

/** Beside sound values for all other fields, so that what is found is the fault of these. */
function checkCountry(fields: Data, code: string, content: NewContent): readonly Problem[] {
  const sound = {
    code,
    name: { en: 'x' },
    languages: [{ tag: content.settings.sourceLanguage }],
    url: `https://${isCountryCode(code) ? code : 'zz'}.invalid/`,
  };
  return problemsOf(content.check(pathOf(code), countryText({ ...sound, ...fields })));
}

/** As Unicode's CLDR has it; nothing where it has none, or only a code. */
function nameIn(tag: string, code: string): string | undefined {
  const locale = describeLanguage(tag).htmlLang;
  const [known] = Intl.DisplayNames.supportedLocalesOf(locale);
  if (known === undefined) return undefined;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(code.toUpperCase());
}

function planCountry(answers: Answers, content: NewContent): Plan {
  const { sourceLanguage, strings } = content.settings;
  const code = answerOf(answers, 'code');
  const tags = tagsOf(answers);
  const [first = sourceLanguage] = tags;
  const names = [...tags.slice(1), 'en', 'ru'].flatMap((tag) => {
    const name = tag === first ? undefined : nameIn(tag, code);
    return name === undefined ? [] : [[tag, name] as const];
  });
  const standsIn = answers.get('fallback') ?? noOther.value;
  const languages = countryLanguages(tags, standsIn === noOther.value ? '' : standsIn, sourceLanguage);
  const path = pathOf(code);
  const text = countryText({
    code,
    name: {
      [first]: answerOf(answers, 'name'),
      ...Object.fromEntries(names),
    },
    languages,
    url: answerOf(answers, 'url'),
    ...(first !== sourceLanguage && { sourceLanguage: first }),
    theme: { accent: answerOf(answers, 'accent') },
  });
  const wordless = tags.filter(
    (tag, index) =>
      tag !== sourceLanguage &&
      !strings.has(tag as never) &&
      !('transliterate' in (languages[index] as Record<string, unknown>)),
  );
  return { files: [{ path, text }], edits: [], next: nextSteps(code, first, sourceLanguage, wordless) };
}

const nextSteps = (
  code: string,
  first: string,
  source: string,
  wordless: readonly string[],
): readonly string[] => [
  `Run "npm start" and look at http://localhost:8080/${code}/: all that the countries share is there.`,
  ...wordless.map(
    (tag) =>
      `Translate the words of menus and buttons into ${languageName(tag)}: copy content/strings/en.po to content/strings/${tag}.po and open it in Poedit. Until then they are English. The names in content/site.yml and content/taxonomy/ take a line "${tag}: …" each.`,
  ),
  `Write the ministry, an e-mail address for readers and what the country leaves out into content/countries/${code}/country.yml.`,
  ...(first === source ? [] : [`Translate the first text: npm run new -- translation pages/about ${first}`]),
  `Before you publish, set the real address of the site in "url".`,
];

function countryText(fields: Data): string {
  const schema = loadSchema('country');
  const all = inOrder(fields, schema).map(
    ([name, value]): FieldToWrite => ({
      name,
      value,
      remark: schema.properties?.[name]?.description,
    }),
  );
  const others = Object.keys(schema.properties ?? {}).filter((name) => !(name in fields));
  return writeFields(all, [
    `More fields that a country can have: ${others.join(', ')}. schemas/country.schema.json says what they mean.`,
  ]);
}
