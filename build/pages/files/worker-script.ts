import { html, trusted } from '../../../templates/html.ts';
import { signed } from '../../../templates/styles/stylesheet.ts';
import type { View } from '../view.ts';

/**
 * Returns the service worker of a site: the program, which is the same for all, behind what it shows where there is no line and no copy
 * of a page, in each language by its folder.
 */
export function workerScript(views: readonly View[]): string {
  const notices = views.map((view) => [view.path('/').slice(1, -1), notice(view)] as const);
  const program = views[0]?.context.lastingScripts.sw;
  const constants = `const offlineNotices=${JSON.stringify(Object.fromEntries(notices))},offlineStyle='sha256-${sheet.sha256}';`;
  return `${constants}\n${new TextDecoder().decode(program)}`;
}

/** As much as it takes to read it well and to touch its link, in the colours of the device. */
const sheet = signed(
  'body{max-width:36em;margin:auto;padding:1em;font:1.1em/1.5 system-ui,sans-serif}a{display:inline-block;padding:.6em 0}',
);

/** Without pictures, since it stands in the place of any page. `{home}`: the worker knows where the site is. */
function notice({ chrome: { t, language } }: View): string {
  return html`<!doctype html><html lang="${language.htmlLang}" dir="${language.dir}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${t('There is no connection')}</title><style>${trusted(sheet.css)}</style><h1>${t('There is no connection')}</h1><p>${t('This page is not on this device yet. What you have opened before can be read.')}</p><p><a href="{home}">${t('To the start page')}</a></p></html>`.toString();
}
