/**
 * Words that are marked as those of another language, or as the same in every script: `[Learning through play]{lang=en}`,
 * `[Aibek]{translate=no}`. The form is that of Pandoc's spans, with these two attributes alone.
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import type { PositionedToken } from './light-states.ts';

export interface SpanMark {
  readonly name: string;
  readonly value: string;
  /** Offsets of the braces in the text of the paragraph. */
  readonly start: number;
  readonly end: number;
}

export const markOf = (token: Token): SpanMark => token.meta as unknown as SpanMark;

/** Makes `span_open` and `span_close` of them, also of those whose attribute means nothing. */
export function useSpans(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'span', span);
}

const attribute = /\{\s*([\w-]+)\s*=\s*(["']?)([\w-]+)\2\s*\}/y;

function span(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src, md } = state;
  if (src.charCodeAt(pos) !== 0x5b || src.indexOf(']{', pos) < 0) return false;
  const end = md.helpers.parseLinkLabel(state, pos);
  if (end < 0) return false;
  attribute.lastIndex = end + 1;
  const [found, name, , value] = attribute.exec(src) ?? [];
  if (found === undefined || end + 1 + found.length > posMax) return false;
  if (!silent) {
    const open: PositionedToken = state.push('span_open', 'span', 1);
    open.meta = { name, value, start: end + 1, end: end + 1 + found.length };
    state.pos = pos + 1;
    state.posMax = end;
    md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
  }
  state.pos = end + 1 + found.length;
  state.posMax = posMax;
  return true;
}
