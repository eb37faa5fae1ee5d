/**
 * What every command does around its own work: exit codes, sentences in place of stack traces, Ctrl-C, a reader that leaves.
 */
import { EnvironmentError, explainSystemError, InterruptedError, UsageError } from '../build/cli/errors.ts';
import { printableLines } from '../build/diagnostics/printable.ts';

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
  const output = watchOutput(interrupt);
  try {
    process.exitCode = await work(args, interrupt.signal);
    if (output.fault !== undefined) throw output.fault;
  } catch (error) {
    process.exitCode = report(error, usage, interrupt.signal);
  }
}

/**
 * Ends the work when nobody reads what it prints (`npm run check | head -1`), without a word and with the exit code that it then
 * has. Any other fault of the output, a full disk for example, is kept for the end.
 */
function watchOutput(interrupt: AbortController): { readonly fault?: Error } {
  const output: { fault?: Error } = {};
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') interrupt.abort(readerLeft);
      else output.fault ??= error;
    });
  return output;
}

const readerLeft = new Error('Nobody reads the output any more.');

function report(error: unknown, usage: string, signal: AbortSignal): ExitCode {
  if (signal.aborted || error instanceof InterruptedError) {
    if (signal.reason !== readerLeft) console.error('interrupted; nothing was left half-written');
    return 130;
  }
  if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`${printableLines((error as Error).message)}\n\n${usage}`);
    return 2;
  }
  console.error(explainError(error));
  return 3;
}

/**
 * Returns what an error means for whoever runs the command: a sentence, and the stack only for those who ask for it. It may have in it
 * what a server or a memory stick has said, which must not play with the terminal.
 */
export const explainError = (error: unknown): string => printableLines(sentenceOf(error));

function sentenceOf(error: unknown): string {
  const sentence = error instanceof EnvironmentError ? error.message : explainSystemError(error);
  if (sentence !== undefined) return sentence;
  // A fault of ours: an author cannot mend it, whoever develops needs the stack.
  const details = error instanceof Error ? error : new Error(String(error));
  return `This is a fault of the program, not of your content: ${shorten(details.message)}
${
  process.env.PASSPORT_DEBUG === undefined
    ? 'Run the command again with PASSPORT_DEBUG=1 in the environment for the details, and report them.'
    : details.stack
}`;
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** `parseArgs` throws these for unknown options and missing values. */
const isArgumentError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
