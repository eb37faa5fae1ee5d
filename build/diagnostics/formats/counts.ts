import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Report } from '../report.ts';

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `98 files checked: 1 error, 0 warnings` */
export function summaryLine({ summary: { files, errors, warnings, infos } }: Report): string {
  const parts = [
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    ...(infos > 0 ? [plural(infos, 'note')] : []),
  ];
  return `${plural(files, 'file')} checked: ${parts.join(', ')}`;
}

/** `3 errors, 1 warning`, of those that there are. */
export function countFaults(faults: readonly Diagnostic[]): string {
  return (Object.entries(nouns) as [Severity, string][])
    .map(([severity, noun]) => [faults.filter((fault) => fault.severity === severity).length, noun] as const)
    .filter(([count]) => count > 0)
    .map(([count, noun]) => plural(count, noun))
    .join(', ');
}

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
