import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { MaterialCard, MaterialListPage } from '../model/page.ts';
import { cardList } from './card.ts';
import { materialCard } from './material-card/material-card.ts';
import type { Placed } from './placed.ts';

/** Returns materials below a heading for each type; the anchor of the heading is the id of the type. */
export const materialSections = (page: Placed, sections: MaterialListPage['sections']): SafeHtml =>
  html`${sections.map(
    ({ term, materials }) =>
      html`<section aria-labelledby="${term.id}"><h2 id="${term.id}">${term.label}</h2>
${cardList(materials.map((material) => materialCard(page, material, 3, domain(material))))}</section>
`,
  )}`;

/** The type already stands above the list. */
const domain = (material: MaterialCard): Insertable => material.domains[0]?.label;
