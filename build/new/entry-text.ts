/**
 * The files of a new entry: a text with its required fields, and of a course also its first lesson.
 */
import type { Data, Value } from '../model/document.ts';
import type { SourcePath } from '../model/paths.ts';
import { type EntryKind, folderAt, targetOf } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import { latinId } from '../read/latin-name.ts';
import { loadSchema } from '../schema/schemas.ts';
import { starterBodies } from './bodies.ts';
import { listLesson } from './course-list.ts';
import { fieldValue, flagOf, standIns } from './fields.ts';
import type { Answers, NewFile, Plan } from './form.ts';
import { type FieldToWrite, inOrder, writeText } from './front-matter.ts';
import { answerOf } from './problems.ts';
import { scopeOf } from './scope-steps.ts';
import { whereToLook } from './where-to-look.ts';

/** What a new entry writes; a lesson also changes the list of its course. */
export function planEntry(kind: EntryKind, answers: Answers, content: NewContent): Plan {
  const path = fileOf(kind, answers);
  const id = answerOf(answers, 'id');
  const { properties = {}, required = [] } = loadSchema(kind);
  const given = required
    .filter((name) => name !== 'lessons')
    .map((name): readonly [string, Value] => [
      name,
      fieldValue(properties[name] ?? {}, answerOf(answers, flagOf(name))),
    ]);
  const lesson = kind === 'course' ? firstLesson(path, answers, content) : undefined;
  const fields: Data = Object.fromEntries([...given, ...(lesson ? [['lessons', [lesson.id]] as const] : [])]);
  const main = { path, text: newText(kind, fields) };
  return {
    files: [main, ...(lesson ? [lesson.file] : [])],
    edits: kind === 'lesson' ? listLesson(id, answers, content) : [],
    next: [
      `Write the text in content/${path}${lesson ? `, and that of the first lesson in content/${lesson.file.path}` : ''}; "npm run check" tells what is still wrong.`,
      `${whereToLook(targetOf(entryOf(kind, answers)), scopeOf(answers), answerOf(answers, 'lang'), content)} ${lesson ? 'Both are drafts: take out the line "status: draft" in both to publish them.' : 'It is a draft: take out the line "status: draft" to publish it.'}`,
    ],
  };
}

function firstLesson(
  coursePath: SourcePath,
  answers: Answers,
  content: NewContent,
): { readonly id: string; readonly file: NewFile } {
  const title = answerOf(answers, 'lesson');
  const id = latinId(title);
  const path = coursePath.replace(/[^/]+$/, (name) => `${id}/${name}`) as SourcePath;
  return {
    id,
    file: { path, text: newText('lesson', { ...standIns(loadSchema('lesson'), content), title }) },
  };
}

function newText(kind: EntryKind, fields: Data): string {
  const schema = loadSchema(kind);
  const { properties = {}, required = [] } = schema;
  const all = inOrder({ ...fields, status: 'draft' }, schema).map(
    ([name, value]): FieldToWrite => ({
      name,
      value,
      ...(name !== 'title' && { remark: properties[name]?.description }),
    }),
  );
  const others = Object.keys(properties).filter(
    (name) => !required.includes(name) && name !== 'status' && name !== 'basedOn',
  );
  return writeText(
    all,
    [
      `More fields that a ${kind} can have: ${others.join(', ')}. schemas/${kind}.schema.json says what they mean.`,
    ],
    starterBodies[kind],
  );
}
/** The entry that is answered for, also before all answers are known. */
export const entryOf = (kind: EntryKind, answers: Answers) => ({
  entry: kind,
  id: answerOf(answers, 'id'),
  ...(kind === 'lesson' && { course: answerOf(answers, 'course') }),
});

/** Where its text lies. */
export const fileOf = (kind: EntryKind, answers: Answers): SourcePath =>
  `${folderAt(scopeOf(answers), targetOf(entryOf(kind, answers)))}/index.${answerOf(answers, 'lang')}.md` as SourcePath;
