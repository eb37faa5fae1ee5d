import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { Chrome, Language } from '../model/page.ts';

/**
 * Returns ` lang="…"` for a part whose language is not that of the page, or nothing (WCAG 2.2, 3.1.2); and ` dir="…"` where
 * that differs too.
 *
 * @example html`<p${langAttributes(page, card.textLanguage)}>${card.summary}</p>`
 */
export const langAttributes = (
  page: { readonly chrome: Pick<Chrome, 'language'> },
  language: Language | undefined,
): SafeHtml | undefined =>
  language &&
  html` lang="${language.htmlLang}"${language.dir !== page.chrome.language.dir && html` dir="${language.dir}"`}`;
