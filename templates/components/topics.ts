/**
 * Ways to the index by topic.
 */
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { pageLink } from '../link.ts';
import type { TopicLink } from '../model/page.ts';
import type { Placed } from './placed.ts';

/** Returns areas of development as an index with dotted lines, and how much there is for each. */
export const topicShelf = (page: Placed, topics: readonly TopicLink[]): SafeHtml =>
  html`<ul class="shelf">${topics.map(
    ({ term, path, count }) =>
      html`<li><a href="${pageLink(page, path)}">${term.label} <span>${page.chrome.format.number(count)}</span></a></li>`,
  )}</ul>`;

/** Returns links side by side, each with how much there is. */
export const countedChips = (
  page: Placed,
  links: readonly { readonly label: string; readonly path: string; readonly count: number }[],
): SafeHtml =>
  html`<ul class="chips">${links.map(
    ({ label, path, count }) =>
      html`<li><a href="${pageLink(page, path)}"${path === page.path && html` aria-current="page"`}>${label} <span class="meta">${page.chrome.format.number(count)}</span></a></li>`,
  )}</ul>`;

/** Returns a link to the overview, where the site has one. */
export function topicsLink(page: Placed): SafeHtml | false {
  const { nav, language, t } = page.chrome;
  const path = `/${language.tag.toLowerCase()}/topics/`;
  return (
    nav.some((link) => link.path === path) &&
    html`<p><a class="crumb" href="${pageLink(page, path)}">${t('By area of development and age')}</a></p>`
  );
}
