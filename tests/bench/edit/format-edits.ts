import { formatTable } from '../../../build/cli/format-table.ts';
import type { EditReport } from './bench-edits.ts';

/** Milliseconds from writing a file to the changed page. */
export function formatEdits({ pages, lessons, readyMs, cases }: EditReport): string {
  const ms = (value: number): string => `${Math.round(value)} ms`;
  return [
    `${pages} pages, ${lessons} texts of lessons; ready after ${seconds(readyMs.first)}, started again after ${seconds(readyMs.again)}`,
    formatTable([
      ['from writing a file to the changed page', 'median', 'least', 'most'],
      ...cases.map(({ name, summary }) => [name, ms(summary.median), ms(summary.least), ms(summary.most)]),
    ]),
  ].join('\n\n');
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
