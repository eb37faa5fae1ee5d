import type { ChoiceOption, ChoiceQuiz, RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { readMarked } from './marked-item.ts';
import type { QuizSource } from './quiz-source.ts';

/** Reads `- [x] option` with an optional `> reply` below it. */
export function readChoice(source: QuizSource, list: Block, prompt: RichText): Omit<ChoiceQuiz, 'id'> {
  const options: ChoiceOption[] = source.items(list).map((item) => {
    const [paragraph, ...below] = item.blocks;
    const { text, isMarked } = readMarked(source, item, paragraph);
    const replies = below.filter(({ token }) => token.type === 'blockquote_open');
    reportOthers(source, below);
    return {
      text,
      correct: isMarked,
      feedback: source.text(replies.flatMap((reply) => source.blocksIn(reply))),
    };
  });
  const correct = options.filter((option) => option.correct).length;
  if (!source.isFaulty) {
    if (options.length === 1)
      source.fault(
        'quiz/one-option',
        source.lineOf(list),
        'this quiz has only one option, which leaves nothing to choose',
        'add another one: - [ ] …',
      );
    if (correct === 0)
      source.fault(
        'quiz/no-correct',
        source.lineOf(list),
        'no option of this quiz is marked as right',
        'put an x into the box of each right one: - [x] …',
      );
  }
  return { kind: 'choice', prompt, multiple: correct > 1, options };
}

function reportOthers(source: QuizSource, below: readonly Block[]): void {
  for (const block of below) {
    if (block.token.type === 'blockquote_open') continue;
    source.text([block]);
    source.fault(
      'quiz/leftover',
      source.lineOf(block),
      'an option is one paragraph, with a reply below it',
      'begin the reply with >, or write a new option: - [ ] …',
    );
  }
}
