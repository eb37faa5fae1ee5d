import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';

/** Returns short pieces in a row with dots between them; a line breaks at a dot rather than inside of a piece. */
export const separated = (pieces: readonly Insertable[]): SafeHtml =>
  html`${pieces.map((piece, index) => html`<span class="unit">${piece}${index < pieces.length - 1 && ' ·'}</span> `)}`;
