import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import type { NotFoundPage } from '../model/page.ts';

/** What happened and the ways on; the page at the root says it in every language of the site. */
export const notFoundPage = (page: NotFoundPage): string =>
  document(page, html`${page.sections.map((section, index) => apology(page, section, index === 0 ? 1 : 2))}`);

function apology(
  page: NotFoundPage,
  { language, t, homePath, searchPath }: NotFoundPage['sections'][number],
  level: 1 | 2,
): SafeHtml {
  return html`<section class="text"${langAttributes(page, language)}><h${level}>${t('Page not found')}</h${level}>
<p>${t('It may have moved, or been taken away. Look for it, or go back to the start.')}</p>
<p class="ways"><a class="btn" href="${pageLink(page, homePath)}">${t('To the start page')}</a> <a class="btn quiet" href="${pageLink(page, searchPath)}">${t('Search')}</a></p></section>
`;
}
