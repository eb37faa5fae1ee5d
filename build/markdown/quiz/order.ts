import type { OrderQuiz, RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import type { QuizSource } from './quiz-source.ts';
import { readSingle } from './single-item.ts';

/** Reads a numbered list, which is in the right order. */
export function readOrder(source: QuizSource, list: Block, prompt: RichText): Omit<OrderQuiz, 'id'> {
  const items = source.items(list).flatMap((item) => {
    const inline = readSingle(source, item);
    return inline === undefined ? [] : [source.words(inline.children ?? [], inline)];
  });
  if (items.length < 2 && !source.isFaulty) {
    source.fault(
      'quiz/few-items',
      source.lineOf(list),
      'this quiz has only one item, which leaves nothing to put in order',
      'add another one: 2. …',
    );
  }
  return { kind: 'order', prompt, items };
}
