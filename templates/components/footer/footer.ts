import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { ministryLine, organisation } from '../ministry/ministry.ts';
import type { Placed } from '../placed.ts';
import { separated } from '../separated.ts';

/** A page, with the address to print below it; `text` on pages whose text an author wrote. */
export interface FootedPage extends Placed {
  readonly canonical?: string;
  readonly text?: unknown;
}

/**
 * Returns the foot of a page: static pages, who publishes, whom to write to, licence. On paper the licence is left, the address
 * of the page, and the sign of the ministry.
 */
export function footer(page: FootedPage): SafeHtml {
  const { footer: links, ministry, partners, licence, contact, t } = page.chrome;
  // A page that is shown at any address (404) may stand on a mirror, whose policy refuses pictures of another server.
  const logo = page.absoluteBase === undefined ? ministry?.logo : undefined;
  const people = [
    ...[...(ministry === undefined || logo ? [] : [ministry]), ...partners].map(organisation),
    contact.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`,
    contact.url && html`<a href="${contact.url}">${shortAddress(contact.url)}</a>`,
    contact.email && 'text' in page && reportLink(page, contact.email),
  ].filter((item) => item instanceof Object);
  return html`<footer class="foot"><div class="hem"></div><div class="felt"><div class="wrap">
${links.length > 0 && html`<ul>${links.map(({ path, label, textLanguage }) => html`<li><a href="${pageLink(page, path)}"${langAttributes(page, textLanguage)}>${label}</a></li>`)}</ul>`}
${ministry && logo && ministryLine(page, logo, organisation(ministry))}${people.length > 0 && html`<p class="meta">${separated(people)}</p>`}
<p class="meta source">${t('Licence: {licence}', { licence })}${page.canonical && html`<span>${shortAddress(page.canonical)}</span>`}</p>
</div></div></footer>`;
}

/** A letter that says which page it is about: country, language and address. Nothing else goes with it. */
const reportLink = (page: FootedPage, email: string): SafeHtml =>
  html`<a href="mailto:${email}?subject=${encodeURI(page.chrome.countryCode + page.path)}">${page.chrome.t('Report a mistake')}</a>`;

const shortAddress = (url: string): string => url.replace(/^https?:\/\/|\/$/g, '');
