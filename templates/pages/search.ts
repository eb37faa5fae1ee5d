import { searchFilters } from '../components/search-filters/search-filters.ts';
import { topicsLink } from '../components/topics.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { langAttributes } from '../locale/lang-attributes.ts';
import { fileSize } from '../locale/measures.ts';
import type { SearchPage } from '../model/page.ts';

/**
 * Search: a form that asks this page (`?q=`), answered by `search.client.ts`; below it every page by topic, for readers
 * without JavaScript and for those who would rather look than type.
 */
export function searchPage(page: SearchPage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`<h1>${page.title}</h1>
${form(page)}
<noscript><p>${t('Search needs JavaScript. Below you find every page by topic.')}</p></noscript>
<p class="meta" role="status" id="search-status"></p>
<ol id="results" class="cards"></ol>
<p id="search-more" hidden><button class="btn quiet" type="button">${t('Show more')}</button></p>
<p id="search-inside" hidden><button class="btn" type="button">${t('Search inside the texts: {size}', { size: fileSize(t, page.chrome.format, firstTextsBytes) })}</button></p>
<h2>${t('Everything by topic')}</h2>${topicsLink(page)}
${page.index.map((section) => topic(page, section))}`,
    {
      head: html`<script type="module" src="${pageLink(page, page.scriptPath)}"></script>`,
      scripted: foundPage,
      wasm: true, // Pagefind
    },
  );
}

/** What `search.client.ts` writes for a hit. */
const foundPage = html`<li class="card"><h2><a></a></h2><p><mark></mark></p><p class="meta"></p></li>`;

/** What Pagefind takes over the line before its first answer. */
const firstTextsBytes = 100_000;

/** The words of the status line lie ready in the form: browsers have no plural rules for ky, tg, uz. */
function form(page: SearchPage): SafeHtml {
  const { t, language } = page.chrome;
  const root = `/${language.tag.toLowerCase()}/`;
  const counts = Array.from({ length: shownResults }, (_, index) =>
    t.plural('{count} result', '{count} results', index + 1),
  );
  return html`<form class="find" role="search" method="get" action="./" autocomplete="off" data-root="${pageLink(page, root)}" data-bundle="${pageLink(page, page.bundlePath)}" data-titles="${pageLink(page, page.titlesPath)}" data-language="${language.tag}"
data-loading="${t('Searching…')}" data-none="${t('Nothing found. Try a shorter word, or look below by topic.')}" data-unfit="${t('Nothing fits all of this. Take one filter away.')}" data-failed="${t('Search does not work right now. Look below by topic.')}"
data-counts="${counts.join('|')}" data-many="${t('The best {number} of {total}', { number: shownResults })}" data-found="${t('Found: {total}')}">
<label for="q">${t('What are you looking for?')}</label><input id="q" name="q" type="search"><button class="btn" type="submit">${t('Search')}</button>
${searchFilters(page, page.filters)}</form>`;
}

/** The client shows as many results as there are words for their number. */
const shownResults = 30;

const topic = (
  page: SearchPage,
  { title, textLanguage: titleLanguage, links }: SearchPage['index'][number],
): SafeHtml =>
  html`<section><h3${langAttributes(page, titleLanguage)}>${title}</h3><ul class="topics">${links.map(
    ({ path, label, textLanguage }) =>
      html`<li><a href="${pageLink(page, path)}"${langAttributes(page, textLanguage)}>${label}</a></li>`,
  )}</ul></section>
`;
