/**
 * Finds answers that tell a reader nothing when she has chosen them.
 *
 * Only where another answer of the same text has its line: there one was forgotten. A text in which no answer has any says what it
 * does on purpose, and one sentence for each answer would hide what else there is to say of it.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Judged, warning } from './texts.ts';

export function checkFeedback({ text, body }: Judged): Diagnostic[] {
  const choices = body.body.quizzes.filter((quiz) => quiz.kind === 'choice');
  if (!choices.some(({ options }) => options.some(({ feedback }) => feedback.length > 0))) return [];
  return choices.flatMap(({ id, options }) =>
    options.flatMap(({ feedback }, index) =>
      feedback.length > 0
        ? []
        : [
            warning(
              text,
              'quiz/no-feedback',
              body.quizPositions.get(id) ?? text.positions.key(['title']),
              `answer ${index + 1} of the quiz #${id} does not say why it is right or wrong`,
              'write a line below the answer that begins with two spaces and >: the reader sees it when she checks her answer',
            ),
          ],
    ),
  );
}
