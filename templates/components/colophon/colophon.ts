import type { SafeHtml } from '../../html.ts';
import { html } from '../../html.ts';
import type { Placed } from '../placed.ts';
import { separated } from '../separated.ts';

/** Returns who wrote a text, when it was last changed, and its licence where it has one of its own. */
export function colophon(
  { chrome: { t, format } }: Placed,
  text: { readonly authors: readonly string[]; readonly updated?: string; readonly licence?: string },
): SafeHtml | false {
  const { authors, updated, licence } = text;
  const said = [
    authors.length > 0 && t('Authors: {names}', { names: authors.join(', ') }),
    updated !== undefined && t('Updated: {date}', { date: format.date(updated) }),
    licence !== undefined && t('Licence: {licence}', { licence }),
  ].filter((item) => item !== false);
  return said.length > 0 && html`<p class="meta colophon">${separated(said)}</p>`;
}
