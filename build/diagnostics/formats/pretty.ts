import type { Diagnostic } from '../diagnostic.ts';
import { printable, printableLine } from '../printable.ts';
import type { Report } from '../report.ts';

/**
 * The report for people: each fault with the line that it is on, and the way out.
 *
 * ```
 * content/shared/courses/play/index.en.md:4:8 error front-matter/enum
 *   level: "begginer" is not one of: beginner, intermediate, advanced
 *     4 | level: begginer
 *       |        ^^^^^^^^
 *   help: did you mean "beginner"?
 * ```
 */
export function formatPretty(report: Report): string {
  const faults = report.diagnostics.map((diagnostic) =>
    formatFault(diagnostic, report.linesOf(diagnostic.file)[diagnostic.line - 1]),
  );
  return [...faults, summaryLine(report)].join('\n\n');
}

function formatFault(diagnostic: Diagnostic, source: string | undefined): string {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const lines = [
    `${printable(file)}:${line}:${column} ${severity} ${code}`,
    `  ${printable(message)}`,
    ...codeFrame(diagnostic, source),
  ];
  if (hint !== undefined) lines.push(`  help: ${printable(hint)}`);
  return lines.join('\n');
}

/** More would be broken by the terminal, away from its carets. */
const widest = 100;

/** The line with a row of carets below the fault; of a long line the part around it. */
function codeFrame({ line, column, endLine, endColumn }: Diagnostic, source: string | undefined): string[] {
  if (source === undefined || source.trim() === '') return [];
  const start = Math.min(column - 1, source.length);
  const from = Math.max(0, Math.min(start - widest / 2, source.length - widest));
  const to = Math.min(source.length, from + widest);
  const end = Math.max(start, Math.min(endLine > line ? source.trimEnd().length : endColumn - 1, to));
  const [before, after] = [from > 0 ? '…' : '', to < source.length ? '…' : ''];
  const margin = ' '.repeat(String(line).length);
  const indent = widthOf(before + source.slice(from, start));
  return [
    `    ${line} | ${(before + printableLine(source.slice(from, to)) + after).trimEnd()}`,
    `    ${margin} | ${' '.repeat(indent)}${'^'.repeat(Math.max(1, widthOf(source.slice(start, end))))}`,
  ];
}

/** Columns on a terminal: marks over a letter take none, an emoji or a Chinese character two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /^[\p{M}\u200b-\u200d]$/u.test(character)
      ? 0
      : /^[\p{Emoji_Presentation}\p{Script=Han}]$/u.test(character)
        ? 2
        : 1;
  return width;
}

function summaryLine({ summary: { files, errors, warnings, infos } }: Report): string {
  const parts = [
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    ...(infos > 0 ? [plural(infos, 'note')] : []),
  ];
  return `${plural(files, 'file')} checked: ${parts.join(', ')}`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
