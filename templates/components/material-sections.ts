import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { pageLink } from '../link.ts';
import type { MaterialCard, MaterialSection } from '../model/page.ts';
import { cardList } from './card.ts';
import { materialCard } from './material-card/material-card.ts';
import type { Placed } from './placed.ts';

/** Returns materials below a heading for each type; the anchor of the heading is the id of the type. */
export const materialSections = (page: Placed, sections: readonly MaterialSection[]): SafeHtml =>
  html`${sections.map(
    ({ term, materials, all }) =>
      html`<section aria-labelledby="${term.id}"><h2 id="${term.id}">${term.label}</h2>
${cardList(materials.map((material) => materialCard(page, material, 3, domain(material))))}${all && html`<p><a class="crumb" href="${pageLink(page, all.path)}">${page.chrome.t('All materials of this kind')} <span class="meta">${page.chrome.format.number(all.count)}</span></a></p>`}</section>
`,
  )}`;

/** The type already stands above the list. */
const domain = (material: MaterialCard): Insertable => material.domains[0]?.label;
