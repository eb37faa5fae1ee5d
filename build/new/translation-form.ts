/**
 * A new translation: the words of the original, to be written over, with the structure and the quiz ids that it has to keep.
 */
import { isLocale } from '../../schemas/brands.ts';
import { translatableValues, type Values } from '../model/content-hash.ts';
import type { Data } from '../model/document.ts';
import { languageName } from '../model/language-name.ts';
import type { SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';
import { questionOf } from './fields.ts';
import { type FoundOriginal, findOriginal, textChoices } from './find-text.ts';
import type { Answers, Form, Plan, Problem, Step } from './form.ts';
import { inOrder, writeText } from './front-matter.ts';
import { answerOf, checkChoice, checkIsFree, problemsOf } from './problems.ts';
import { languageChoices } from './scope-steps.ts';
import { whereToLook } from './where-to-look.ts';

const ofStep: Step = {
  flag: 'of',
  ask: (_, content) => ({
    text: 'The text that is to be translated: its folder, its file or its address.',
    choices: textChoices(content, false),
    isOpen: true,
  }),
  check(answer, _, content) {
    const found = findOriginal(answer, content, false);
    return 'problems' in found ? found.problems : [];
  },
};

const languageStep: Step = {
  flag: 'lang',
  ask(answers, content) {
    const found = findOriginal(answerOf(answers, 'of'), content, false);
    const known = 'folder' in found ? [...found.folder.texts.keys()].map(String) : [];
    return {
      text: 'The language that it is translated into.',
      choices: languageChoices(content).filter(({ value }) => !known.includes(value)),
    };
  },
  check(answer, answers, content) {
    const found = findOriginal(answerOf(answers, 'of'), content, false);
    if ('problems' in found) return [];
    return checkTarget(answer, found, content);
  },
};

function checkTarget(
  tag: string,
  { folder, original }: FoundOriginal,
  content: NewContent,
): readonly Problem[] {
  const path = `${folder.path}/index.${tag}.md` as SourcePath;
  if (content.has(path)) return checkIsFree(path, content);
  return problemsOf(content.check(path, translationText({ folder, original }, tag, 'human', content)));
}

const bySchema = (): Schema => loadSchema('translation').properties?.translation?.properties?.by ?? {};

const byStep: Step = {
  flag: 'by',
  ask: (_, content) => ({ ...questionOf(bySchema(), content), proposal: 'human' }),
  check: (answer, _, content) => checkChoice('by', answer, questionOf(bySchema(), content).choices ?? []),
};

export const translationForm: Form = {
  steps: [ofStep, languageStep, byStep],
  words: ([of, lang, ...more]) =>
    more.length > 0 ? undefined : { ...(of !== undefined && { of }), ...(lang !== undefined && { lang }) },
  plan: planTranslation,
};

function planTranslation(answers: Answers, content: NewContent): Plan {
  const found = findOriginal(answerOf(answers, 'of'), content, false);
  if ('problems' in found) throw new TypeError('the answers were not checked');
  const tag = answerOf(answers, 'lang');
  const path = `${found.folder.path}/index.${tag}.md` as SourcePath;
  return {
    files: [{ path, text: translationText(found, tag, answerOf(answers, 'by'), content) }],
    edits: [],
    next: [
      `Write over the words in content/${path}, and leave the names of quizzes (#q1) as they are; "npm run check" tells what is still wrong.`,
      `${whereToLook(targetOf(found.folder), found.folder.scope, tag, content)} It is a draft, and another language stands in for it: take out the line "status: draft" to publish it.`,
    ],
  };
}

function translationText(
  { folder, original }: FoundOriginal,
  tag: string,
  by: string,
  content: NewContent,
): string {
  const schema = loadSchema(folder.entry);
  const words = translatableValues(original.fields as Values, schema) as Data;
  const fields = inOrder({ ...words, status: 'draft' }, schema);
  const translation = { of: original.place.locale, by, reviewed: false, hash: original.contentHash };
  return writeText(
    [
      ...fields.map(([name, value]) => ({
        name,
        value,
        ...(name === 'title' && {
          remark: `Not translated yet: write over the words of the fields and of the text in ${languageName(tag)}.`,
        }),
        ...(name === 'status' && { remark: schema.properties?.status?.description }),
      })),
      { name: 'translation', value: translation },
    ],
    [],
    isLocale(tag) ? withoutForeignAnchors(original.body, tag, content) : original.body,
  );
}

/** Headings have other names in another language: a link to one of them becomes a link to its page, where that is translated. */
function withoutForeignAnchors(body: string, tag: string, { texts }: NewContent): string {
  const translated = new Set(
    texts.flatMap(({ place }) => (place.locale === tag && !place.patch ? [targetOf(place)] : [])),
  );
  return body.replace(/(\/(?:courses|materials|groups|pages)\/[a-z0-9/-]*\/)#[^\s()"<>]+/g, (link, target) =>
    translated.has(String(target)) ? String(target) : link,
  );
}
