import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import type { Organisation } from '../../model/page.ts';
import type { Placed } from '../placed.ts';
import { separated } from '../separated.ts';

/** Returns the foot of a page: static pages, who publishes, licence, whom to write to. */
export function footer(page: Placed): SafeHtml {
  const { footer: links, ministry, partners, licence, contact, t } = page.chrome;
  const publishers = [...(ministry === undefined ? [] : [ministry]), ...partners].map(organisation);
  const address = [
    contact.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`,
    contact.url && html`<a href="${contact.url}">${contact.url.replace(/^https?:\/\/|\/$/g, '')}</a>`,
  ].filter((item) => item instanceof Object);
  return html`<footer class="foot"><div class="hem"></div><div class="felt"><div class="wrap">
${links.length > 0 && html`<ul>${links.map(({ path, label, textLanguage }) => html`<li><a href="${pageLink(page, path)}"${langAttributes(textLanguage)}>${label}</a></li>`)}</ul>`}
<p class="meta">${separated(publishers)}</p>
<p class="meta">${separated([t('Licence: {licence}', { licence }), ...address])}</p>
</div></div></footer>`;
}

const organisation = ({ name, url }: Organisation): SafeHtml =>
  url ? html`<a href="${url}">${name}</a>` : html`${name}`;
