/**
 * By what search can be narrowed: boxes of the search form, which `search.client.ts` answers. Without a script nothing would answer
 * them; there the page has its lists.
 */
import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { Translate } from '../../locale/locale.ts';
import type { SearchFacet, SearchFilter } from '../../model/facets.ts';
import type { Placed } from '../placed.ts';

/** Returns the filters, folded; the line that opens them says what is chosen, and a button beside it takes all of it away. */
export function searchFilters({ chrome: { t } }: Placed, filters: readonly SearchFilter[]): SafeHtml | false {
  return (
    filters.length > 0 &&
    html`<details class="more narrow" id="filters"><summary>${t('Filters')}<span></span></summary>${filters.map(
      ({ facet, choices }) =>
        html`<fieldset class="chips"><legend class="k">${facetLabels(t)[facet]}</legend>${choices.map(
          ({ value, label }) =>
            html`<label><input type="checkbox" name="${facet}" value="${value}">${label}</label>`,
        )}</fieldset>
`,
    )}<button class="btn quiet" type="button">${t('To the results')}</button></details>
<p id="unfilter" hidden><button class="btn quiet" type="button">${t('Remove all filters')}</button></p>`
  );
}

const facetLabels = (t: Translate): Readonly<Record<SearchFacet, string>> => ({
  kind: t('Look for'),
  age: t('Age of the children'),
  domain: t('Areas of development'),
  type: t('Kind of material'),
  audience: t('For whom'),
});
