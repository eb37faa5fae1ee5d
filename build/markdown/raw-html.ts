/**
 * Finds tags and comments that an author wrote as HTML. They stay what they are, text, and are reported.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';

/** Makes a `raw_html` token of each tag, and of the beginning of each comment. Code never comes here. */
export function useRawHtml(md: MarkdownIt): void {
  md.inline.ruler.at('html_inline', rawHtml);
}

/**
 * CommonMark 0.31, 6.6, and the slashes that browsers take for spaces. Of comments and declarations only the beginning,
 * for they may run over paragraphs.
 */
const tag =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[\s/]+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|\/[A-Za-z][A-Za-z0-9-]*\s*>|!--|!\[CDATA\[|![A-Za-z]+\s|\?[A-Za-z]+\s)/y;

function rawHtml(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  tag.lastIndex = state.pos;
  const found = tag.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  if (!silent) state.push('raw_html', '', 0).content = found;
  state.pos += found.length;
  return true;
}
