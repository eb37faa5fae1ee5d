import type { Diagnostic, Severity } from '../diagnostic.ts';
import { groupByFile } from '../order.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { lineOf } from './lines.ts';

/**
 * Workflow commands of GitHub Actions, which show each fault beside its line in a pull request.
 *
 * GitHub takes ten of each severity from a step and drops the rest: the most useful ones are commands, all others lines of the log.
 */
export function formatGithub({ diagnostics }: Report): string {
  const ordered = groupByFile(diagnostics).flatMap(({ faults }) => faults);
  const bySeverity = Object.keys(commands).map((severity) =>
    ordered.filter((fault) => fault.severity === severity),
  );
  const annotated = bySeverity.flatMap((faults) => faults.slice(0, mostOfSeverity));
  const rest = bySeverity.flatMap((faults) => faults.slice(mostOfSeverity));
  return [
    ...annotated.map(commandOf),
    ...(rest.length > 0 ? [`::group::and ${rest.length} more`, ...rest.map(plainLine), '::endgroup::'] : []),
  ].join('\n');
}

const mostOfSeverity = 10;

/** The dash keeps what a file says from being a command. */
const plainLine = (fault: Diagnostic): string => `- ${lineOf(fault)}`;

function commandOf({
  severity,
  file,
  line,
  column,
  endLine,
  endColumn,
  code,
  message,
  hint,
}: Diagnostic): string {
  const place = `file=${property(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(code)}`;
  return `::${commands[severity]} ${place}::${[message, ...(hint === undefined ? [] : [hint])].map(data).join('%0A')}`;
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A line break would begin a command of the file's own. */
const data = (text: string): string => printable(text).replaceAll('%', '%25');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
