/** `mirror export`: the release of a mirror onto a memory stick. */
import { parseArgs } from 'node:util';
import { UsageError } from '../../cli/errors.ts';
import { createProgressReport, megabytes, type StageWords } from '../../cli/progress.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { mirrorPaths } from '../folder/mirror-paths.ts';
import { onDiskOf } from '../folder/on-disk-of.ts';
import { ownCommand } from '../program/this-program.ts';
import { type Exported, exportRelease } from '../stick/export.ts';
import { largestPartBytes, partsOf } from '../stick/stick-format.ts';
import { lockMirror } from '../sync/lock.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';

const words: StageWords<'export'> = { export: () => 'writing' };

/** @param now the clock */
export const exportCommand = (now: () => Date): MirrorCommand => ({
  summary: 'writes the release onto a memory stick, for a mirror without a network',
  usage: `export --dir DIR --to FOLDER [--since SEQ] [--part-size MB]

  --dir DIR        the folder of the mirror
  --to FOLDER      the stick; the export becomes a folder passport-… on it, and others stay
  --since SEQ      only what that release does not have, for a mirror that has it
  --part-size MB   how large its files are at most (1024); below 4096 for FAT32`,
  async run(args, signal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: 'string' },
        to: { type: 'string' },
        since: { type: 'string' },
        'part-size': { type: 'string', default: '1024' },
      },
    });
    const { to, since } = values;
    const paths = mirrorPaths(requireFolder(values.dir));
    if (to === undefined || to === '')
      throw new UsageError('--to: say where the stick is, for example --to /media/usb');
    if (since !== undefined && !/^[1-9]\d{0,14}$/.test(since))
      throw new UsageError(`--since: "${since}" is no number of a release`);
    const partBytes = parsePartSize(values['part-size']);
    await readConfiguration(paths);
    const report = createProgressReport(process.stderr, () => performance.now(), words);
    // A synchronisation removes what its newer release no longer needs.
    const lock = await lockMirror(paths);
    const exported = await onDiskOf(to, () =>
      exportRelease({
        paths,
        to,
        ...(since !== undefined && { since: Number(since) }),
        partBytes,
        now,
        onProgress: (done, total) => report.tell({ stage: 'export', done, total, unit: 'bytes' }),
        signal,
      }),
    ).finally(async () => {
      report.end();
      await lock.free();
    });
    process.stdout.write(inWords(exported));
    return 0;
  },
});

function parsePartSize(text: string): number {
  const bytes = Number(text) * 1_048_576;
  if (!/^[1-9]\d{0,3}$/.test(text) || bytes > largestPartBytes)
    throw new UsageError(`--part-size: "${text}" is no number of megabytes from 1 to 4095`);
  return bytes;
}

function inWords({ folder, index, isStale, expires }: Exported): string {
  const { country, sequence, since, files, bytes } = index;
  const parts = partsOf(index);
  const what = since === undefined ? '' : `, only what is new since release ${since.sequence}`;
  const until = isStale
    ? `Its signatures have expired: the other mirror takes it only with --accept-stale. To get newer ones: ${ownCommand} sync.`
    : `It is taken until ${expires.slice(0, 10)}; after that with --accept-stale, as long as root and targets hold.`;
  return `${folder}/  release ${sequence} of ${country}${what}: ${files} files, ${megabytes(bytes)}, in ${parts === 1 ? 'one part' : `${parts} parts`}
${until}
On the other mirror: ${ownCommand} import --dir DIR --from FOLDER
`;
}
