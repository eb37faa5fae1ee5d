/**
 * Reads a quiz out of the Markdown between `::: quiz #id` and `:::`.
 *
 * Out: data, because a quiz becomes a form, an answer key and an exchange format. A quiz with a fault is reported and
 * left out.
 */
import type { Quiz, RichText } from '../../../templates/model/body.ts';
import type { Block } from '../blocks.ts';
import { containerOf } from '../container-rule.ts';
import type { Rendering } from '../rendering.ts';
import { readChoice } from './choice.ts';
import { readMatch } from './match.ts';
import { readOrder } from './order.ts';
import { readPrompt, reportLeftovers } from './prompt.ts';
import { type QuizName, quizIdOf } from './quiz-names.ts';
import { QuizSource } from './quiz-source.ts';
import { readReflect } from './reflect.ts';
import { readShort } from './short.ts';

export function renderQuiz(rendering: Rendering, open: number, close: number, name: QuizName): void {
  const token = rendering.tokens[open];
  if (token === undefined) return;
  const source = new QuizSource(rendering, open, close);
  rendering.out.endBlock();
  const { isInQuiz } = rendering;
  rendering.isInQuiz = true;
  const id = readId(source, name, containerOf(token).info);
  const content = name === 'short' ? readShort(source) : readList(source, name);
  rendering.isInQuiz = isInQuiz;
  if (id === undefined || content === undefined || source.isFaulty) return;
  const quiz: Quiz = { id, ...content };
  rendering.quizzes.push(quiz);
  rendering.out.part({ kind: 'quiz', quiz });
}

function readId(source: QuizSource, name: QuizName, info: string): string | undefined {
  const { rendering, line } = source;
  const example = `::: ${name} #q1`;
  const [word = ''] = info.split(/\s/, 1);
  const id = quizIdOf(info);
  if (id === undefined) {
    if (word.startsWith('#'))
      source.faultAt(
        'quiz/id',
        line,
        word,
        `"${word}" is no name for a quiz: it consists of small Latin letters, digits and hyphens`,
        `write it as in ${example}`,
      );
    else
      source.fault(
        'quiz/id',
        line,
        'this quiz has no name, under which answers are kept',
        `write ${example}, with the same name in every language`,
      );
    return undefined;
  }
  const first = rendering.quizPositions.get(id);
  if (first !== undefined) {
    source.faultAt(
      'quiz/duplicate-id',
      line,
      word,
      `there is already a quiz #${id} in this text, on line ${first.line}`,
      'give each quiz a name of its own',
    );
    return undefined;
  }
  rendering.quizPositions.set(id, rendering.positions.word(line, word));
  const rest = info.slice(word.length).trim();
  if (rest !== '')
    source.faultAt(
      'quiz/leftover',
      line,
      rest,
      `"${rest}" cannot stand after the name of a quiz`,
      'write the question on the lines below',
    );
  return id;
}

function readList(source: QuizSource, name: Exclude<QuizName, 'short'>) {
  const wanted = name === 'order' ? 'ordered_list_open' : 'bullet_list_open';
  const listAt = source.blocks.findIndex(({ token }) => token.type === wanted);
  const before = listAt < 0 ? source.blocks : source.blocks.slice(0, listAt);
  const list = source.blocks[listAt];
  const prompt = readPrompt(source, before, name !== 'reflect');
  const content = list === undefined ? undefined : readItems(source, name, list, prompt);
  if (list === undefined) reportNoList(source, name);
  reportLeftovers(source, listAt < 0 ? [] : source.blocks.slice(listAt + 1));
  return content;
}

function readItems(source: QuizSource, name: Exclude<QuizName, 'short'>, list: Block, prompt: RichText) {
  switch (name) {
    case 'quiz':
      return readChoice(source, list, prompt);
    case 'match':
      return readMatch(source, list, prompt);
    case 'order':
      return readOrder(source, list, prompt);
    case 'reflect':
      return readReflect(source, list, prompt);
  }
}

function reportNoList(source: QuizSource, name: Exclude<QuizName, 'short'>): void {
  const { code, message, hint } = noList[name];
  source.fault(code, source.line, message, hint);
}

const noList = {
  quiz: {
    code: 'quiz/no-options',
    message: 'this quiz has no options',
    hint: 'write each on a line of its own: - [ ] …, and the right one: - [x] …',
  },
  match: {
    code: 'quiz/few-pairs',
    message: 'this quiz has no pairs',
    hint: 'write each on a line of its own: - left => right',
  },
  order: {
    code: 'quiz/few-items',
    message: 'this quiz has no numbered list to put in order',
    hint: 'write each item on a line of its own that begins with a number: 1. …',
  },
  reflect: {
    code: 'quiz/no-statements',
    message: 'there is nothing to think about here',
    hint: 'write each statement on a line of its own: - [ ] …',
  },
} as const;
