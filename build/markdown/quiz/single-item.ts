import type { Token } from 'markdown-it';
import type { Block } from '../blocks.ts';
import { plainTextOf } from '../plain-text.ts';
import type { QuizSource } from './quiz-source.ts';

/** The text of an item that consists of one paragraph; more is reported. */
export function readSingle(
  source: QuizSource,
  item: Block & { readonly blocks: readonly Block[] },
): Token | undefined {
  const [paragraph, ...others] = item.blocks;
  const inline = source.inline(paragraph);
  const [surplus] = inline === undefined ? item.blocks : others;
  if (surplus !== undefined) {
    source.text(inline === undefined ? item.blocks : others);
    source.fault(
      'quiz/leftover',
      source.lineOf(surplus),
      'an item of this quiz is one paragraph',
      'write it on one line, and each item on a line of its own',
    );
  } else if (inline === undefined || plainTextOf(inline.children ?? []) === '') {
    source.fault(
      'quiz/empty-option',
      source.lineOf(item),
      'this item has no words',
      'write them after its mark, or remove the line',
    );
    return undefined;
  }
  return inline;
}
