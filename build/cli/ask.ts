/**
 * Questions on a terminal.
 */
import { createInterface } from 'node:readline/promises';
import { printable } from '../diagnostics/printable.ts';
import { InterruptedError } from './errors.ts';

export interface TerminalQuestion {
  readonly text: string;
  readonly choices?: readonly { readonly value: string; readonly label?: string }[];
  readonly isOpen?: boolean;
  readonly several?: boolean;
  readonly proposal?: string;
  readonly isPlaceHolder?: boolean;
}

export interface Terminal {
  /**
   * @param isRepeated whether the same has just been asked: then its words still stand above
   * @throws InterruptedError on Ctrl-C and at the end of the input
   */
  ask(name: string, question: TerminalQuestion, isRepeated?: boolean): Promise<string>;
  tell(text: string): void;
  close(): void;
}

/** More choices than fit on a screen are named when the first letters of one are followed by the Tab key. */
const mostShown = 16;

export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  isTerminal?: boolean,
): Terminal {
  let values: readonly string[] = [];
  const lines = createInterface({
    input,
    output,
    ...(isTerminal !== undefined && { terminal: isTerminal }),
    completer: (line: string) => complete(line, values),
  });
  const interrupted = new Promise<never>((_, reject) => {
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => reject(new InterruptedError('no more answers')));
  });
  // It may come while nothing is asked.
  interrupted.catch(() => {});
  return {
    async ask(name, question, isRepeated = false) {
      values = (question.choices ?? []).map((choice) => choice.value);
      if (!isRepeated) output.write(`\n${describe(question)}`);
      const answer = await Promise.race([lines.question(`${name}${inBrackets(question)}: `), interrupted]);
      return answer.trim() === '' ? (question.proposal ?? '') : withoutNumbers(answer, question);
    },
    tell: (text) => void output.write(`${text}\n`),
    close: () => lines.close(),
  };
}

function describe({ text, choices = [], isOpen = false, several = false }: TerminalQuestion): string {
  const shown = choices.slice(0, mostShown);
  const widest = Math.max(0, ...shown.map(({ value }) => value.length));
  const list = shown.map(({ value, label }, index) =>
    printable(`  ${String(index + 1).padStart(2)}  ${value.padEnd(widest)}  ${label ?? ''}`).trimEnd(),
  );
  if (choices.length > mostShown)
    list.push(`      … and ${choices.length - mostShown} more: the Tab key completes a name`);
  const how = [
    ...(several && choices.length > 0 ? ['one or more, divided by commas'] : []),
    ...(isOpen && several ? ['others can be written, too'] : []),
  ];
  return [printable(text), ...list, ...(how.length > 0 ? [`      ${how.join('; ')}`] : []), ''].join('\n');
}

function inBrackets({ proposal, isPlaceHolder }: TerminalQuestion): string {
  if (proposal === undefined) return '';
  return ` [${isPlaceHolder || proposal === '' ? 'Enter: later' : printable(proposal)}]`;
}

/** `2` is the second choice, where no choice is called so. */
function withoutNumbers(answer: string, { choices = [], several = false }: TerminalQuestion): string {
  const chosen = (word: string): string => {
    const isValue = choices.some(({ value }) => value === word);
    const byNumber = /^\d+$/.test(word) ? choices.slice(0, mostShown)[Number(word) - 1] : undefined;
    return isValue ? word : (byNumber?.value ?? word);
  };
  return several
    ? answer
        .split(',')
        .map((word) => chosen(word.trim()))
        .join(',')
    : chosen(answer.trim());
}

/** Completes the last of several words. */
function complete(line: string, values: readonly string[]): [string[], string] {
  const start = line.slice(line.lastIndexOf(',') + 1).trimStart();
  return [values.filter((value) => value.startsWith(start)), start];
}
