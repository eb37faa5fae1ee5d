/**
 * Markup inside a translated sentence, without gluing pieces together: each language puts it where it belongs.
 */

import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';

/**
 * Replaces the placeholders of a translated text by markup.
 *
 * @param text A message that was translated without values, so that its placeholders still stand in braces.
 * @example sentence(t('Shown in {language}.'), { language: html`<b lang="ru">русский</b>` })
 */
export function sentence(text: string, slots: Readonly<Record<string, SafeHtml>>): SafeHtml {
  const pieces = text.split(/\{(\w+)\}/);
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : (slots[piece] ?? `{${piece}}`)))}`;
}
