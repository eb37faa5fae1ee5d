/**
 * Fits an author's ready HTML into places that take no paragraphs: legends, labels and options (HTML standard, phrasing
 * content).
 */

import type { SafeHtml } from '../../html.ts';
import { trusted } from '../../html.ts';

/** The words of the first paragraph; all of a text without paragraphs. */
export const firstParagraph = (markup: string): SafeHtml => trusted(paragraph.exec(markup)?.[1] ?? markup);

/** Everything beside the first paragraph; nothing of a text without paragraphs. */
export const otherBlocks = (markup: string): SafeHtml =>
  trusted(paragraph.test(markup) ? markup.replace(paragraph, '').trim() : '');

/** Paragraphs become lines. */
export const phrasing = (markup: string): SafeHtml =>
  trusted(
    markup
      .trim()
      .replace(/^<p>|<\/p>$/g, '')
      .replace(/<\/p>\s*<p>/g, '<br>'),
  );

/** Without any tags, for `<option>`; entities stay. Our renderer escapes `>` in attributes. */
export const textOnly = (markup: SafeHtml | undefined): SafeHtml =>
  trusted((markup?.toString() ?? '').replace(/<[^>]*>/g, ''));

const paragraph = /<p>([\s\S]*?)<\/p>/;
