import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import { pageLink } from '../../link.ts';
import { langAttributes } from '../../locale/lang-attributes.ts';
import { nameAsLabel } from '../../locale/languages.ts';
import type { LanguageLink } from '../../model/page.ts';
import type { Placed } from '../placed.ts';

/**
 * Returns the head of a page: name of the site, the other languages, the menu.
 *
 * The menu opens by `:target`, without a script, and the back key of the phone closes it.
 */
export function header(page: Placed & { readonly languages: readonly LanguageLink[] }): SafeHtml {
  const { t, siteName, countryName, nav, language } = page.chrome;
  const home = `/${language.tag.toLowerCase()}/`;
  const others = page.languages.filter(({ current }) => !current);
  return html`<header class="top wrap"><a class="brand" href="${pageLink(page, home)}"${currentAttribute(page.path, home, true)}><i class="mark"></i><span>${siteName} <small>${countryName}</small></span></a>
<div class="tools">${others.length > 0 && html`<ul class="languages${others.length > 1 && ' short'}" aria-label="${t('Languages')}">${others.map((other) => languageItem(page, other))}</ul>`}${nav.length > 0 && html`<a class="go" href="#menu">${t('Menu')}</a>`}</div>
${
  nav.length > 0 &&
  html`<nav id="menu" aria-label="${t('Menu')}"><ul>${nav.map(({ path, label, textLanguage }) => html`<li><a href="${pageLink(page, path)}"${currentAttribute(page.path, path)}${langAttributes(page, textLanguage)}>${label}</a></li>`)}</ul></nav>`
}
</header>`;
}

/** Small screens show only the first three letters (Рус, Ўзб); the whole name stays one word for screen readers. */
function languageItem(page: Placed, { language, path }: LanguageLink): SafeHtml {
  const name = nameAsLabel(language);
  return html`<li><a${langAttributes(page, language)} href="${pageLink(page, path)}"><span>${name.slice(0, 3)}</span>${name.slice(3)}</a></li>`;
}

/** `page` on the page itself, `true` on the section that it lies in. */
function currentAttribute(pagePath: string, path: string, exactOnly = false): SafeHtml | false {
  if (pagePath === path) return html` aria-current="page"`;
  return !exactOnly && pagePath.startsWith(path) && html` aria-current="true"`;
}
