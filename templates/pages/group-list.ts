import { cardList } from '../components/card.ts';
import { groupCard } from '../components/group-card/group-card.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import type { GroupListPage } from '../model/page.ts';

/** All communities of practice of the country. */
export const groupListPage = (page: GroupListPage): string =>
  document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
${page.groups.length > 0 ? cardList(page.groups.map((group) => groupCard(page, group, 2))) : html`<p>${page.chrome.t('There is nothing here yet.')}</p>`}`,
  );
