/**
 * What every command does around its own work: exit codes, sentences in place of stack traces, Ctrl-C.
 */
import { EnvironmentError, explainSystemError, UsageError } from '../build/cli/errors.ts';

/** 0 done, 1 the content has faults, 2 wrong usage, 3 the machine failed, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/**
 * Runs a command and ends the process with its exit code.
 *
 * @param work gets a signal that is aborted by Ctrl-C
 */
export async function run(
  usage: string,
  work: (args: readonly string[], signal: AbortSignal) => Promise<ExitCode>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(usage);
    return;
  }
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interrupt.abort());
  try {
    process.exitCode = await work(args, interrupt.signal);
  } catch (error) {
    process.exitCode = report(error, usage, interrupt.signal);
  }
}

function report(error: unknown, usage: string, signal: AbortSignal): ExitCode {
  if (signal.aborted) {
    console.error('interrupted; nothing was left half-written');
    return 130;
  }
  if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const sentence = error instanceof EnvironmentError ? error.message : explainSystemError(error);
  if (sentence !== undefined) {
    console.error(sentence);
    return 3;
  }
  // A fault of ours: an author cannot mend it, whoever develops needs the stack.
  const details = error instanceof Error ? error : new Error(String(error));
  console.error(`This is a fault of the program, not of your content: ${shorten(details.message)}`);
  console.error(
    process.env['PASSPORT_DEBUG'] === undefined
      ? 'Run the command again with PASSPORT_DEBUG=1 in the environment for the details, and report them.'
      : details.stack,
  );
  return 3;
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** `parseArgs` throws these for unknown options and missing values. */
const isArgumentError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
