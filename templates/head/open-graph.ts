import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { Page } from '../model/page.ts';

/**
 * Returns what messengers and social networks show of a link (ogp.me). Description and language are left out: they take those of
 * the page.
 */
export function openGraph(page: Page): SafeHtml | undefined {
  const { canonical, title, chrome } = page;
  if (canonical === undefined) return undefined;
  const isArticle = 'text' in page;
  const image = 'image' in page && page.image;
  const properties = [
    ['title', title],
    ['type', isArticle ? 'article' : 'website'],
    ['url', canonical],
    ['image', image && absolute(page, image.previewPath ?? pixels(page, image.path))],
    ['site_name', chrome.siteName],
  ];
  return html`${properties.map(([name, value]) => value && html`<meta property="og:${name}" content="${value}">\n`)}`;
}

/** Messengers draw no SVG: where there is nothing else, they get the mark of the country. */
const pixels = ({ chrome }: Page, path: string): string => (path.endsWith('.svg') ? chrome.touchIcon : path);

const absolute = ({ chrome: { siteUrl } }: Page, path: string): string => siteUrl + path.slice(1);
