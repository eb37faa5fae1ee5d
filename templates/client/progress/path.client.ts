/**
 * The thread of lessons: what is finished gets its sign, and says so.
 */
import type { LearningRecord } from '../device/record.ts';

/** The content id of a lesson is the end of its address. */
export const lessonIdOf = ({ pathname }: HTMLAnchorElement): string =>
  pathname.split('/').slice(-3, -1).join('/');

export const pathLinks = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>('.path a'),
];

/** Once for each lesson. */
export function showFinished(lessons: LearningRecord['lessons'], finished: string): void {
  pathLinks().forEach((link, index) => {
    const item = link.parentElement;
    if (lessons[lessonIdOf(link)] === undefined) return;
    item?.classList.add('done');
    item?.querySelector('p')?.prepend(`${finished} · `);
    document.querySelectorAll('.knots i')[index]?.classList.add('done');
  });
}
