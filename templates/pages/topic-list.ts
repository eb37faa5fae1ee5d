import { separated } from '../components/separated.ts';
import { sectionChips } from '../components/topic-chips/topic-chips.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import type { TopicListPage } from '../model/page.ts';

/** The overview of topics: for each area of development what there is, by type and by age. */
export function topicListPage(page: TopicListPage): string {
  const { format } = page.chrome;
  const rows = page.rows.map(
    ({ term, path, types, sections }) =>
      html`<section class="topic" aria-labelledby="${term.id}"><h2 id="${term.id}"><a href="${pageLink(page, path)}">${term.label}</a></h2>
<p class="meta">${separated(types.map(({ label, count }) => `${label} ${format.number(count)}`))}</p>
${sectionChips(page, sections, path)}</section>
`,
  );
  return document(
    page,
    html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>
<div class="areas">${rows}</div>`,
  );
}
