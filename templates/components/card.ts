import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import type { Language, Picture } from '../model/page.ts';
import { thumbnail } from './picture/picture.ts';
import type { Placed } from './placed.ts';

/** What courses, materials and groups have in common when they are listed. */
export interface Card {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly textLanguage?: Language;
  readonly image?: Picture;
}

/** Level of the title, one below the heading that the list stands under. */
export type CardLevel = 2 | 3;

/** Returns a row of a list: the title carries the link, and the link covers the row. */
export const card = (
  page: Placed,
  item: Card,
  level: CardLevel,
  kicker: Insertable,
  meta: Insertable,
  /** For a script that chooses among the rows. */
  words?: string,
): SafeHtml =>
  html`<li${words !== undefined && html` data-words="${words}"`} class="card${item.image && ' pictured'}">${thumbnail(page, item.image)}<div>${kicker && html`<p class="k">${kicker}</p>`}
<h${level}${langAttributes(page, item.textLanguage)}><a href="${pageLink(page, item.path)}"${item.textLanguage && html` hreflang="${item.textLanguage.htmlLang}"`}>${item.title}</a></h${level}>
<p${langAttributes(page, item.textLanguage)}>${item.summary}</p>${meta && html`<p class="meta">${meta}</p>`}</div></li>
`;

/** Returns the list around the cards. */
export const cardList = (cards: readonly SafeHtml[]): SafeHtml => html`<ul class="cards">${cards}</ul>`;
