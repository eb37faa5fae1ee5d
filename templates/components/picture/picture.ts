import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import type { Picture } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/** Returns a small picture that only decorates the title beside it; nothing where there is none. */
export const thumbnail = (page: Placed, picture: Picture | undefined): SafeHtml | undefined =>
  picture &&
  html`<img src="${pageLink(page, picture.path)}" alt="" width="${picture.widthPx}" height="${picture.heightPx}" loading="lazy">`;

/** Returns the picture at the head of a page, with its credit; nothing where there is none. */
export const leadPicture = (page: Placed, picture: Picture | undefined): SafeHtml | undefined =>
  picture &&
  html`<figure class="lead-picture"${langAttributes(page, picture.textLanguage)}><img src="${pageLink(page, picture.path)}" alt="${picture.alt}" width="${picture.widthPx}" height="${picture.heightPx}">${picture.credit && html`<figcaption>${picture.credit}</figcaption>`}</figure>`;
