/**
 * Narrows the library in place, by several choices at once, and keeps them in the address: `?age=3-4&type=story`.
 *
 * In: the links of the filters, each with its word; the rows of the list with theirs, or the address of a file with all materials
 * where they take more than one page. That file is asked for when somebody filters, and not before. On other pages of the library
 * the links lead to its front page with what is chosen here.
 */
import { facetOf, searchOf, type Word } from './library/choices.ts';
import { narrow } from './library/narrow.client.ts';

const filters = document.querySelector<HTMLElement>('#filters');
const list = document.querySelector<HTMLElement>('#materials');
const status = document.querySelector<HTMLElement>('#found');
if (filters && list && status) {
  const more = filters.querySelector('details');
  if (more && matchMedia('(min-width: 64em)').matches) more.open = true;
  const links = [...filters.querySelectorAll<HTMLAnchorElement>('[data-word]')];
  const library = new URL(filters.dataset.library ?? './', location.href);
  if (library.pathname === location.pathname) narrow(filters, links, list, status);
  else leadOn(links, library, filters.dataset.chosen);
}

/** From a page with one choice, a choice of another facet leads to both. */
function leadOn(links: readonly HTMLAnchorElement[], library: URL, chosen: Word | undefined): void {
  for (const link of links) {
    const word = link.dataset.word ?? '';
    if (chosen === undefined || facetOf(chosen) === facetOf(word)) continue;
    link.href = library.href + searchOf([chosen, word]);
  }
}
