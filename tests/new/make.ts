/** New content as `npm run new` makes it, without a process of its own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Asker, fillForm } from '../../build/new/fill-form.ts';
import type { KindOfNew, Plan, Problem } from '../../build/new/form.ts';
import { formOf } from '../../build/new/new.ts';
import { writePlan } from '../../build/new/write-plan.ts';
import { openContent } from '../../build/pipeline/open-content.ts';
import { checkContent } from '../../build/pipeline.ts';
import { lines } from '../support/content.ts';

export interface Made {
  readonly problems: readonly Problem[];
  /** Absent where nothing could be made. */
  readonly plan?: Plan;
  /** The text of the first new file. */
  readonly text: string;
}

export async function make(
  folder: string,
  kind: KindOfNew,
  flags: Readonly<Record<string, string>>,
  asker?: Asker,
): Promise<Made> {
  const content = openContent(folder);
  const form = formOf(kind);
  const { answers, problems } = await fillForm(form, new Map(Object.entries(flags)), content, asker);
  if (problems.some(({ severity }) => severity === 'error')) return { problems, text: '' };
  const plan = form.plan(answers, content);
  await writePlan(plan, folder);
  return { problems, plan, text: plan.files[0]?.text ?? '' };
}

/** What `check` finds in the whole folder. */
export async function faultsIn(folder: string): Promise<string[]> {
  const { diagnostics } = await checkContent({ contentFolder: folder, drafts: true });
  return lines(diagnostics);
}

export const read = (folder: string, file: string): Promise<string> =>
  readFile(path.join(folder, file), 'utf8');

/** A sentence with its hint, as it is shown. */
export const sentences = (problems: readonly Problem[]): string[] =>
  problems.map(({ message, hint }) => (hint === undefined ? message : `${message} (${hint})`));
