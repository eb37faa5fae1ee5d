import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import type { Logo, Organisation } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/**
 * Returns the ministry with its sign, for screen and paper. The sign says nothing to those who cannot see it: the name stands beside it.
 */
export const ministryLine = (page: Placed, logo: Logo, name: SafeHtml): SafeHtml =>
  html`<div class="by meta"><img src="${pageLink(page, logo.path)}" alt="" width="${logo.widthPx}" height="${logo.heightPx}"> <span>${name}</span></div>`;

export const organisation = ({ name, url }: Organisation): SafeHtml =>
  url ? html`<a href="${url}">${name}</a>` : html`${name}`;
