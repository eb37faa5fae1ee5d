/**
 * Renders the text of a paragraph, heading, cell or option.
 */
import type { Token } from 'markdown-it';
import { escapeHtml } from '../../templates/html.ts';
import type { Range } from '../diagnostics/diagnostic.ts';
import { offsetOf } from './positions.ts';
import { renderImage } from './render-image.ts';
import { openLink } from './render-link.ts';
import { openSpan } from './render-span.ts';
import type { Rendering } from './rendering.ts';
import { reportTag } from './report-tag.ts';

/** @param block The token that the text belongs to. */
export function renderInline(block: Token, rendering: Rendering): void {
  if (block.map !== null) rendering.line = block.map[0];
  renderTokens(block.children ?? [], block, rendering);
}

/** Renders a part of a text. */
export function renderTokens(tokens: readonly Token[], block: Token, rendering: Rendering): void {
  const { out } = rendering;
  const closers: (() => void)[] = [];
  const tags = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    switch (token.type) {
      case 'text':
        out.text(token.content);
        if (token.content.includes('[^')) reportLostFootnote(token, block, rendering);
        break;
      case 'softbreak':
        out.html('\n');
        out.plain(' ');
        break;
      case 'hardbreak':
        out.html('<br>\n');
        out.plain(' ');
        break;
      case 'code_inline':
        out.html('<code>');
        out.text(token.content);
        out.html('</code>');
        break;
      case 'link_open':
        closers.push(openLink(tokens, index, block, rendering, closers.length > 0));
        break;
      case 'link_close':
        closers.pop()?.();
        break;
      case 'image':
        renderImage(token, block, false, rendering);
        break;
      case 'abbr_open':
        out.html(`<abbr title="${escapeHtml(String(token.attrGet('title') ?? ''))}">`);
        break;
      case 'span_open':
        out.html(openSpan(token, block, rendering));
        break;
      case 'footnote_ref':
        renderFootnoteNumber(token, block, rendering, closers.length > 0);
        break;
      case 'raw_html':
        out.text(token.content);
        reportTag(token, offsetOf(token), block, tags, rendering);
        break;
      default:
        if (token.tag !== '') out.html(token.nesting < 0 ? `</${token.tag}>` : `<${token.tag}>`);
    }
  }
}

/** Roles: DPUB-ARIA 1.1, so that a screen reader says "footnote" in the reader's language. */
function renderFootnoteNumber(token: Token, block: Token, rendering: Rendering, isInLink: boolean): void {
  const { id, suffix } = footnoteIds(token);
  const anchor = `id="fnref${id}${suffix}"`;
  rendering.out.html(
    isInLink
      ? `<sup ${anchor}>${id}</sup>`
      : `<sup><a href="#fn${id}" ${anchor} role="doc-noteref">${id}</a></sup>`,
  );
  if (isInLink) {
    const message = 'a footnote cannot stand inside the words of a link';
    rendering.error(
      'markdown/footnote-in-link',
      footnoteRange(token, block, rendering),
      message,
      'write it after the link',
    );
  }
  if (rendering.isInQuiz) {
    const message = 'a footnote cannot stand inside a quiz, whose parts appear in several places';
    const hint = 'write it into the text around the quiz, or into the reply';
    rendering.error('quiz/footnote', footnoteRange(token, block, rendering), message, hint);
  }
}

function footnoteRange(token: Token, block: Token, rendering: Rendering): Range {
  const start = offsetOf(token);
  const label = token.meta?.label;
  return rendering.rangeIn(
    block,
    start,
    start + (typeof label === 'string' ? `[^${label}]`.length : '^['.length),
  );
}

/** The number of a footnote, and what tells its second and further references from the first. */
export function footnoteIds(token: Token): { id: number; suffix: string } {
  const subId = Number(token.meta?.subId ?? 0);
  return { id: Number(token.meta?.id ?? 0) + 1, suffix: subId > 0 ? `-${subId + 1}` : '' };
}

function reportLostFootnote(token: Token, block: Token, rendering: Rendering): void {
  for (const [mark, label] of token.content.matchAll(/\[\^([^\]\s]+)\]/g)) {
    const start = block.content.indexOf(mark);
    if (start < 0) continue;
    const range = rendering.rangeIn(block, start, start + mark.length);
    rendering.error(
      'markdown/footnote-missing',
      range,
      `there is no footnote "${label}"`,
      `write its text on a line of its own: ${mark}: …`,
    );
  }
}
