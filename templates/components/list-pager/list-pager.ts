import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import type { PageOfList } from '../../model/facets.ts';
import type { Placed } from '../placed.ts';

/** Returns the way through a list that takes several pages: where it stands, and two equal buttons; else nothing. */
export function listPager(page: Placed, { number, total, previous, next }: PageOfList): SafeHtml | false {
  const { t } = page.chrome;
  const button = (path: string | undefined, rel: 'prev' | 'next', label: string) =>
    path !== undefined && html`<a class="btn quiet" rel="${rel}" href="${pageLink(page, path)}">${label}</a>`;
  return (
    total > 1 &&
    html`<nav class="pages" aria-label="${t('Pages of the list')}"><p class="meta">${t('Page {number} of {total}', { number, total })}</p>
${button(previous, 'prev', t('Previous page'))}${button(next, 'next', t('Next page'))}</nav>`
  );
}
