import type { Token } from 'markdown-it';

/** A block among its siblings: where its tokens begin and where they end (inclusive). */
export interface Block {
  readonly open: number;
  readonly close: number;
  readonly token: Token;
}

/** Returns the blocks that stand directly between two tokens, `to` exclusive. */
export function blocksBetween(tokens: readonly Token[], from: number, to: number): Block[] {
  const blocks: Block[] = [];
  for (let open = from; open < to; ) {
    const close = closeOf(tokens, open, to);
    const token = tokens[open];
    if (token !== undefined) blocks.push({ open, close, token });
    open = close + 1;
  }
  return blocks;
}

/** Returns where the block that opens at an index closes; the index itself for a block of one token. */
export function closeOf(tokens: readonly Token[], open: number, to: number = tokens.length): number {
  let depth = 0;
  for (let at = open; at < to; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth <= 0) return at;
  }
  return to - 1;
}
