import type { NewContent } from '../pipeline/open-content.ts';
import type { Answers, Form, Problem, Question, Step } from './form.ts';

/** Whoever can be asked. */
export interface Asker {
  /** @returns the values that were answered, divided by commas; the proposal where nothing was */
  ask(flag: string, question: Question, isRepeated: boolean): Promise<string>;
  /** Shows what is wrong with an answer, or worth a thought. */
  tell(problems: readonly Problem[]): void;
}

export interface FilledForm {
  readonly answers: Answers;
  /** Nothing can be made while one of them is an error. Where something is refused, nothing else is worth a word. */
  readonly problems: readonly Problem[];
}

/**
 * Collects and checks an answer to every step: from flags, else from whoever can be asked, else as proposed.
 *
 * @param given by flag
 * @param asker without one, all that is missing or wrong is found in one run
 */
export async function fillForm(
  form: Form,
  given: Answers,
  content: NewContent,
  asker?: Asker,
): Promise<FilledForm> {
  const answers = new Map(given);
  const problems: Problem[] = [];
  for (const step of form.steps) {
    const question = step.ask(answers, content);
    if (question === undefined) {
      answers.delete(step.flag);
      continue;
    }
    const written = given.get(step.flag) ?? (asker === undefined ? question.proposal : undefined);
    const found =
      written === undefined
        ? asker === undefined
          ? [missing(step, question)]
          : undefined
        : step.check(written, answers, content);
    if (asker !== undefined && (found === undefined || found.some(isError))) {
      asker.tell(found ?? []);
      answers.set(step.flag, await askUntilSound(step, question, answers, content, asker));
      continue;
    }
    if (asker === undefined) problems.push(...(found ?? []));
    else asker.tell(found ?? []);
    if (written !== undefined) answers.set(step.flag, written);
  }
  const refusals = problems.filter(({ isRefusal }) => isRefusal);
  return { answers, problems: refusals.length > 0 ? refusals : problems };
}

/** What is only unusual is asked once more, so that it can be kept with Enter. */
async function askUntilSound(
  step: Step,
  question: Question,
  answers: Answers,
  content: NewContent,
  asker: Asker,
): Promise<string> {
  let unusual: string | undefined;
  for (let isRepeated = false; ; isRepeated = true) {
    const kept = unusual !== undefined && { proposal: unusual, isPlaceHolder: false };
    const answer = await asker.ask(step.flag, { ...question, ...kept }, isRepeated);
    if (answer === unusual) return answer;
    const problems = step.check(answer, answers, content);
    asker.tell(problems);
    if (problems.some(isError)) continue;
    if (!problems.some(({ severity }) => severity === 'warning')) return answer;
    unusual = answer;
  }
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

function missing({ flag }: Step, { text, choices = [], several, isOpen }: Question): Problem {
  const values = choices.map((choice) => choice.value);
  const shown = isOpen ? values.slice(0, mostExamples) : values;
  const which = `${several ? 'one or more (divided by commas)' : 'one'} ${isOpen ? 'such as' : 'of'}`;
  return {
    severity: 'error',
    message: `--${flag} is missing: ${text}`,
    hint: `write --${flag} ${values.length === 0 ? '"…"' : `with ${which}: ${shown.join(', ')}`}`,
  };
}

const mostExamples = 10;
