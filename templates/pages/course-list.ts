import { cardList } from '../components/card.ts';
import { courseCard } from '../components/course-card/course-card.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { CourseListPage } from '../model/page.ts';

/** All courses of the country. */
export const courseListPage = (page: CourseListPage): string =>
  document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
${page.courses.length > 0 ? cardList(page.courses.map((course) => courseCard(page, course, 2))) : html`<p>${page.chrome.t('There is nothing here yet.')}</p>`}`,
  );
