import { cardList } from '../components/card.ts';
import { courseCard } from '../components/course-card/course-card.ts';
import { chip } from '../components/library-filters/library-filters.ts';
import { materialSections } from '../components/material-sections.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { ParentsPage } from '../model/page.ts';

/** The entrance for parents: what to do at home first, then the courses. */
export const parentsPage = (page: ParentsPage): string =>
  document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
${page.choices.length > 0 && html`<nav aria-label="${page.chrome.t('Choose from the library')}"><ul class="chips">${page.choices.map((choice) => chip(page, choice))}</ul></nav>`}
${materialSections(page, page.sections)}
${page.courses.length > 0 && html`<section><h2>${page.chrome.t('Courses')}</h2>${cardList(page.courses.map((course) => courseCard(page, course, 3)))}</section>`}`,
  );
