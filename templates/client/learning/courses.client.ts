/**
 * Stamps for the lessons that are done, and how to go on.
 */
import { dayOf, writeDay } from '../device/days.ts';
import type { LearningRecord } from '../device/record.ts';
import { splitQuizId } from '../device/short-id.ts';
import { element, filled, showWordsOf } from './page.client.ts';

/** @param page the element with the words */
export function showCourses(page: HTMLElement, record: LearningRecord): void {
  for (const section of page.querySelectorAll<HTMLElement>('[data-course]'))
    showCourse(section, page, record);
  const shown = new Set(lessonIdsOf(page));
  const others = Object.keys(record.lessons).filter((id) => !shown.has(id)).length;
  const line = element('#others', page);
  line.hidden = others === 0;
  if (others > 0) line.textContent = filled(page.dataset.others, { count: others });
}

export const lessonIdsOf = (page: HTMLElement): string[] =>
  [...page.querySelectorAll<HTMLElement>('[data-lesson]')].map(({ dataset }) => dataset.lesson ?? '');

function showCourse(section: HTMLElement, page: HTMLElement, record: LearningRecord): void {
  const lessons = [...section.querySelectorAll<HTMLElement>('[data-lesson]')];
  const isDone = ({ dataset }: HTMLElement): boolean => record.lessons[dataset.lesson ?? ''] !== undefined;
  for (const lesson of lessons) showLesson(lesson, page, record);
  element('ol', section).classList.add('stamps');

  const done = lessons.filter(isDone).length;
  const progress = element('[data-progress]', section);
  progress.dataset.total ??= progress.textContent ?? '';
  const words = done === 0 ? progress.dataset.total : filled(progress.dataset.progress, { done });
  // What is written anew counts as changed, also for those who listen.
  if (progress.textContent !== words) progress.textContent = words;

  const isComplete = done === lessons.length;
  const next = isComplete ? undefined : nextLesson(lessons, record, isDone);
  showNext(element('[data-next]', section), done > 0 || isOpened(lessons, record) ? next : undefined);
  const certificate = section.querySelector<HTMLElement>('[data-certificate]');
  if (certificate) certificate.hidden = !isComplete;
}

const isOpened = (lessons: readonly HTMLElement[], { last }: LearningRecord): boolean =>
  lessons.some(({ dataset }) => dataset.lesson === last?.lesson);

/** Where the learner stopped, else the first that is not done. */
function nextLesson(
  lessons: readonly HTMLElement[],
  { last }: LearningRecord,
  isDone: (lesson: HTMLElement) => boolean,
): HTMLElement | undefined {
  const open = lessons.filter((lesson) => !isDone(lesson));
  return open.find(({ dataset }) => dataset.lesson === last?.lesson) ?? open[0];
}

function showNext(line: HTMLElement, lesson: HTMLElement | undefined): void {
  line.hidden = lesson === undefined;
  if (lesson === undefined) return;
  const to = element<HTMLAnchorElement>('a', lesson);
  element<HTMLAnchorElement>('a', line).href = to.href;
  showWordsOf(to, element('span', line));
}

function showLesson(lesson: HTMLElement, page: HTMLElement, record: LearningRecord): void {
  const id = lesson.dataset.lesson ?? '';
  const at = record.lessons[id];
  const mark = document.createElement('i');
  mark.className = at === undefined ? 'ring' : 'stamp';
  lesson.querySelector(':scope > i')?.remove();
  lesson.prepend(mark);

  const marked = Object.entries(record.quizzes).filter(
    ([quiz, { right }]) => right !== undefined && splitQuizId(quiz)[0] === id,
  );
  const right = marked.filter(([, answer]) => answer.right).length;
  const dates = (page.dataset.dates ?? '').split('|');
  const facts = [
    at === undefined ? '' : filled(page.dataset.done, { date: writeDay(dayOf(at), dates) }),
    marked.length === 0 ? '' : filled(page.dataset.right, { right, answered: marked.length }),
  ].filter((fact) => fact !== '');
  const line = element('p', lesson);
  line.hidden = facts.length === 0;
  line.textContent = facts.join(' · ');
}
