import { formatTable } from '../../../build/cli/format-table.ts';
import { megabytes } from '../../../build/cli/progress.ts';
import type { PublishReport } from './bench-publish.ts';

export function formatPublish({ files, bytes, cases }: PublishReport): string {
  return [
    `a site of ${files} files, ${megabytes(bytes)}`,
    formatTable([
      ['', 'median', 'least', 'most', 'memory', 'files uploaded', 'bytes', 'changed on the site'],
      ...cases.map(({ name, seconds, peakBytes, uploaded }) => [
        name,
        ...[seconds.median, seconds.least, seconds.most].map((value) => `${value.toFixed(1)} s`),
        peakBytes === undefined ? '' : megabytes(peakBytes),
        ...(uploaded === undefined
          ? ['', '', '']
          : [String(uploaded.files), megabytes(uploaded.bytes), String(uploaded.changed)]),
      ]),
    ]),
  ].join('\n\n');
}
