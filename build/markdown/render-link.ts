import type { Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { escapeHtml } from '../../templates/html.ts';
import type { Range } from '../diagnostics/diagnostic.ts';
import { detached } from './detached.ts';
import { linkTarget } from './link-target.ts';
import { plainTextOf } from './plain-text.ts';
import { offsetOf } from './positions.ts';
import type { Rendering } from './rendering.ts';

const { helpers, normalizeLink } = new MarkdownIt();

/**
 * Opens the link at an index, and returns what closes it. A faulty link is reported and becomes its words.
 *
 * @param isInside In another link: HTML has no links in links.
 */
export function openLink(
  tokens: readonly Token[],
  index: number,
  block: Token,
  rendering: Rendering,
  isInside: boolean,
): () => void {
  const nothing = (): void => {};
  const open = tokens[index];
  if (open === undefined || isInside) return nothing;
  const { out } = rendering;
  const closeAt = closingIndex(tokens, index);
  const close = tokens[closeAt];
  const written = String(open.attrGet('href') ?? '');
  const range = (): Range => addressRange(open, close, block, rendering);
  if (plainTextOf(tokens.slice(index + 1, closeAt)) === '') {
    rendering.error(
      'markdown/link-text',
      range(),
      'this link has no words that a reader could tap',
      'write them between the square brackets: [words of the link](…)',
    );
  }
  const target = linkTarget(written, rendering.file);
  switch (target.kind) {
    case 'fault':
      rendering.error(target.code, range(), target.message, target.hint);
      return nothing;
    case 'address':
      if (target.isWeb) rendering.webLinks.push({ href: detached(target.href), range: range() });
      out.html(
        `<a href="${escapeHtml(normalizeLink(target.href))}"${target.isWeb ? ' rel="noopener"' : ''}>`,
      );
      return () => out.html('</a>');
    case 'page':
      rendering.links.push({
        target: detached(target.target),
        fragment: detached(target.fragment),
        range: range(),
      });
      if (target.target === '') {
        out.html(`<a href="#${escapeHtml(target.fragment)}">`);
        return () => out.html('</a>');
      }
      out.part({ kind: 'link', target: target.target, fragment: target.fragment });
      return () => out.part({ kind: 'link-end' });
  }
}

/** Links do not nest, but for an address in angle brackets within the words of another link. */
function closingIndex(tokens: readonly Token[], open: number): number {
  const level = tokens[open]?.level;
  let at = open + 1;
  while (at < tokens.length && !(tokens[at]?.type === 'link_close' && tokens[at]?.level === level)) at++;
  return at;
}

/** The address where it is written; for a link by reference its words. */
function addressRange(open: Token, close: Token | undefined, block: Token, rendering: Rendering): Range {
  if (open.info === 'auto') {
    const start = offsetOf(open) + 1;
    const end = block.content.indexOf('>', start);
    return rendering.rangeIn(block, start, end < 0 ? start : end);
  }
  return addressAfter(block, offsetOf(open) - 1, offsetOf(close), rendering);
}

/**
 * The range of `address` in `[words](address)`.
 *
 * @param start Where the whole begins. @param labelEnd Where the words end.
 */
export function addressAfter(block: Token, start: number, labelEnd: number, rendering: Rendering): Range {
  const { content } = block;
  const [gap] = /^\]\(\s*/.exec(content.slice(labelEnd, labelEnd + 100)) ?? [];
  if (gap === undefined) return rendering.rangeIn(block, start, labelEnd + 1);
  const from = labelEnd + gap.length;
  const found = helpers.parseLinkDestination(content, from, content.length);
  return rendering.rangeIn(block, from, found.ok && found.pos > from ? found.pos : from + 1);
}
