/**
 * What has to be known before something new can be made, as data: the same steps are answered by flags and by a conversation.
 */
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { SourcePath } from '../model/paths.ts';
import type { NewContent } from '../pipeline/open-content.ts';

/** What can be made. */
export const kindsOfNew = [
  'course',
  'lesson',
  'material',
  'group',
  'page',
  'country',
  'translation',
  'patch',
] as const;

export type KindOfNew = (typeof kindsOfNew)[number];

/** As they were written, by the flag of their step; several in one are divided by commas. */
export type Answers = ReadonlyMap<string, string>;

export interface Form {
  /** In the order in which they are asked. */
  readonly steps: readonly Step[];
  /** What words that stand without a flag mean, by flag; nothing where one means nothing. */
  words(words: readonly string[]): Readonly<Record<string, string>> | undefined;
  /** @param answers one for each step that has a question; each has passed its check */
  plan(answers: Answers, content: NewContent): Plan;
}

export interface Step {
  /** `duration-minutes` */
  readonly flag: string;
  /**
   * What to ask, or nothing where the answers so far leave nothing to ask.
   *
   * @param answers those of earlier steps, and all that were given as flags
   */
  ask(answers: Answers, content: NewContent): Question | undefined;
  /** What is wrong with an answer, in the words of `check` where it knows the fault. */
  check(answer: string, answers: Answers, content: NewContent): readonly Problem[];
}

export interface Question {
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** The choices are what is at hand; others can be sound, too. */
  readonly isOpen?: boolean;
  /** Whether the answer may name several of them. */
  readonly several?: boolean;
  /** The answer of those who give none. */
  readonly proposal?: string;
  /** The proposal only says what is to be written there. */
  readonly isPlaceHolder?: boolean;
}

export interface Choice {
  readonly value: string;
  /** What it means, for those who do not know the value. */
  readonly label?: string;
}

export interface Problem {
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
  /** The answer is sound, but what it would make is there already, or cannot be made of this content. */
  readonly isRefusal?: boolean;
}

/** What would be done; nothing is written yet. */
export interface Plan {
  readonly files: readonly NewFile[];
  readonly edits: readonly Edit[];
  /** What the author does next: a sentence each. */
  readonly next: readonly string[];
}

export interface NewFile {
  readonly path: SourcePath;
  readonly text: string;
}

/** A change of a file that is there. */
export interface Edit {
  readonly path: SourcePath;
  /** With its own line ends and BOM. */
  readonly before: string;
  readonly after: string;
}
