import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { duration } from '../../locale/measures.ts';
import type { LessonCard } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/** The neighbours of a lesson, and the course to go back to after the last one. */
export interface Neighbours {
  readonly previous?: LessonCard;
  readonly next?: LessonCard;
}

/** Returns the way on at the end of a lesson: the next one large, the previous one small. */
export function pager(page: Placed, { previous, next }: Neighbours): SafeHtml | false {
  const { t } = page.chrome;
  return (
    (previous !== undefined || next !== undefined) &&
    html`<nav class="pager" aria-label="${t('Previous and next lesson')}">
${next && html`<p class="meta">${t('Next lesson')} · ${duration(t, next.durationMinutes)}</p>${lessonLink(page, next, 'next')}`}
${previous && html`<p class="meta">${t('Previous lesson')}</p>${lessonLink(page, previous, 'prev')}`}
</nav>`
  );
}

const lessonLink = (page: Placed, lesson: LessonCard, rel: 'next' | 'prev'): SafeHtml =>
  html`<a${rel === 'next' && html` class="way"`} rel="${rel}" href="${pageLink(page, lesson.path)}"${langAttributes(page, lesson.textLanguage)}>${lesson.title}</a>`;
