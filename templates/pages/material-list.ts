import { materialSections } from '../components/material-sections.ts';
import { topicsLink } from '../components/topics.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { MaterialListPage } from '../model/page.ts';

/** The library by type of material; the anchor of each section is the id of the type. */
export function materialListPage(page: MaterialListPage): string {
  const { t, format } = page.chrome;
  const index = html`<ul class="shelf">${page.sections.map(
    ({ term, materials }) =>
      html`<li><a href="#${term.id}">${term.label} <span>${format.number(materials.length)}</span></a></li>`,
  )}</ul>`;
  return document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
${page.sections.length > 0 ? html`${index}${topicsLink(page)}${materialSections(page, page.sections)}` : html`<p>${t('There is nothing here yet.')}</p>`}`,
  );
}
