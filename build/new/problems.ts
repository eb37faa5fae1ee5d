import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { SourcePath } from '../model/paths.ts';
import type { NewContent } from '../pipeline/open-content.ts';
import type { Answers, Choice, Problem } from './form.ts';

/** What `check` would say, for whoever has not written the file yet. */
export const problemsOf = (diagnostics: readonly Diagnostic[]): readonly Problem[] =>
  diagnostics.map(({ severity, code, file, message, hint }) => ({
    severity,
    // These sentences have the file as their subject.
    message: /^(?:file|language|overlay)\//.test(code) ? `content/${file} ${message}` : message,
    // Nothing has a name yet that could be changed.
    hint: hint?.replace(/^rename (?:the folder|it, for example,?) to/, 'write'),
  }));

/** What is wrong with an answer that has to be one of the choices. */
export function checkChoice(name: string, answer: string, choices: readonly Choice[]): readonly Problem[] {
  const values = choices.map((choice) => choice.value);
  if (values.includes(answer)) return [];
  return [
    {
      severity: 'error',
      message: `${name}: "${answer}" is not one of: ${values.join(', ')}`,
      hint: didYouMean(answer, values) ?? 'write one of them',
    },
  ];
}

export const refusal = (message: string, hint?: string): Problem => ({
  severity: 'error',
  message,
  hint,
  isRefusal: true,
});

/** Nothing is ever written over. */
export const checkIsFree = (path: SourcePath, content: NewContent): readonly Problem[] =>
  content.has(path)
    ? [refusal(`content/${path} is there already`, 'nothing was changed; open that file')]
    : [];

/** The answer of an earlier step; it may be missing while flags are still being looked through. */
export const answerOf = (answers: Answers, flag: string): string => answers.get(flag) ?? '';
