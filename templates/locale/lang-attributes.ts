import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import type { Language } from '../model/page.ts';

/**
 * Returns ` lang="…" dir="…"` for a part whose language is not that of the page, or nothing (WCAG 2.2, 3.1.2).
 *
 * @example html`<p${langAttributes(card.textLanguage)}>${card.summary}</p>`
 */
export const langAttributes = (language: Language | undefined): SafeHtml | undefined =>
  language && html` lang="${language.htmlLang}" dir="${language.dir}"`;
