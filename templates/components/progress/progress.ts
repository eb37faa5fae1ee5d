import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { duration } from '../../locale/measures.ts';
import type { LearningCourse } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/**
 * Returns a course with its lessons; what the device knows of them is filled in by `client/learning/courses.client.ts`.
 *
 * @param certificatePath site path of the page that makes certificates, where there are any
 */
export function courseProgress(page: Placed, course: LearningCourse, certificatePath?: string): SafeHtml {
  const { t } = page.chrome;
  const { id, path, title, textLanguage, lessons, durationMinutes } = course;
  const count = lessons.length;
  const progress = t.plural('{done} of {count} lesson', '{done} of {count} lessons', count);
  const total = t.plural('{count} lesson', '{count} lessons', count);
  return html`<section class="learned" data-course="${id}" aria-labelledby="course-${id}"><h2 id="course-${id}"><a href="${pageLink(page, path)}"${langAttributes(page, textLanguage)}>${title}</a></h2>
<p class="meta" data-progress="${progress}">${total}, ${duration(t, durationMinutes)}</p>
<ol class="plain">${lessons.map(
    (lesson) =>
      html`<li data-lesson="${lesson.id}"><div><a href="${pageLink(page, lesson.path)}"${langAttributes(page, lesson.textLanguage)}>${lesson.title}</a><p class="meta" hidden></p></div></li>
`,
  )}</ol>
<p data-next hidden><a class="btn" aria-describedby="next-${id}">${t('Continue')}</a> <span class="meta" id="next-${id}"></span></p>${
    certificatePath &&
    html`<p data-certificate hidden><a class="btn" aria-describedby="course-${id}" href="${pageLink(page, `${certificatePath}?course=${id}`)}">${t('Certificate')}</a></p>`
  }</section>
`;
}

/** Lessons as the script leaves them: one done, one not. */
export const filledProgress: SafeHtml = html`<ol class="plain stamps"><li><i class="stamp"></i><div><a href="../why-play/">Why we watch play</a><p class="meta">Done: 24 November 2026</p></div></li>
<li><i class="ring"></i><div><a href="./">Watch first, then help</a></div></li></ol>`;
