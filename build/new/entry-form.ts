import type { Data } from '../model/document.ts';
import { type EntryKind, targetOf } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import { latinId } from '../read/latin-name.ts';
import { loadSchema, type Schema } from '../schema/schemas.ts';
import { courseStep } from './course-list.ts';
import { entryOf, fileOf, planEntry } from './entry-text.ts';
import { fieldValue, flagOf, questionOf, standIns } from './fields.ts';
import type { Answers, Form, Problem, Step } from './form.ts';
import { inOrder, writeText } from './front-matter.ts';
import { answerOf, checkIsFree, problemsOf, refusal } from './problems.ts';
import { languageStep, scopeOf, scopeStep } from './scope-steps.ts';

export function entryForm(kind: EntryKind): Form {
  const title = fieldStep(kind, 'title');
  const others = (loadSchema(kind).required ?? []).filter((name) => name !== 'title' && name !== 'lessons');
  return {
    steps: [
      ...(kind === 'lesson' ? [scopeStep, courseStep] : []),
      { ...title, ask: askForTitle },
      ...(kind === 'course' ? [firstLessonStep] : []),
      ...others.map((name) => fieldStep(kind, name)),
      ...(kind === 'lesson' ? [] : [scopeStep]),
      languageStep,
      idStep(kind),
    ],
    words: ([word, ...more]) => (more.length > 0 ? undefined : wordOf(kind, word)),
    plan: (answers, content) => planEntry(kind, answers, content),
  };
}

/** `rainy-days` is the name of its folder, `play/rainy-days` with that of its course; anything else is the title. */
function wordOf(kind: EntryKind, word: string | undefined): Readonly<Record<string, string>> {
  if (word === undefined) return {};
  const parts = word.split('/').filter((part) => part !== '');
  if (kind === 'lesson' && parts.length > 1) return { course: parts.at(-2) ?? '', id: parts.at(-1) ?? '' };
  const id = parts.at(-1) ?? '';
  return /^[a-z0-9-]+$/.test(id) ? { id } : { title: word };
}

function fieldStep(kind: EntryKind, name: string): Step {
  const schemaOf = (): Schema => loadSchema(kind).properties?.[name] ?? {};
  return {
    flag: flagOf(name),
    ask: (_, content) => questionOf(schemaOf(), content),
    check: (answer, _, content) => checkFields(kind, { [name]: fieldValue(schemaOf(), answer) }, content),
  };
}

/** Beside sound values for all other fields, so that what is found is the fault of these. */
function checkFields(kind: EntryKind, fields: Data, content: NewContent): readonly Problem[] {
  const lang = content.settings.sourceLanguage;
  const path = fileOf(kind, new Map(Object.entries({ course: 'new', id: 'new', lang })));
  return problemsOf(content.check(path, plainText(kind, fields, content)));
}

function plainText(kind: EntryKind, fields: Data, content: NewContent): string {
  const schema = loadSchema(kind);
  const all = inOrder({ ...standIns(schema, content), ...fields }, schema);
  return writeText(
    all.map(([name, value]) => ({ name, value })),
    [],
    '',
  );
}

const askForTitle: Step['ask'] = (answers) => {
  const words = answerOf(answers, 'id').replaceAll('-', ' ');
  return {
    text: loadSchema('page').properties?.title?.description ?? '',
    ...(words !== '' && { proposal: words.charAt(0).toUpperCase() + words.slice(1) }),
  };
};

const firstLessonStep: Step = {
  flag: 'lesson',
  ask: () => ({ text: 'The title of its first lesson.', proposal: 'First lesson' }),
  check: (answer, _, content) =>
    latinId(answer) === '' ? [noLatin('lesson', answer)] : checkFields('lesson', { title: answer }, content),
};

const noLatin = (flag: string, title: string): Problem => ({
  severity: 'error',
  message: `${flag}: no name of a folder can be made of "${title}"`,
  hint: 'write a title with Latin or Cyrillic letters or digits; it can be changed in the file',
});

function idStep(kind: EntryKind): Step {
  return {
    flag: 'id',
    ask(answers) {
      if (!answers.has('title') || (kind === 'lesson' && !answers.has('course'))) return undefined;
      const proposal = latinId(answerOf(answers, 'title'));
      return {
        text: 'The name of its folder, which is a part of its address and never changes: small Latin letters, digits and hyphens.',
        ...(proposal !== '' && { proposal }),
      };
    },
    check: (answer, answers, content) => checkId(kind, new Map([...answers, ['id', answer]]), content),
  };
}

function checkId(kind: EntryKind, answers: Answers, content: NewContent): readonly Problem[] {
  const path = fileOf(kind, answers);
  const id = answerOf(answers, 'id');
  // What else is wrong has been said of the other answers.
  const faults = content
    .check(path, plainText(kind, {}, content))
    .filter(({ code }) => code.startsWith('file/'));
  if (faults.length > 0) return problemsOf(faults);
  const taken = checkIsFree(path, content);
  if (taken.length > 0) return taken;
  const target = targetOf(entryOf(kind, answers));
  const twin = content.texts.find(({ place }) => !place.patch && targetOf(place) === target);
  if (twin === undefined) return [];
  const ownOfOne = twin.place.scope === 'shared' && scopeOf(answers) !== 'shared';
  return [
    refusal(
      `there is a ${kind} "${id}" already: content/${twin.path}`,
      ownOfOne
        ? `to change some of it in one country, run: npm run new -- patch ${target.slice(1, -1)} --country ${scopeOf(answers)}`
        : 'choose another name with --id',
    ),
  ];
}
