/** Words for the three that take them apart: the shell of the server, rsync, and we ourselves. */
import { UsageError } from '../../../cli/errors.ts';

/** One word for a POSIX shell. */
export const quoteForShell = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** A command for rsync's `-e`, which divides at spaces; a quote within quotes is written twice (rsync(1)). */
export const quoteForRsync = (words: readonly string[]): string =>
  words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`)).join(' ');

/**
 * Divides what a user wrote: `ssh -i "my key"`.
 *
 * @throws UsageError for a quote that is not closed
 */
export function wordsOf(command: string, variable: string): string[] {
  const words: string[] = [];
  const pattern = /\s*((?:[^\s'"]|'[^']*'|"[^"]*")+)/gy;
  for (let found = pattern.exec(command); found !== null; found = pattern.exec(command)) {
    words.push((found[1] ?? '').replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
    if (pattern.lastIndex >= command.trimEnd().length) return words;
  }
  throw new UsageError(`${variable} is no command: write it as "ssh -i KEY".`);
}
