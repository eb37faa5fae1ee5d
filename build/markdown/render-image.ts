import type { Token } from 'markdown-it';
import { detached } from './detached.ts';
import { fileNameHint, isFileName } from './file-names.ts';
import { plainTextOf } from './plain-text.ts';
import { offsetOf } from './positions.ts';
import { addressAfter } from './render-link.ts';
import type { Rendering } from './rendering.ts';
import { reportTag } from './report-tag.ts';
import { typographText } from './typography.ts';

/**
 * Adds a picture; a faulty one is reported and becomes its description.
 *
 * @param isFigure It stands alone in its paragraph, and its Markdown title is a caption.
 */
export function renderImage(token: Token, block: Token, isFigure: boolean, rendering: Rendering): void {
  const { out } = rendering;
  const src = String(token.attrGet('src') ?? '');
  const alt = plainTextOf(token.children ?? []);
  const caption = isFigure
    ? typographText(String(token.attrGet('title') ?? '').trim(), rendering.locale)
    : '';
  const start = offsetOf(token);
  const labelEnd = start + 2 + token.content.length;
  const range = addressAfter(block, start, labelEnd, rendering);
  if (alt === '') {
    const whole = rendering.rangeIn(block, start, labelEnd + 1);
    // WCAG 2.2, 1.1.1
    rendering.error(
      'markdown/image-alt',
      whole,
      'this picture has no description, so people who cannot see it would miss it',
      'say what it shows between the square brackets: ![Two girls build a tower](tower.jpg)',
    );
  }
  for (const child of token.children ?? []) {
    if (child.type === 'raw_html') reportTag(child, start + 2 + offsetOf(child), block, new Set(), rendering);
  }
  if (isFileName(src)) {
    rendering.images.push({ src: detached(src), range });
    out.part({ kind: 'image', src, alt, caption, figure: isFigure });
  } else {
    rendering.error('markdown/image-src', range, messageFor(src), fileNameHint);
    out.text(alt);
  }
  out.plain(caption);
}

function messageFor(src: string): string {
  if (src === '') return 'this picture names no file';
  if (/^(https?:)?\/\//i.test(src))
    return 'pictures from other sites do not work without a connection, and tell that site who reads this page';
  if (/^data:/i.test(src)) return 'a picture cannot be written into the text itself';
  return `"${src.length > 80 ? `${src.slice(0, 79)}…` : src}" is not the name of a file beside this text`;
}
