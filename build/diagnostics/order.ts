import type { Diagnostic, Severity } from './diagnostic.ts';

/** Faults of one file, the most useful first. */
export interface FileFaults {
  readonly file: string;
  readonly faults: readonly Diagnostic[];
}

/**
 * Groups faults by file. Files with errors come before those with warnings, and among these what others may follow from: a name, an
 * encoding, the settings of all texts, fields that cannot be read; links come last, for they often break by one of the former.
 */
export function groupByFile(diagnostics: readonly Diagnostic[]): FileFaults[] {
  const groups = [...Map.groupBy(diagnostics, ({ file }) => file)].map(([file, faults]) => ({
    file,
    faults: faults.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
    rank: Math.min(...faults.map(rankOf)),
  }));
  return groups.toSorted((a, b) => a.rank - b.rank || (a.file < b.file ? -1 : 1));
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

const rankOf = ({ severity, file, code }: Diagnostic): number =>
  severities.indexOf(severity) * 10 + (settings.test(file) ? 0 : (ranks.get(code.split('/')[0] ?? '') ?? 2));

/** Every text is read with them. */
const settings = /(^|\/)(site\.yml|taxonomy\/.*|country\.yml)$/;

/** By the area of a fault. */
const ranks: ReadonlyMap<string, number> = new Map([
  ['file', 0],
  ['site', 0],
  ['taxonomy', 0],
  ['country', 0],
  ['front-matter', 1],
  ['reference', 3],
  ['link', 3],
  ['output', 3],
  ['page', 3],
]);
