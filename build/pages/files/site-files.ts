/**
 * The files of a site beside its pages: sitemaps, `robots.txt`, feeds, manifests, the indexes of the library and of the search, the
 * service worker, the program of a mirror, and what servers include.
 */
import { type OutputPath, toOutputPath } from '../../model/paths.ts';
import { absoluteUrl } from '../content-pages.ts';
import type { View } from '../view.ts';
import { feed, feedPath } from './feed.ts';
import { libraryIndex } from './library-index.ts';
import { manifest, manifestPath } from './manifest.ts';
import { serverFiles } from './servers/server-files.ts';
import { sitemap, sitemapIndex, sitemapPath } from './sitemap.ts';
import { titleFiles } from './title-index.ts';
import { workerScript } from './worker-script.ts';

/** A file of a site that is neither a page nor comes from a file beside a text. */
export interface SiteFile {
  readonly output: OutputPath;
  readonly content: string | Uint8Array;
}

/** Returns the files of a site in all of its languages. */
export function siteFiles(views: readonly View[]): SiteFile[] {
  const [first] = views;
  if (first === undefined) return [];
  const { mirrorProgram, lastingScripts } = first.context;
  const served = {
    url: first.context.siteUrl(first.edition),
    languageFolders: views.map((view) => view.path('/').slice(1, -1)),
  };
  return [
    ...views.flatMap(languageFiles),
    file('/sitemap.xml', sitemapIndex(views), first),
    file('/robots.txt', robots(first), first),
    file('/favicon.ico', first.context.icons(first.edition).favicon, first),
    file('/sw.js', workerScript(views), first),
    file('/keep.js', lastingScripts.keep, first),
    file(mirrorProgram.path, mirrorProgram.bytes, first),
    ...[...serverFiles(served)].map(([path, content]) => file(path, content, first)),
  ];
}

function languageFiles(view: View): SiteFile[] {
  const news = feed(view);
  const materials = libraryIndex(view);
  const titles = titleFiles(view);
  return [
    file(sitemapPath(view), sitemap(view), view),
    file(manifestPath(view), manifest(view), view),
    ...[titles.main, ...titles.parts].map(({ path, content }) => file(path, content, view)),
    ...(materials === undefined ? [] : [file(materials.path, materials.content, view)]),
    ...(news === undefined ? [] : [file(feedPath(view), news, view)]),
  ];
}

/** Robots ask for it at the root of a domain only (RFC 9309, 2.3); below a path it does no harm. */
const robots = (view: View): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl('/sitemap.xml', view)}\n`;

const file = (path: string, content: string | Uint8Array, { edition }: View): SiteFile => ({
  output: toOutputPath(`${edition.country.code}${path}`),
  content,
});
