import { html } from '../../../templates/html.ts';
import type { View } from '../view.ts';

/**
 * Returns the service worker of a site: the program, which is the same for all, behind what it shows where there is no line and no copy
 * of a page, in each language by its folder.
 */
export function workerScript(views: readonly View[]): string {
  const notices = views.map((view) => [view.path('/').slice(1, -1), notice(view)] as const);
  const program = views[0]?.context.lastingScripts.sw;
  return `const offlineNotices=${JSON.stringify(Object.fromEntries(notices))};\n${new TextDecoder().decode(program)}`;
}

/** Without sheet and pictures, since it stands in the place of any page. `{home}`: the worker knows where the site is. */
function notice({ chrome: { t, language } }: View): string {
  return html`<!doctype html><html lang="${language.htmlLang}" dir="${language.dir}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${t('There is no connection')}</title><h1>${t('There is no connection')}</h1><p>${t('This page is not on this device yet. What you have opened before can be read.')}</p><p><a href="{home}">${t('To the start page')}</a></p></html>`.toString();
}
