import type { Diagnostic } from '../diagnostic.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { summaryLine } from './counts.ts';

/** What `check --watch` prints before and behind each report. */
export const watchMarks = { begin: 'check: begins', end: 'check: ends, and waits for a change' } as const;

/** Of a line: file, line, column, end line, end column, severity, code, message. */
export const linePattern = /^(.+?):(\d+):(\d+)-(\d+):(\d+): (error|warning|info) (\S+): (.*)$/;

/**
 * One line for each fault, which editors read: `content/site.yml:4:8-4:16: error front-matter/enum: … (did you mean "beginner"?)`.
 */
export const formatLines = (report: Report): string =>
  [...report.diagnostics.map(lineOf), summaryLine(report)].join('\n');

export function lineOf({
  file,
  line,
  column,
  endLine,
  endColumn,
  severity,
  code,
  message,
  hint,
}: Diagnostic): string {
  const place = `${printable(file)}:${line}:${column}-${endLine}:${endColumn}`;
  return `${place}: ${severity} ${code}: ${printable(message)}${hint === undefined ? '' : ` (${printable(hint)})`}`;
}
