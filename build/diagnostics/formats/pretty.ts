import type { Diagnostic } from '../diagnostic.ts';
import { groupByFile } from '../order.ts';
import { printable, printableLine } from '../printable.ts';
import type { Report } from '../report.ts';
import { countFaults, plural, summaryLine } from './counts.ts';

/**
 * The report for people: by file, each fault with the line that it is on, and the way out.
 *
 * ```
 * content/shared/courses/play/index.en.md:4:8 error front-matter/enum
 *   level: "begginer" is not one of: beginner, intermediate, advanced
 *     4 | level: begginer
 *       |        ^^^^^^^^
 *   help: did you mean "beginner"?
 * ```
 *
 * Where there are very many, the first of each kind are shown and the others counted.
 */
export function formatPretty(report: Report): string {
  const groups = groupByFile(report.diagnostics);
  const shown = new Set(shownFaults(groups.flatMap(({ faults }) => faults)));
  const lastOfKind = new Map([...shown].map((fault) => [fault.code, fault]));
  const blocks = groups.flatMap(({ file, faults }) => [
    ...(faults.length > 1 && faults.some((fault) => shown.has(fault))
      ? [`${printable(file)}: ${countFaults(faults)}`]
      : []),
    ...faults
      .filter((fault) => shown.has(fault))
      .map((fault) => {
        const text = formatFault(fault, report.linesOf(file)[fault.line - 1]);
        return lastOfKind.get(fault.code) === fault
          ? text + others(report.diagnostics, shown, fault.code)
          : text;
      }),
  ]);
  return [...blocks, summaryLine(report)].join('\n\n');
}

/** So many can be read, whatever they are; of more, so many of each kind. */
const readable = { faults: 50, ofKind: 10 } as const;

const shownFaults = (faults: readonly Diagnostic[]): readonly Diagnostic[] =>
  faults.length <= readable.faults
    ? faults
    : [...Map.groupBy(faults, ({ code }) => code).values()].flatMap((kind) => kind.slice(0, readable.ofKind));

/** The line below the last shown fault of a kind. */
function others(all: readonly Diagnostic[], shown: ReadonlySet<Diagnostic>, code: string): string {
  const hidden = all.filter((fault) => fault.code === code && !shown.has(fault));
  if (hidden.length === 0) return '';
  const files = new Set(hidden.map(({ file }) => file)).size;
  return `\n  … and ${hidden.length} more of this kind, in ${plural(files, 'file')}`;
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
