import type { ReflectQuiz, RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { readMarked } from './marked-item.ts';
import type { QuizSource } from './quiz-source.ts';

/** Reads `- [ ] statement`; the question is optional, and no statement is right or wrong. */
export function readReflect(source: QuizSource, list: Block, prompt: RichText): Omit<ReflectQuiz, 'id'> {
  const statements = source.items(list).map((item) => {
    const [paragraph, ...below] = item.blocks;
    const { text, isMarked } = readMarked(source, item, paragraph);
    if (isMarked)
      source.fault(
        'quiz/reflect-mark',
        source.lineOf(item),
        'a statement to think about is neither right nor wrong',
        'leave its box empty: - [ ] …',
      );
    const [surplus] = below;
    if (surplus !== undefined) {
      source.text(below);
      source.fault(
        'quiz/leftover',
        source.lineOf(surplus),
        'a statement is one paragraph',
        'write it on one line, and each statement on a line of its own',
      );
    }
    return text;
  });
  return { kind: 'reflect', prompt, statements };
}
