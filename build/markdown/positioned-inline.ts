/**
 * Remembers where in a paragraph markdown-it met a link, a picture or a tag, which it forgets by itself.
 */

import type { MarkdownIt as Parser, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';

/** A token inside a paragraph. */
export interface PositionedToken extends Token {
  /** Where the parser stood in the text of its paragraph when it made the token. */
  offset?: number;
}

export function usePositions(md: Parser): void {
  md.inline.State = class extends MarkdownIt.StateInline {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token: PositionedToken = super.push(type, tag, nesting);
      token.offset = this.pos;
      return token;
    }
  };
}
