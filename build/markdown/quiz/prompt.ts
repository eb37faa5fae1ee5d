import type { RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import type { QuizSource } from './quiz-source.ts';

/** Reads the question, which is all that stands before the answers. */
export function readPrompt(source: QuizSource, blocks: readonly Block[], isRequired: boolean): RichText {
  checkBlocks(source, blocks);
  const prompt = source.text(blocks);
  if (isRequired && prompt.length === 0) {
    source.fault(
      'quiz/no-prompt',
      source.line,
      'this quiz asks nothing',
      'write the question above the answers, with an empty line between them',
    );
  }
  return prompt;
}

/** A question stands in a legend, which takes no headings (HTML standard), and no other container. */
function checkBlocks(source: QuizSource, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.token.type === 'heading_open' && block.token.markup === '=') {
      source.fault(
        'quiz/empty-option',
        source.lineOf(block) + 1,
        'a line of = alone makes a heading of the lines above it',
        'write the answer after the =, or remove the line',
      );
    } else if (block.token.type === 'heading_open') {
      source.fault(
        'quiz/leftover',
        source.lineOf(block),
        'a heading cannot stand inside a quiz',
        'write the question as an ordinary paragraph',
      );
    } else if (block.token.type === 'container_open') {
      source.fault(
        'quiz/leftover',
        source.lineOf(block),
        'a container cannot stand inside a quiz',
        'close the quiz with ::: first',
      );
    }
  }
}

/** Reports what stands behind the answers and belongs to nothing; it is rendered for its own faults. */
export function reportLeftovers(source: QuizSource, blocks: readonly Block[]): void {
  const [first] = blocks.filter(({ token }) => token.type !== 'container_stray');
  source.text(blocks);
  if (first === undefined) return;
  const line = source.lineOf(first);
  if (first.token.type === 'blockquote_open') {
    source.fault(
      'quiz/leftover',
      line,
      'this reply belongs to no option',
      'put two spaces before the >, so that it stands below its option',
    );
  } else {
    source.fault(
      'quiz/leftover',
      line,
      'this does not belong to the quiz',
      'close the quiz with ::: above it, or move it above the answers',
    );
  }
}
