import { letterLinks, titlesByLetter } from '../components/a-z/a-z.ts';
import { searchFilters } from '../components/search-filters/search-filters.ts';
import { countedChips, topicsLink } from '../components/topics.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import { fileSize } from '../locale/measures.ts';
import type { SearchPage } from '../model/page.ts';

/**
 * Search: a form that asks this page (`?q=`), answered by `search.client.ts`; below it every page by topic and from A to Z, for readers
 * without JavaScript, whom the form leads there, and for those who would rather look than type.
 */
export function searchPage(page: SearchPage): string {
  const { t } = page.chrome;
  return document(
    page,
    html`<h1>${page.title}</h1>
${form(page)}
<p class="meta" role="status" id="search-status"></p>
<ol id="results" class="cards"></ol>
<p id="search-more" hidden><button class="btn quiet" type="button">${t('Show more')}</button></p>
<p id="search-inside" hidden><button class="btn" type="button">${t('Search inside the texts: {size}', { size: fileSize(t, page.chrome.format, firstTextsBytes) })}</button></p>
<section class="by-topic" aria-labelledby="all"><h2 id="all">${t('Everything by topic')}</h2>
${byTopic(page)}</section>
<section aria-labelledby="a-z"><h2 id="a-z">${t('All titles from A to Z')}</h2>
${letterLinks(page, page.letters)}
${page.titles.length > 0 && titlesByLetter(page, page.titles)}</section>`,
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
  return html`<form class="find" role="search" method="get" action="./#all" autocomplete="off" data-root="${pageLink(page, root)}" data-bundle="${pageLink(page, page.bundlePath)}" data-titles="${pageLink(page, page.titlesPath)}" data-language="${language.tag}"
data-loading="${t('Searching…')}" data-none="${t('Nothing found. Try a shorter word, or look below by topic.')}" data-unfit="${t('Nothing fits all of this. Take one filter away.')}" data-failed="${t('Search does not work right now. Look below by topic.')}"
data-counts="${counts.join('|')}" data-many="${t('The best {number} of {total}', { number: shownResults })}" data-found="${t('Found: {total}')}">
<label for="q">${t('What are you looking for?')}</label><input id="q" name="q" type="search"><button class="btn" type="submit">${t('Search')}</button>
<noscript><p>${t('Search needs JavaScript. Without it, the button leads to all topics, and to all titles from A to Z.')}</p></noscript>
${searchFilters(page, page.filters)}</form>`;
}

/** The client shows as many results as there are words for their number. */
const shownResults = 30;

function byTopic(page: SearchPage): SafeHtml {
  const { t } = page.chrome;
  const topics = page.topics.map(({ term, path, count }) => ({ label: term.label, path, count }));
  return html`${topicsLink(page)}${[
    { title: t('Areas of development'), links: topics },
    { title: t('Age of the children'), links: page.ages },
    { title: t('Kind of material'), links: page.types },
  ].map(
    ({ title, links }) =>
      links.length > 0 &&
      html`<h3>${title}</h3>${countedChips(page, links)}
`,
  )}`;
}
