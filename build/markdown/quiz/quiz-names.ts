import { detached } from '../detached.ts';

export const quizNames = ['quiz', 'match', 'order', 'short', 'reflect'] as const;

export type QuizName = (typeof quizNames)[number];

export const isQuizName = (name: string): name is QuizName => (quizNames as readonly string[]).includes(name);

/** The id of a quiz, the first word behind its name: `#q1`. */
export function quizIdOf(info: string): string | undefined {
  const id = /^#([a-z0-9-]+)(?=\s|$)/.exec(info)?.[1];
  return id && detached(id);
}
