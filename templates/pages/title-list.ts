import { letterLinks, titlesByLetter } from '../components/a-z/a-z.ts';
import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { listPager } from '../components/list-pager/list-pager.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { TitleListPage } from '../model/page.ts';

/** The titles below one letter of the alphabet. */
export function titleListPage(page: TitleListPage): string {
  return document(
    page,
    html`${breadcrumb(page, { path: page.searchPath, title: page.chrome.t('Search') })}<h1>${page.title}</h1>
${letterLinks(page, page.letters)}
${titlesByLetter(page, [page.titles])}
${listPager(page, page.pages)}`,
  );
}
