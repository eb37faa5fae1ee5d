import { formatTable } from '../../../build/cli/format-table.ts';
import type { Cost, ScaleRow } from './scale.ts';

/** Kilobytes, milliseconds and the longest task: of titles alone, with texts, and of plain Pagefind. */
export function formatScale(rows: readonly ScaleRow[]): string {
  const heading = ['kB', 'ms', 'stood still'];
  const cells = ({ bytes, milliseconds, longestTask }: Cost): string[] => [
    (bytes / 1000).toFixed(1),
    String(milliseconds),
    longestTask === 0 ? '-' : `${longestTask} ms`,
  ];
  return formatTable([
    ['', 'entries', 'titles:', '', '', 'and texts:', '', '', 'plain Pagefind:', '', ''],
    ['', '', ...heading, ...heading, ...heading],
    ...rows.map(({ items, question, titles, texts, plain }) => [
      question,
      String(items),
      ...cells(titles),
      ...cells(texts),
      ...(plain === undefined ? ['fails', '', ''] : cells(plain)),
    ]),
  ]);
}
