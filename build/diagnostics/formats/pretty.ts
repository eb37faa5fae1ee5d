import type { Diagnostic } from '../diagnostic.ts';
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
  const faults = report.diagnostics.map((diagnostic) => formatFault(diagnostic, report.textOf(diagnostic.file)));
  return [...faults, summaryLine(report)].join('\n\n');
}

function formatFault(diagnostic: Diagnostic, text: string | undefined): string {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const lines = [`${file}:${line}:${column} ${severity} ${code}`, `  ${printable(message)}`, ...codeFrame(diagnostic, text)];
  if (hint !== undefined) lines.push(`  help: ${printable(hint)}`);
  return lines.join('\n');
}

const widest = 100;

/** The line with a row of carets below the fault; the carets stand below the same columns in any font of fixed width. */
function codeFrame({ line, column, endLine, endColumn }: Diagnostic, text: string | undefined): string[] {
  const source = text?.split('\n', line)[line - 1];
  if (source === undefined || source.trim() === '') return [];
  const from = Math.max(0, Math.min(column - 1, source.length) - widest / 2);
  const shown = printable(source.slice(from, from + widest)).replaceAll('\t', ' ');
  const start = Math.min(column - 1 - from, shown.length);
  const end = endLine > line ? shown.trimEnd().length : Math.min(endColumn - 1 - from, shown.length);
  const margin = ' '.repeat(String(line).length);
  return [`    ${line} | ${shown.trimEnd()}`, `    ${margin} | ${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`];
}

/** Control characters would play with the terminal of whoever reads the report. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');

function summaryLine({ summary: { files, errors, warnings, infos } }: Report): string {
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), ...(infos > 0 ? [plural(infos, 'note')] : [])];
  return `${plural(files, 'file')} checked: ${parts.join(', ')}`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
