import { formatTable } from '../../../build/cli/format-table.ts';
import { megabytes } from '../../../build/cli/progress.ts';
import { summarise } from '../measure/statistics.ts';
import type { MirrorReport } from './bench-mirror.ts';

export const formatMirror = ({ updates, many }: MirrorReport): string =>
  [
    `a site of ${updates.files} files, ${megabytes(updates.bytes)}; medians`,
    formatTable([
      ['', 'time', 'bytes received', 'sent', 'requests'],
      ...[...Map.groupBy(updates.cases, ({ name }) => name)].map(([name, cases]) => {
        const median = (pick: (one: (typeof cases)[number]) => number) => summarise(cases.map(pick)).median;
        return [
          name,
          `${median((one) => one.seconds).toFixed(1)} s`,
          megabytes(median((one) => one.receivedBytes)),
          megabytes(median((one) => one.sentBytes)),
          // rsync has none.
          name.startsWith('rsync') ? '' : String(median((one) => one.requests)),
        ];
      }),
    ]),
    `a site of ${many.files} files, ${megabytes(many.bytes)}`,
    formatTable([
      ['', 'time', 'of the processor', 'memory'],
      ...many.cases.map(({ name, seconds, cpuSeconds, peakBytes }) => [
        name,
        `${seconds.toFixed(1)} s`,
        cpuSeconds === undefined ? '' : `${cpuSeconds.toFixed(1)} s`,
        peakBytes === undefined ? '' : megabytes(peakBytes),
      ]),
    ]),
  ].join('\n\n');
