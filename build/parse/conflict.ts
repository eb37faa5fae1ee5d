import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * Finds the first place where two versions of a file wait to be joined, as Git marks it: as words of a text they would be
 * published.
 */
export function findConflict(text: string, file: string): Diagnostic | undefined {
  // Nearly every text is let go here.
  if (!text.includes('<<<<<<<')) return undefined;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^<{7}(?: |$)/.test(line));
  const middle = first < 0 ? -1 : lines.indexOf('=======', first);
  const last = middle < 0 ? -1 : lines.findIndex((line, at) => at > middle && /^>{7}(?: |$)/.test(line));
  if (last < 0) return undefined;
  return {
    code: 'file/conflict',
    severity: 'error',
    file,
    line: first + 1,
    column: 1,
    endLine: first + 1,
    endColumn: (lines[first]?.length ?? 0) + 1,
    message: `two versions of this place, down to line ${last + 1}, have not been joined`,
    hint: 'keep what is right of the two, above and below "=======", and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>',
  };
}
