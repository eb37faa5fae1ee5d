/**
 * By what the library can be narrowed: links to a page for each single choice, which `library.client.ts` makes into buttons that
 * combine.
 */
import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import type { Translate } from '../../locale/locale.ts';
import { type FacetChoice, type FacetName, facetNames } from '../../model/facets.ts';
import type { Placed } from '../placed.ts';

export interface FilteredLibrary extends Placed {
  readonly choices: readonly FacetChoice[];
  readonly chosen?: FacetChoice;
  readonly libraryPath: string;
}

/** Returns the choices with how much there is for each: the chosen one first, types next, the rest folded on phones. */
export function libraryFilters(page: FilteredLibrary): SafeHtml {
  const { t } = page.chrome;
  const [types, ...others] = facetNames.map((facet) => facetChips(page, facet));
  // For the script: where the whole library is, and what is chosen or what it says of a choice.
  const told =
    page.chosen === undefined
      ? html` data-remove="${t('{choice}: remove this filter')}"`
      : html` data-chosen="${wordOf(page.chosen)}"`;
  return html`<nav class="filters" id="filters" aria-label="${t('Filters')}" data-library="${pageLink(page, page.libraryPath)}"${told}>
<a class="skip" href="#found">${t('To the results')}</a>
<ul class="chips chosen">${page.chosen && html`<li><a class="on" href="${pageLink(page, page.libraryPath)}" aria-label="${t('{choice}: remove this filter', { choice: page.chosen.label })}">${page.chosen.label}</a></li>`}</ul>
${types}
<details class="more"><summary>${t('More filters')}</summary>${others}</details></nav>`;
}

function facetChips(page: FilteredLibrary, facet: FacetName): SafeHtml | false {
  const choices = page.choices.filter(
    (choice) => choice.facet === facet && choice.path !== page.chosen?.path,
  );
  return (
    choices.length > 0 &&
    html`<h2>${facetLabels(page.chrome.t)[facet]}</h2><ul class="chips">${choices.map((choice) => chip(page, choice))}</ul>
`
  );
}

/** Returns a choice as a link to its page. */
export const chip = (page: Placed, choice: FacetChoice): SafeHtml =>
  html`<li><a href="${pageLink(page, choice.path)}" data-word="${wordOf(choice)}">${choice.label} <span class="meta">${page.chrome.format.number(choice.count)}</span></a></li>`;

const wordOf = ({ facet, value }: FacetChoice): string => `${facet}:${value}`;

const facetLabels = (t: Translate): Readonly<Record<FacetName, string>> => ({
  type: t('Kind'),
  age: t('Age of the children'),
  domain: t('Areas of development'),
  setting: t('Where'),
  time: t('Time'),
});
