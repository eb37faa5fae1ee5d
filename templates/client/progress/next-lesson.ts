import type { LearningRecord } from '../device/record.ts';

/**
 * Returns the place of the lesson to go on with: the one that was opened last, else the first after it that is not done, else the
 * first that is not; -1 when all are done.
 *
 * @param ids of the lessons of a course, in its order
 */
export function nextLesson(ids: readonly string[], { lessons, last }: LearningRecord): number {
  const here = Math.max(0, ids.indexOf(last?.lesson ?? ''));
  const open = (id: string): boolean => lessons[id] === undefined;
  const after = ids.slice(here).findIndex(open);
  return after < 0 ? ids.findIndex(open) : here + after;
}
