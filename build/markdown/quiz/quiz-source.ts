import type { Token } from 'markdown-it';
import type { RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { blocksBetween } from '../blocks.ts';
import { renderBlocks } from '../render-blocks.ts';
import { renderTokens } from '../render-inline.ts';
import type { Rendering } from '../rendering.ts';

/** What a quiz is read from. Everything in it is rendered, faulty or not, so that its own faults are found as well. */
export class QuizSource {
  readonly rendering: Rendering;
  readonly blocks: readonly Block[];
  /** Of the opening line, from 0. */
  readonly line: number;
  /** Something was wrong: there will be no quiz. */
  isFaulty = false;

  constructor(rendering: Rendering, open: number, close: number) {
    this.rendering = rendering;
    this.blocks = blocksBetween(rendering.tokens, open + 1, close);
    this.line = rendering.tokens[open]?.map?.[0] ?? rendering.line;
  }

  /** Reports a fault of a line. */
  fault(code: string, line: number, message: string, hint: string): void {
    this.faultAt(code, line, '', message, hint);
  }

  /** Reports a fault of a word in a line. */
  faultAt(code: string, line: number, word: string, message: string, hint: string): void {
    const { positions } = this.rendering;
    this.isFaulty = true;
    this.rendering.error(
      code,
      word === '' ? positions.line(line) : positions.word(line, word),
      message,
      hint,
    );
  }

  /** Renders whole blocks. */
  text(blocks: readonly Block[]): RichText {
    const { out } = this.rendering;
    return out.aside(() => {
      for (const { open, close } of blocks) renderBlocks(this.rendering, open, close + 1);
    });
  }

  /** Renders a part of a paragraph. */
  words(tokens: readonly Token[], block: Token): RichText {
    const { out } = this.rendering;
    if (block.map !== null) this.rendering.line = block.map[0];
    return out.aside(() => renderTokens(tokens, block, this.rendering));
  }

  blocksIn(block: Block): Block[] {
    return blocksBetween(this.rendering.tokens, block.open + 1, block.close);
  }

  /** The blocks of each item of a list. */
  items(list: Block): (Block & { readonly blocks: readonly Block[] })[] {
    return this.blocksIn(list).map((item) => ({ ...item, blocks: this.blocksIn(item) }));
  }

  /** The text of a paragraph. */
  inline(paragraph: Block | undefined): Token | undefined {
    return paragraph?.token.type === 'paragraph_open' ? this.rendering.tokens[paragraph.open + 1] : undefined;
  }

  lineOf(block: Block): number {
    return block.token.map?.[0] ?? this.rendering.tokens[block.open + 1]?.map?.[0] ?? this.line;
  }
}

/** Leaves the first characters of a text out. */
export function withoutStart(tokens: readonly Token[], length: number): Token[] {
  const [first, ...others] = tokens;
  if (first === undefined) return [];
  return [withContent(first, first.content.slice(length).trimStart()), ...others];
}

export const withContent = (token: Token, content: string): Token =>
  Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token, { content });
