/** `npm run new`: something new to begin with, by questions on a terminal or by flags. */
import { parseArgs } from 'node:util';
import { openTerminal } from '../build/cli/ask.ts';
import { UsageError } from '../build/cli/errors.ts';
import { hasErrors } from '../build/diagnostics/diagnostic.ts';
import { createReport, formatReport } from '../build/diagnostics/report.ts';
import { suggest } from '../build/diagnostics/suggest.ts';
import type { CountryFolders } from '../build/model/content-folders.ts';
import { describePlan, describeProblem, planAsJson } from '../build/new/describe.ts';
import { type Asker, fillForm } from '../build/new/fill-form.ts';
import { type Form, type KindOfNew, kindsOfNew, type Problem } from '../build/new/form.ts';
import { formOf } from '../build/new/new.ts';
import { ChangedMeanwhileError, writePlan } from '../build/new/write-plan.ts';
import { type NewContent, openContent } from '../build/pipeline/open-content.ts';
import { displayFolder, requireFolder } from './content-folder.ts';
import { countryDirOption, openCountryFolders } from './country-folders.ts';
import { type ExitCode, run } from './run.ts';

const flagsOf = (kind: KindOfNew): string =>
  formOf(kind)
    .steps.map(({ flag }) => `--${flag}`)
    .join(' ');

const usage = `usage: npm run new -- WHAT [NAME] [options]

${kindsOfNew.map((kind) => `  ${kind.padEnd(12)} ${flagsOf(kind)}`).join('\n')}

On a terminal, what the options do not say is asked; elsewhere the command says which are missing, and what they can be.
Several values in one option are divided by commas: --domains cognition,language-literacy

  --dry-run      show what would be made, and write nothing
  --json         ask nothing, and print what was made for a program
  --content DIR  the content folder (content)
  --country-dir CC=DIR
                 the part of a country that lies elsewhere, in place of countries/CC/; may be given again for others`;

await run(usage, async (args, signal) => {
  const isTerminal =
    process.stdin.isTTY === true && process.stdout.isTTY === true && !args.includes('--json');
  const terminal = isTerminal ? openTerminal(process.stdin, process.stdout) : undefined;
  try {
    const [first, ...others] = args;
    const isNamed = first !== undefined && !first.startsWith('-');
    const what = isNamed ? toKind(first) : await askForKind(terminal);
    return await makeNew(what, isNamed ? others : args, terminal, signal);
  } catch (error) {
    if (!(error instanceof ChangedMeanwhileError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    terminal?.close();
  }
});

type Terminal = ReturnType<typeof openTerminal>;

function toKind(word: string): KindOfNew {
  const kind = kindsOfNew.find((known) => known === word);
  if (kind !== undefined) return kind;
  const meant = suggest(word, kindsOfNew);
  throw new UsageError(
    `there is no "${word}" to be made${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  );
}

async function askForKind(terminal: Terminal | undefined): Promise<KindOfNew> {
  if (terminal === undefined) throw new UsageError(`say what to make: ${kindsOfNew.join(', ')}`);
  const question = { text: 'What do you want to make?', choices: kindsOfNew.map((value) => ({ value })) };
  for (let isRepeated = false; ; isRepeated = true) {
    const answer = await terminal.ask('what', question, isRepeated);
    const kind = kindsOfNew.find((known) => known === answer);
    if (kind !== undefined) return kind;
    terminal.tell(`"${answer}" is not one of: ${kindsOfNew.join(', ')}`);
  }
}

async function makeNew(
  what: KindOfNew,
  args: readonly string[],
  terminal: Terminal | undefined,
  signal: AbortSignal,
): Promise<ExitCode> {
  const form = formOf(what);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...Object.fromEntries(form.steps.map(({ flag }) => [flag, { type: 'string' } as const])),
      content: { type: 'string', default: 'content' },
      ...countryDirOption,
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const folder = String(values.content);
  const shownFolder = displayFolder(folder);
  await requireFolder(folder);
  const dirs = values['country-dir'] as readonly string[];
  const countryFolders = await openCountryFolders(dirs, folder, { mayBeEmpty: true });
  const content = openContent(folder, countryFolders);
  if (!isUsable(content)) {
    console.error('These faults have to be mended first:\n');
    console.error(
      formatReport(createReport(content.diagnostics, shownFolder, new Map(), countryFolders), 'pretty'),
    );
    return 1;
  }
  const given = givenAnswers(form, values, positionals);
  const asker = terminal && askerOn(terminal, shownFolder, countryFolders);
  const { answers, problems } = await fillForm(form, given, content, asker);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sentences = problems
    .map((problem) => describeProblem(problem, shownFolder, countryFolders))
    .join('\n');
  if (errors.some(({ isRefusal }) => !isRefusal)) throw new UsageError(sentences);
  if (sentences !== '') console.error(sentences);
  if (errors.length > 0) return 1;
  const plan = form.plan(answers, content);
  const isDone = !values['dry-run'];
  if (isDone) await writePlan(plan, folder, { countryFolders, signal });
  console.log(
    values.json === true
      ? planAsJson(what, plan, isDone)
      : describePlan(plan, shownFolder, isDone, countryFolders),
  );
  return 0;
}

/** A first country can only be made while there is none. */
function isUsable({ diagnostics }: NewContent): boolean {
  return !hasErrors(diagnostics.filter(({ code }) => code !== 'country/missing'));
}

function givenAnswers(
  form: Form,
  values: Readonly<Record<string, unknown>>,
  positionals: readonly string[],
): ReadonlyMap<string, string> {
  const words = form.words(positionals);
  if (words === undefined) throw new UsageError(`too many words without an option: ${positionals.join(' ')}`);
  const flags = form.steps.flatMap(({ flag }) => {
    const value = values[flag];
    return typeof value === 'string' ? [[flag, value] as const] : [];
  });
  return new Map([...Object.entries(words), ...flags]);
}

function askerOn(terminal: Terminal, folder: string, countryFolders: CountryFolders): Asker {
  return {
    ask: (flag, question, isRepeated) => terminal.ask(flag, question, isRepeated),
    tell: (problems: readonly Problem[]) => {
      for (const problem of problems) terminal.tell(describeProblem(problem, folder, countryFolders));
    },
  };
}
