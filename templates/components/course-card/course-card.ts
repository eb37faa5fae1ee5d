import type { SafeHtml } from '../../html.ts';
import { ageRange, duration } from '../../locale/measures.ts';
import type { CourseCard } from '../../model/page.ts';
import type { CardLevel } from '../card.ts';
import { card } from '../card.ts';
import type { Placed } from '../placed.ts';
import { separated } from '../separated.ts';

/** Returns a course as a row of a list. */
export function courseCard(page: Placed, course: CourseCard, level: CardLevel): SafeHtml {
  const { t } = page.chrome;
  const meta = [
    t.plural('{count} lesson', '{count} lessons', course.lessonCount),
    duration(t, course.durationMinutes),
    ageRange(t, course.ages),
  ];
  return card(page, course, level, separated(course.audience.map(({ label }) => label)), separated(meta));
}
