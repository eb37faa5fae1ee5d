/** Asks on a terminal for what must not be seen there. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { printable } from '../diagnostics/printable.ts';
import { InterruptedError } from './errors.ts';

/**
 * @param input a terminal
 * @param output where the question stands; nothing of the answer does
 * @throws InterruptedError on Ctrl-C and at the end of the input
 */
export async function askSecret(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  output.write(`${printable(question)}: `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  // As a terminal, it is this program that echoes what is typed: into nothing.
  const lines = createInterface({ input, output: unseen, terminal: true, historySize: 0 });
  const interrupted = new Promise<never>((_, reject) => {
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => reject(new InterruptedError('no more answers')));
  });
  interrupted.catch(() => {});
  try {
    return await Promise.race([lines.question(''), interrupted]);
  } finally {
    lines.close();
    output.write('\n');
  }
}
