/** `mirror verify`: looks every file through, and mends what it can. */
import { parseArgs } from 'node:util';
import { createProgressReport, megabytes } from '../../cli/progress.ts';
import { printable, safeJson } from '../../diagnostics/printable.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { mirrorPaths } from '../folder/mirror-paths.ts';
import { onDiskOf } from '../folder/on-disk-of.ts';
import { ownCommand } from '../program/this-program.ts';
import { openUpstreams } from '../sources/open-upstreams.ts';
import { lockMirror } from '../sync/lock.ts';
import { formatFault } from '../verify/faults.ts';
import type { VerifyStage } from '../verify/verification.ts';
import { type Verification, verifyMirror } from '../verify/verify.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';

const words: Readonly<Record<VerifyStage, (total: number) => string>> = {
  objects: (total) => `reading ${total === 0 ? 'all contents' : megabytes(total)}`,
  fetch: () => 'fetching what is damaged',
  sites: (total) => `comparing ${total} files of the kept releases`,
};

/** @param now the clock */
export const verifyCommand = (now: () => Date): MirrorCommand => ({
  summary: 'looks every file through, and mends what is not as it was signed',
  usage: `verify --dir DIR [--no-repair] [--json]

  --dir DIR    the folder of the mirror
  --no-repair  only looks, and changes nothing
  --json       the result for programs

It ends with 0 when everything was right, and with 1 when faults were found, also when all of them were mended.`,
  async run(args, signal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: 'string' },
        'no-repair': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const paths = mirrorPaths(requireFolder(values.dir));
    const configuration = await readConfiguration(paths);
    const repairs = !values['no-repair'];
    const lock = await onDiskOf(paths.top, () => lockMirror(paths));
    const upstreams = openUpstreams(configuration, signal);
    const progress = createProgressReport(process.stderr, () => performance.now(), words);
    try {
      const verification = await onDiskOf(paths.top, () =>
        verifyMirror({
          paths,
          configuration,
          sources: repairs ? upstreams.sources : [],
          repairs,
          mostConnections: configuration.mostConnections,
          now,
          onProgress: progress.tell,
          warn: (sentence) => void process.stderr.write(`warning: ${printable(sentence)}\n`),
          signal,
        }),
      );
      progress.end();
      process.stdout.write(`${values.json ? safeJson(forPrograms(verification)) : inWords(verification)}\n`);
      return verification.faults.total === 0 ? 0 : 1;
    } finally {
      progress.end();
      upstreams.close();
      await lock.free();
    }
  },
});

const forPrograms = ({ files, releases, faults: { total, unmended, listed } }: Verification) => ({
  files,
  releases,
  faults: total,
  unmended,
  listed,
});

function inWords({ files, releases, faults: { total, unmended, listed } }: Verification): string {
  if (releases.length === 0 && total === 0) return `There is no release here yet. Run: ${ownCommand} sync.`;
  const kept = releases.length === 1 ? '1 kept release' : `${releases.length} kept releases`;
  if (total === 0) return `all right: ${files} files, ${kept}`;
  const more = total - listed.length;
  return [
    ...listed.map((fault) => printable(formatFault(fault))),
    ...(more > 0 ? [`… and ${more} more`] : []),
    `${total} ${total === 1 ? 'fault' : 'faults'} found: ${total - unmended} mended, ${unmended} left; ${files} files, ${kept}`,
  ].join('\n');
}
