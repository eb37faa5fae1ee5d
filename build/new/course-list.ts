/**
 * The list of a course that a new lesson is put on: in the course's original, or in a country's patches that have a list of their own.
 */
import type { Folder, Text } from '../model/catalogue.ts';
import { folderAt, type Scope, targetOf } from '../model/place.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import { addItem } from './add-item.ts';
import type { Answers, Choice, Edit, Problem, Step } from './form.ts';
import { answerOf, checkChoice, problemsOf, refusal } from './problems.ts';
import { scopeOf } from './scope-steps.ts';

export const courseStep: Step = {
  flag: 'course',
  ask: (answers, content) => ({
    text: 'The course that it is a lesson of.',
    choices: courseChoices(scopeOf(answers), content),
  }),
  check(answer, answers, content) {
    const wrong = checkChoice('course', answer, courseChoices(scopeOf(answers), content));
    return wrong.length > 0 ? wrong : checkLists(answer, scopeOf(answers), content);
  },
};

/** Those of the country, and the shared ones. */
function courseChoices(scope: Scope, { texts }: NewContent): readonly Choice[] {
  const ids = texts.flatMap(({ place }) =>
    place.entry === 'course' && !place.patch && (place.scope === 'shared' || place.scope === scope)
      ? [place.id]
      : [],
  );
  return [...new Set(ids)].toSorted().map((value) => ({ value }));
}

function checkLists(course: string, scope: Scope, content: NewContent): readonly Problem[] {
  const { diagnostics, lists } = openCourse(course, scope, content);
  const faults = problemsOf(diagnostics.filter(({ severity }) => severity === 'error'));
  if (faults.length > 0)
    return faults.map(({ message, hint }) => refusal(`the course "${course}" has a fault: ${message}`, hint));
  if (lists.length > 0) return [];
  return [
    refusal(
      `the course "${course}" is shared, and "${scope}" has no list of its lessons of its own to put one on`,
      `make one first: npm run new -- patch courses/${course} --country ${scope} --fields lessons`,
    ),
  ];
}

function openCourse(
  course: string,
  scope: Scope,
  content: NewContent,
): {
  readonly diagnostics: ReturnType<NewContent['folder']>['diagnostics'];
  readonly lists: readonly Text[];
} {
  const { folder, diagnostics } = content.folder(folderAt(scope, targetOf({ entry: 'course', id: course })));
  return { diagnostics, lists: listsOf(folder) };
}

function listsOf(folder: Folder | undefined): readonly Text[] {
  const original = folder?.original === undefined ? undefined : folder.texts.get(folder.original);
  if (original !== undefined) return [original];
  return [...(folder?.patches.values() ?? [])].filter(({ fields }) => Array.isArray(fields.lessons));
}

/** The new lesson at the end of each list; nothing else of these files changes. */
export function listLesson(id: string, answers: Answers, content: NewContent): readonly Edit[] {
  const { lists } = openCourse(answerOf(answers, 'course'), scopeOf(answers), content);
  return lists.map(({ path }) => {
    const before = content.raw(path);
    return { path, before, after: addItem(before, 'lessons', id) };
  });
}
