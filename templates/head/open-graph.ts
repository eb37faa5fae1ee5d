import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { Page } from '../model/page.ts';

/**
 * Returns what messengers and social networks show of a link (ogp.me). The description is left out: they take that of the
 * page.
 */
export function openGraph(page: Page): SafeHtml | undefined {
  const { canonical, title, chrome } = page;
  if (canonical === undefined) return undefined;
  const isArticle = 'text' in page;
  const image = 'image' in page && page.image ? absolute(page, page.image.path) : undefined;
  const { htmlLang } = isArticle ? page.text.language : chrome.language;
  const properties = [
    ['title', title],
    ['type', isArticle ? 'article' : 'website'],
    ['url', canonical],
    ['image', image],
    ['site_name', chrome.siteName],
    ['locale', `${htmlLang.split('-')[0]}_${chrome.countryCode.toUpperCase()}`],
  ];
  return html`${properties.map(([name, value]) => value && html`<meta property="og:${name}" content="${value}">\n`)}`;
}

const absolute = ({ chrome: { siteUrl } }: Page, path: string): string => siteUrl + path.slice(1);
