/**
 * Takes the texts in which nothing is marked past markdown-it's rules, and the others from mark to mark.
 *
 * Each rule of our dialect begins with one of a few characters. Most paragraphs have none of them; where they have, markdown-it's own
 * rule for text would stop and ask a dozen rules at every hyphen and colon. This took 20 µs of the 260 that a lesson of 700 words cost.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { makeToken } from './light-states.ts';

/** Must come last: rules that begin with another character would never be asked. */
export function usePlainInline(md: MarkdownIt): void {
  const parse = md.inline.parse.bind(md.inline);
  md.inline.parse = (text, parser, env, tokens) => {
    if (mark.test(text)) {
      parse(text, parser, env, tokens);
    } else if (text !== '') {
      const token = makeToken('text', '', 0);
      token.content = text;
      tokens.push(token);
    }
  };
  md.inline.ruler.at('text', toNextMark);
}

/** Breaks, escapes, code, deletion, emphasis, brackets of any kind, addresses, tags and entities. */
const mark = /[\n\\`~*_[<&]/;

/**
 * What such a mark may begin with as well: pictures, footnotes; and the bracket that closes, since markdown-it looks for the end of a
 * link where texts end.
 */
const nextMark = /[\n\\`~*_[<&!^\]]/g;

function toNextMark(state: StateInline, silent: boolean): boolean {
  nextMark.lastIndex = state.pos;
  const found = nextMark.exec(state.src)?.index ?? state.posMax;
  const end = Math.min(found, state.posMax);
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}
