import type { Quiz } from '../../templates/model/body.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Folder, Text } from '../model/catalogue.ts';
import type { RenderedBodies, RenderedBody } from '../model/rendered.ts';

/** A learner's answers hang on the ids of quizzes, so that these must be the same in every language. */
export function checkQuizzes(folder: Folder, bodies: RenderedBodies): Diagnostic[] {
  const original = folder.original === undefined ? undefined : folder.texts.get(folder.original);
  const rendered = original === undefined ? undefined : bodies.get(original.path);
  if (original === undefined || rendered === undefined) return [];
  return [...folder.texts.values()]
    .filter((text) => text !== original)
    .flatMap((text) => compare(text, original, rendered, bodies));
}

function compare(text: Text, original: Text, expected: RenderedBody, bodies: RenderedBodies): Diagnostic[] {
  const rendered = bodies.get(text.path);
  if (rendered === undefined || !text.hasBody) return [];
  const found = new Map(rendered.body.quizzes.map((quiz) => [quiz.id, quiz]));
  const wanted = new Map(expected.body.quizzes.map((quiz) => [quiz.id, quiz]));
  const at = (id: string) => rendered.quizPositions.get(id) ?? text.positions.key(['title']);
  const fault = (id: string, message: string, hint: string): Diagnostic => ({
    code: 'quiz/translation',
    severity: 'error',
    file: text.path,
    ...at(id),
    message,
    hint,
  });
  // A quiz with a fault of its own is there, although nothing is known of it.
  const extra = [...found.keys()].filter((id) => !expected.quizPositions.has(id));
  const lacking = [...wanted.keys()].filter((id) => !rendered.quizPositions.has(id));
  const isRenamed = extra.length === lacking.length;
  return [
    ...extra.map((id, index) =>
      fault(
        id,
        `the quiz #${id} is not in the original ${original.path}`,
        isRenamed
          ? `write #${lacking[index]}: answers hang on the names of quizzes`
          : 'remove it, or add it to the original',
      ),
    ),
    ...(isRenamed ? [] : lacking).map((id) =>
      fault(
        id,
        `the quiz #${id} of the original is missing here`,
        'quizzes keep their ids in every translation',
      ),
    ),
    ...[...found.values()].flatMap((quiz) => {
      const twin = wanted.get(quiz.id);
      if (twin === undefined) return [];
      const difference = differenceOf(quiz, twin);
      return difference === undefined
        ? []
        : [
            fault(
              quiz.id,
              `the quiz #${quiz.id} ${difference}`,
              'translate the words and keep the structure of the original',
            ),
          ];
    }),
  ];
}

function differenceOf(quiz: Quiz, original: Quiz): string | undefined {
  if (quiz.kind !== original.kind)
    return `is of the kind "${quiz.kind}"; in the original it is "${original.kind}"`;
  const [here, there] = [sizeOf(quiz), sizeOf(original)];
  if (here !== there) return `has ${here} answers; in the original it has ${there}`;
  if (quiz.kind !== 'choice' || original.kind !== 'choice') return undefined;
  return quiz.options.some((option, index) => option.correct !== original.options[index]?.correct)
    ? 'marks other answers as right than the original'
    : undefined;
}

/** Translations of a short answer may accept more or fewer wordings. */
function sizeOf(quiz: Quiz): number {
  switch (quiz.kind) {
    case 'choice':
      return quiz.options.length;
    case 'match':
      return quiz.pairs.length;
    case 'order':
      return quiz.items.length;
    case 'reflect':
      return quiz.statements.length;
    case 'short':
      return 1;
  }
}
