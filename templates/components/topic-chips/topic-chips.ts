import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { ageRange } from '../../locale/measures.ts';
import type { TopicSection } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/** What a section of a topic is called: its ages, in years. */
export const sectionLabel = ({ chrome: { t } }: Placed, { ages }: Pick<TopicSection, 'ages'>): string =>
  ages === undefined ? t('Other ages') : ageRange(t, ages);

/**
 * Returns links to the ages of a topic, with counts.
 *
 * @param path Of the topic; without it, the sections are on the page itself.
 */
export const sectionChips = (
  page: Placed,
  sections: readonly (Pick<TopicSection, 'id' | 'ages'> & { readonly count: number })[],
  path = page.path,
): SafeHtml =>
  html`<ul class="chips">${sections.map(
    (section) =>
      html`<li><a href="${pageLink(page, `${path}#${section.id}`)}">${sectionLabel(page, section)} <span class="meta">${page.chrome.format.number(section.count)}</span></a></li>`,
  )}</ul>`;
