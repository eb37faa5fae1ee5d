import { separated } from '../components/separated.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { nameAsLabel } from '../locale/languages.ts';
import type { ChooserPage } from '../model/page.ts';

/** The front door of a national site: one large link for each language, which says its own name. */
export function chooserPage(page: ChooserPage): string {
  const names = [...new Map(page.choices.map(({ siteName, language }) => [siteName, language]))];
  const title = names.length > 0 ? names.map(([name]) => name).join(' · ') : page.title;
  const heading = names.map(
    ([name, language]) => html`<span${langAttributes(page, language)}>${name}</span>`,
  );
  return document(
    { ...page, title },
    html`<div class="doors"><p class="mark"></p><h1>${names.length > 0 ? separated(heading) : title}</h1>
<ul class="cards">${page.choices.map(
      ({ language, path, siteName, countryName }) =>
        html`<li class="card"${langAttributes(page, language)}><h2><a hreflang="${language.htmlLang}" href="${pageLink(page, path)}">${nameAsLabel(language)}</a></h2><p class="meta">${siteName} · ${countryName}</p></li>
`,
    )}</ul></div>`,
    { chrome: false },
  );
}
