import type { Body, Quiz, RichText } from '../../templates/model/body.ts';
import { type ConvertText, convertRichText } from './markup.ts';

/** Converts a body with all that stands in it; ids stay, so that links and answers on the device fit both scripts. */
export function convertBody(body: Body, convert: ConvertText): Body {
  return {
    parts: convertParts(body.parts, convert),
    headings: body.headings.map((heading) => ({ ...heading, text: convert(heading.text) })),
    quizzes: body.quizzes.map((quiz) => convertQuiz(quiz, convert)),
    plainText: convert(body.plainText),
  };
}

function convertParts(parts: RichText, convert: ConvertText): RichText {
  return convertRichText(parts, convert).map((part) =>
    typeof part === 'object' && part.kind === 'quiz'
      ? { ...part, quiz: convertQuiz(part.quiz, convert) }
      : part,
  );
}

function convertQuiz(quiz: Quiz, convert: ConvertText): Quiz {
  const rich = (text: RichText): RichText => convertRichText(text, convert);
  const prompt = rich(quiz.prompt);
  switch (quiz.kind) {
    case 'choice':
      return {
        ...quiz,
        prompt,
        options: quiz.options.map((option) => ({
          ...option,
          text: rich(option.text),
          feedback: rich(option.feedback),
        })),
      };
    case 'match':
      return {
        ...quiz,
        prompt,
        pairs: quiz.pairs.map(({ left, right }) => ({ left: rich(left), right: rich(right) })),
      };
    case 'order':
      return { ...quiz, prompt, items: quiz.items.map(rich) };
    case 'short':
      return { ...quiz, prompt, answers: bothScripts(quiz.answers, convert) };
    case 'reflect':
      return { ...quiz, prompt, statements: quiz.statements.map(rich) };
  }
}

/** Whoever reads one script may type the other. */
const bothScripts = (answers: readonly string[], convert: ConvertText): string[] => [
  ...new Set([...answers.map(convert), ...answers]),
];
