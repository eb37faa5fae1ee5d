/**
 * How far somebody is on the way to the certificate of a course: every lesson is done, and of the questions of all lessons together
 * the share is right that the course asks for.
 */
import type { LearningRecord } from '../device/record.ts';

export interface CourseTerms {
  /** In the order of the course; quizzes by their name in the lesson, without those that have no right and wrong. */
  readonly lessons: readonly { readonly id: string; readonly quizzes: readonly string[] }[];
  /** Per cent. */
  readonly passMark: number;
}

export interface Standing {
  /** In seconds since 1970: when each of the lessons that are done was. */
  readonly doneAt: readonly number[];
  /** Of all questions of the course: how many were right, then or ever, and how many have to be. */
  readonly right: number;
  readonly total: number;
  readonly needed: number;
  /** The lessons that stand between the learner and the certificate; none when it can be made. */
  readonly left: readonly LessonLeft[];
}

export interface LessonLeft {
  readonly id: string;
  readonly isDone: boolean;
  /** Of its questions. */
  readonly right: number;
  readonly total: number;
  /** The first question that is not answered, or not right. */
  readonly open: string | undefined;
}

export function standingOf({ lessons, passMark }: CourseTerms, record: LearningRecord): Standing {
  const all = lessons.map(({ id, quizzes }): LessonLeft => {
    const open = quizzes.filter((quiz) => record.quizzes[`${id}#${quiz}`]?.right !== true);
    return {
      id,
      isDone: record.lessons[id] !== undefined,
      right: quizzes.length - open.length,
      total: quizzes.length,
      open: open[0],
    };
  });
  const right = sum(all.map((lesson) => lesson.right));
  const total = sum(all.map((lesson) => lesson.total));
  const needed = Math.ceil((passMark * total) / 100);
  return {
    doneAt: lessons.flatMap(({ id }) => record.lessons[id] ?? []),
    right,
    total,
    needed,
    left: all.filter(({ isDone, open }) => !isDone || (right < needed && open !== undefined)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
