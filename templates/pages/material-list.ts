import { cardList } from '../components/card.ts';
import { materialCard } from '../components/material-card/material-card.ts';

import type { Insertable } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { MaterialCard, MaterialListPage } from '../model/page.ts';

/** The library by type of material; the anchor of each section is the id of the type. */
export function materialListPage(page: MaterialListPage): string {
  const { t, format } = page.chrome;
  const index = html`<ul class="shelf">${page.sections.map(
    ({ term, materials }) =>
      html`<li><a href="#${term.id}">${term.label} <span>${format.number(materials.length)}</span></a></li>`,
  )}</ul>`;
  const sections = page.sections.map(
    ({ term, materials }) =>
      html`<section aria-labelledby="${term.id}"><h2 id="${term.id}">${term.label}</h2>
${cardList(materials.map((material) => materialCard(page, material, 3, domains(material))))}</section>
`,
  );
  return document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
${page.sections.length > 0 ? html`${index}${sections}` : html`<p>${t('There is nothing here yet.')}</p>`}`,
  );
}

/** The type already stands above the list. */
const domains = (material: MaterialCard): Insertable => material.domains[0]?.label;
