import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { card } from '../components/card.ts';
import { libraryFilters } from '../components/library-filters/library-filters.ts';
import { listPager } from '../components/list-pager/list-pager.ts';
import { materialFacts } from '../components/material-card/material-card.ts';
import { separated } from '../components/separated.ts';
import { topicsLink } from '../components/topics.ts';
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { document } from '../layouts/document.ts';
import { pageLink } from '../link.ts';
import type { MaterialCard, MaterialListPage } from '../model/page.ts';

/** The library, or what of it fits one choice; `library.client.ts` combines several choices on its front page. */
export function materialListPage(page: MaterialListPage): string {
  const { t } = page.chrome;
  const isFront = page.path === page.libraryPath;
  const head = isFront
    ? html`<h1>${page.title}</h1><p class="lead">${page.summary}</p>${topicsLink(page)}`
    : html`${breadcrumb(page, { path: page.libraryPath, title: t('All materials') })}<h1>${page.title}</h1>`;
  if (page.total === 0) return document(page, html`${head}<p>${t('There is nothing here yet.')}</p>`);
  return document(
    page,
    html`${head}
<div class="library">${libraryFilters(page)}
<section class="found" aria-labelledby="found"><p class="meta" role="status" id="found" tabindex="-1"${isFront && statusWords(page)}>${t('Materials found: {count}', { count: page.total })}</p>
<ul class="cards" id="materials">${page.materials.map((material) => row(page, material))}</ul>
${listPager(page, page.pages)}${isFront && waysOn(page)}</section></div>`,
    {
      head: html`<script type="module" src="${pageLink(page, page.scriptPath)}"></script>`,
      ...(isFront && { scripted: scriptedParts }),
    },
  );
}

/** Rows by the link to their material: each stands on many lists, and is the same on all that are as deep in the site. */
const knownRows = new WeakMap<MaterialCard, Map<string, SafeHtml>>();

function row(page: MaterialListPage, material: MaterialCard): SafeHtml {
  const words = page.facetWords?.get(material.id);
  const rows = knownRows.get(material) ?? new Map<string, SafeHtml>();
  knownRows.set(material, rows);
  const key = `${words} ${pageLink(page, material.path)}`;
  const known = rows.get(key);
  if (known !== undefined) return known;
  const facts = separated(materialFacts(page, material));
  const made = card(page, material, 2, material.type.label, facts, words);
  rows.set(key, made);
  return made;
}

/** The words of the status line lie ready in it: scripts have none of their own. */
function statusWords(page: MaterialListPage): SafeHtml {
  const { t } = page.chrome;
  return html` data-found="${t('Materials found: {count}')}" data-none="${t('Nothing fits all of this. Take one filter away.')}"${
    page.indexPath &&
    html` data-index="${pageLink(page, page.indexPath)}" data-loading="${t('Looking through all materials…')}" data-failed="${t('The filters do not answer right now. Look through the list below.')}"`
  }`;
}

/** Below a narrowed list; the script shows one of them. */
function waysOn(page: MaterialListPage): SafeHtml {
  const { t } = page.chrome;
  return html`<p id="way-on" hidden><a class="btn quiet" href="${pageLink(page, page.libraryPath)}">${t('Show all materials')}</a></p>
<p id="show-more" hidden><button class="btn quiet" type="button">${t('Show more')}</button></p>`;
}

/** What the script makes of a chip, of a chosen one, and of a row of the index. */
const scriptedParts = html`<ul class="chips chosen"><li><button class="on" aria-pressed="true"><span class="meta"></span></button></li></ul>
<li class="card pictured"><img><p class="k"></p><h2><a></a></h2><p class="meta"></p></li>`;
