/**
 * markdown-it with our dialect, one per typographic style.
 */

import type { MarkdownIt as Parser } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import abbreviations from 'markdown-it-abbr';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { useContainers } from './container-rule.ts';
import { useFootnoteList } from './footnote-rule.ts';
import { useLightStates } from './light-states.ts';
import { usePlainInline } from './plain-inline.ts';
import { useRawHtml } from './raw-html.ts';
import { useSpans } from './span-rule.ts';
import type { TypographicStyle } from './typographic-style.ts';
import { useTypography } from './typography.ts';

const parsers = new Map<TypographicStyle, Parser>();

/** Returns the parser of a style, for text with LF line ends and without NUL; it keeps nothing between two texts. */
export function parserFor(style: TypographicStyle): Parser {
  let parser = parsers.get(style);
  if (parser === undefined) {
    parser = dialectOf(style);
    useLightStates(parser);
    usePlainInline(parser);
    parsers.set(style, parser);
  }
  return parser;
}

/**
 * Makes a parser of our dialect, without what makes {@link parserFor} faster.
 *
 * Every link and picture passes, with its address as the author wrote it: the renderer judges and reports them.
 */
export function dialectOf(style: TypographicStyle): Parser {
  const md = new MarkdownIt({ html: false, linkify: false });
  md.validateLink = () => true;
  md.normalizeLink = (url) => url;
  md.core.ruler.disable('normalize');
  md.use(footnotes).use(definitionLists).use(abbreviations);
  useContainers(md);
  useFootnoteList(md);
  useRawHtml(md);
  useSpans(md);
  useTypography(md, style);
  return md;
}
