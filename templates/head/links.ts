import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { pageLink } from '../link.ts';
import type { Page } from '../model/page.ts';

/**
 * Returns the links of the head to files of the site: icon and manifest, and on a front page, from where one subscribes and
 * puts the site on the start screen, its feed and the icon that iOS wants. None on a page that is served at other addresses than
 * its own: on a mirror they would be those of another site.
 */
export function headLinks(page: Page): SafeHtml | false {
  if ('absoluteBase' in page) return false;
  const { icon, touchIcon, manifest, language } = page.chrome;
  const isInLanguage = page.path.startsWith(`/${language.tag.toLowerCase()}/`);
  const link = (rel: string, path: string | undefined, type = ''): SafeHtml | false =>
    path !== undefined &&
    html`<link rel="${rel}"${type && html` type="${type}"`} href="${pageLink(page, path)}">\n`;
  return html`${link('icon', icon)}${isInLanguage && link('manifest', manifest)}${
    page.kind === 'home' &&
    html`${link('apple-touch-icon', touchIcon)}${link('alternate', page.feed, 'application/atom+xml')}`
  }`;
}
