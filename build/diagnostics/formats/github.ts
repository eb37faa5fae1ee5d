import type { Severity } from '../diagnostic.ts';
import { printable } from '../printable.ts';
import type { Report } from '../report.ts';

/** Workflow commands of GitHub Actions, which show each fault beside its line in a pull request. */
export function formatGithub({ diagnostics }: Report): string {
  return diagnostics
    .map(({ severity, file, line, column, endLine, endColumn, code, message, hint }) => {
      const place = `file=${property(file)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(code)}`;
      return `::${commands[severity]} ${place}::${[message, ...(hint === undefined ? [] : [hint])].map(data).join('%0A')}`;
    })
    .join('\n');
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** A line break would begin a command of the file's own. */
const data = (text: string): string => printable(text).replaceAll('%', '%25');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
