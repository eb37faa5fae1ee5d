import type { Insertable, SafeHtml } from '../html.ts';
import { html } from '../html.ts';
import { betweenFacts, unbroken } from '../unbroken.ts';

/** Returns short pieces in a row with dots between them; a line breaks after a dot rather than inside of a short piece. */
export const separated = (pieces: readonly Insertable[]): SafeHtml =>
  html`${pieces.map((piece, index) => html`${index > 0 && betweenFacts}${typeof piece === 'string' ? unbroken(piece) : piece}`)}`;
