/**
 * Every title from A to Z.
 */
import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import type { LetterLink, LetterTitles } from '../../model/page.ts';
import type { Placed } from '../placed.ts';
import { countedChips } from '../topics.ts';

/** Returns the letters that there are titles for, each a link to them. */
export const letterLinks = (page: Placed, letters: readonly LetterLink[]): SafeHtml =>
  html`<nav aria-label="${page.chrome.t('Letters')}" translate="no">${countedChips(page, letters)}</nav>`;

/** Returns titles in columns, each with what it is; where there are several letters, below each its own. */
export const titlesByLetter = (page: Placed, letters: readonly LetterTitles[]): SafeHtml =>
  html`<div class="titles">${letters.map(
    ({ heading, id, links }) =>
      html`<section id="${id}">${letters.length > 1 && html`<h3 translate="no">${heading}</h3>`}${titleLinks(page, links)}</section>
`,
  )}</div>`;

const titleLinks = (page: Placed, links: LetterTitles['links']): SafeHtml =>
  html`<ul class="topics">${links.map(
    ({ path, label, textLanguage, what }) =>
      html`<li><a href="${pageLink(page, path)}"${langAttributes(page, textLanguage)}>${label}</a>${what !== undefined && html` <span class="meta">${what}</span>`}</li>`,
  )}</ul>`;
