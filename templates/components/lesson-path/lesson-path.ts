import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { duration } from '../../locale/measures.ts';
import type { LessonCard } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/**
 * Returns the lessons of a course, in order, on a thread.
 *
 * @param position Of the lesson that the page shows, from 1; none on the page of the course.
 */
export const lessonPath = (page: Placed, lessons: readonly LessonCard[], position?: number): SafeHtml =>
  html`<ol class="path">${lessons.map((lesson, index) => pathItem(page, lesson, index + 1 === position))}</ol>`;

function pathItem(page: Placed, lesson: LessonCard, isHere: boolean): SafeHtml {
  const { t } = page.chrome;
  const href = pageLink(page, lesson.path);
  return html`<li${isHere && html` class="now"`}><a href="${href}"${isHere && html` aria-current="page"`}${langAttributes(page, lesson.textLanguage)}>${lesson.title}</a><p class="meta">${isHere ? t('You are here') : duration(t, lesson.durationMinutes)}</p></li>
`;
}

/** Returns “Lesson 2 of 5” with its row of knots. */
export const lessonKnots = ({ chrome: { t } }: Placed, position: number, total: number): SafeHtml =>
  html`<p class="k knots">${t('Lesson {number} of {total}', { number: position, total })} <span aria-hidden="true">${Array.from({ length: total }, (_, index) => (index + 1 === position ? html`<i class="here"></i>` : html`<i></i>`))}</span></p>`;
