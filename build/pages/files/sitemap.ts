/**
 * Sitemaps (sitemaps.org 0.9): one for each language, and one that names them.
 *
 * Only pages with a text of their own: one that stands in is the same text twice, and so is a list that stands at two addresses. The
 * search page, what learners have of their own, the number of the release and what a mirror takes are for readers, not for those who
 * search for them.
 */
import type { SafeHtml } from '../../../templates/html.ts';
import type { Alternate } from '../../../templates/model/page.ts';
import { lettersTarget } from '../a-z.ts';
import { entryAlternates, frontAlternates, listAlternates } from '../alternates.ts';
import { absoluteUrl } from '../content-pages.ts';
import { listPlans } from '../list-pages.ts';
import { mirrorTarget } from '../mirror-page.ts';
import { releaseTarget } from '../release-page.ts';
import { entryKinds, type View } from '../view.ts';
import { xml, xmlDocument } from './xml.ts';

/** Below the language: a sitemap speaks for addresses below its own only. */
export const sitemapPath = (view: View): string => view.path('/sitemap.xml');

/** Returns the sitemap of a language. */
export function sitemap(view: View): string {
  const urls = addresses(view).map(
    ({ path, alternates, updated }) => xml`<url><loc>${absoluteUrl(path, view)}</loc>${
      updated && xml`<lastmod>${updated}</lastmod>`
    }${alternates.map((alternate) => link(alternate, view))}</url>
`,
  );
  return xmlDocument(
    xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>`,
  );
}

const link = ({ hreflang, path }: Alternate, view: View): SafeHtml =>
  xml`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${absoluteUrl(path, view)}"/>`;

/** Returns the index of the sitemaps of all languages. */
export function sitemapIndex(views: readonly View[]): string {
  const sitemaps = views.map((view) => {
    const newest = addresses(view).reduce((date, { updated = '' }) => (updated > date ? updated : date), '');
    return xml`<sitemap><loc>${absoluteUrl(sitemapPath(view), view)}</loc>${newest && xml`<lastmod>${newest}</lastmod>`}</sitemap>
`;
  });
  return xmlDocument(
    xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps}</sitemapindex>`,
  );
}

const forReadersAlone: ReadonlySet<string> = new Set([
  '/search/',
  '/learning/',
  '/certificate/',
  '/certificate/verify/',
  releaseTarget,
  mirrorTarget,
]);

interface Address {
  readonly path: string;
  readonly alternates: readonly Alternate[];
  readonly updated?: string | undefined;
}

function addresses(view: View): Address[] {
  const lists = listPlans(view)
    .filter(
      ({ target, sameAs }) =>
        !forReadersAlone.has(target) && !target.startsWith(lettersTarget) && sameAs === undefined,
    )
    .map(({ target }) => ({
      path: view.path(target),
      alternates: target === '/' ? frontAlternates(view.edition.languages) : listAlternates(target, view),
    }));
  const texts = entryKinds
    .flatMap((kind) => view.entries(kind))
    .filter((entry) => !view.variant(entry).fallback)
    .map((entry) => ({
      path: view.path(entry.target),
      alternates: entryAlternates(entry, view),
      updated: view.variant(entry).fields.updated,
    }));
  return [...lists, ...texts.toSorted((a, b) => (a.path < b.path ? -1 : 1))];
}
