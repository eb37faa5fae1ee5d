/**
 * What the head of a page tells machines: where it lives, in which languages, and what it is.
 *
 * Everything here is absolute: it is read away from the page.
 */
import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { Page } from '../model/page.ts';
import { openGraph } from './open-graph.ts';
import { structuredData } from './structured-data.ts';

/** Returns canonical address, languages (hreflang), Open Graph and JSON-LD of a page. */
export function headForMachines(page: Page): SafeHtml {
  return html`${page.canonical && html`<link rel="canonical" href="${page.canonical}">\n`}${alternates(page)}${openGraph(page)}${structuredData(page)}`;
}

/** The page itself is among them, and each of them names all others: search engines believe no other kind. */
const alternates = ({ alternates: pages = [], chrome: { siteUrl } }: Page): SafeHtml =>
  html`${pages.map(({ hreflang, path }) => html`<link rel="alternate" hreflang="${hreflang}" href="${siteUrl}${path.slice(1)}">\n`)}`;
