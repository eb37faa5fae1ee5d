/**
 * What markdown-it makes for each token, paragraph and text, made with less work; and each token inside a paragraph remembers where
 * the parser met it, which markdown-it forgets.
 *
 * markdown-it 15 is compiled so that every field of a new object goes through a helper, and looks for line ends character by
 * character: that took 100 µs of the 360 that a lesson of 700 words cost in this stage. The objects have the same fields and the same prototypes;
 * `tests/markdown/light-states.test.ts` holds them against markdown-it's own.
 */
import type { Env, MarkdownIt as Parser, StateBlock, StateInline, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';

type Nesting = -1 | 0 | 1;

/** A token inside a paragraph. */
export interface PositionedToken extends Token {
  /** Where the parser stood in the text of its paragraph when it made the token. */
  offset?: number;
}

export function useLightStates(md: Parser): void {
  md.core.State = LightCoreState as unknown as typeof md.core.State;
  md.block.State = LightBlockState as unknown as typeof md.block.State;
  md.inline.State = LightInlineState as unknown as typeof md.inline.State;
}

function LightToken(this: Token, type: string, tag: string, nesting: Nesting): void {
  this.type = type;
  this.tag = tag;
  this.attrs = null;
  this.map = null;
  this.nesting = nesting;
  this.level = 0;
  this.children = null;
  this.content = '';
  this.markup = '';
  this.info = '';
  this.meta = null;
  this.block = false;
  this.hidden = false;
}
LightToken.prototype = MarkdownIt.Token.prototype;

const TokenClass = LightToken as unknown as typeof Token;

/** Makes a token as markdown-it does. */
export const makeToken = (type: string, tag: string, nesting: Nesting): Token =>
  new TokenClass(type, tag, nesting);

function LightCoreState(
  this: InstanceType<typeof MarkdownIt.StateCore>,
  src: string,
  md: Parser,
  env: Env,
): void {
  this.src = src;
  this.env = env;
  this.md = md;
  this.tokens = [];
  this.inlineMode = false;
  this.Token = TokenClass;
}
LightCoreState.prototype = MarkdownIt.StateCore.prototype;

function LightBlockState(this: StateBlock, src: string, md: Parser, env: Env, tokens: Token[]): void {
  this.src = src;
  this.md = md;
  this.env = env;
  this.tokens = tokens;
  this.bMarks = [];
  this.eMarks = [];
  this.tShift = [];
  this.sCount = [];
  this.bsCount = [];
  this.blkIndent = 0;
  this.line = 0;
  this.lineMax = 0;
  this.tight = false;
  this.listIndent = -1;
  this.parentType = 'root';
  this.level = 0;
  this.Token = TokenClass;
  markLines(this);
}
LightBlockState.prototype = Object.create(MarkdownIt.StateBlock.prototype, {
  push: {
    value(this: StateBlock, type: string, tag: string, nesting: Nesting): Token {
      const token = makeToken(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    },
  },
});

const [tab, space] = [0x09, 0x20];

function markLines(state: StateBlock): void {
  const { src } = state;
  const mark = (start: number, end: number, indent: number, columns: number): void => {
    state.bMarks.push(start);
    state.eMarks.push(end);
    state.tShift.push(indent);
    state.sCount.push(columns);
    state.bsCount.push(0);
  };
  for (let start = 0; start < src.length; ) {
    let [at, columns] = [start, 0];
    for (let code = src.charCodeAt(at); code === space || code === tab; code = src.charCodeAt(++at)) {
      columns += code === tab ? 4 - (columns % 4) : 1;
    }
    // Nothing but spaces at the end of the text is no line.
    if (at === src.length) break;
    const lineFeed = src.indexOf('\n', at);
    const end = lineFeed < 0 ? src.length : lineFeed;
    mark(start, end, at - start, columns);
    start = end + 1;
  }
  // Saves rules from asking whether there is a next line.
  mark(src.length, src.length, 0, 0);
  state.lineMax = state.bMarks.length - 1;
}

function LightInlineState(this: StateInline, src: string, md: Parser, env: Env, tokens: Token[]): void {
  this.src = src;
  this.env = env;
  this.md = md;
  this.tokens = tokens;
  this.tokens_meta = Array(tokens.length);
  this.pos = 0;
  this.posMax = src.length;
  this.level = 0;
  this.pending = '';
  this.pendingLevel = 0;
  this.cache = {};
  this.backticks = {};
  this.backticksScanned = false;
  this.skipHtmlSpecial = false;
  this.linkLevel = 0;
  this.delimiters = [];
  this._prev_delimiters = [];
  this.Token = TokenClass;
}
LightInlineState.prototype = Object.create(MarkdownIt.StateInline.prototype, {
  pushPending: {
    value(this: StateInline): Token {
      const token = makeToken('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = '';
      return token;
    },
  },
  push: {
    value(this: StateInline, type: string, tag: string, nesting: Nesting): Token {
      if (this.pending !== '') this.pushPending();
      const token: PositionedToken = makeToken(type, tag, nesting);
      token.offset = this.pos;
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      let meta: StateInline['tokens_meta'][number];
      if (nesting > 0) {
        this.level++;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
        meta = { delimiters: this.delimiters };
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(meta);
      return token;
    },
  },
});
