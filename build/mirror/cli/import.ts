/** `mirror import`: the release on a memory stick into a mirror. */
import { parseArgs } from 'node:util';
import { UsageError } from '../../cli/errors.ts';
import { createProgressReport, type StageProgress, type StageWords } from '../../cli/progress.ts';
import { printable } from '../../diagnostics/printable.ts';
import { type MirrorConfiguration, readConfiguration } from '../folder/configuration.ts';
import { type MirrorPaths, mirrorPaths } from '../folder/mirror-paths.ts';
import type { CurrentRelease } from '../folder/state.ts';
import type { Source } from '../sources/source.ts';
import { importRelease } from '../stick/import.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';

/** What a synchronisation is asked for. */
export interface ImportSync<Stage extends string> {
  readonly paths: MirrorPaths;
  readonly configuration: MirrorConfiguration;
  readonly sources: readonly Source[];
  readonly now: () => Date;
  readonly acceptsStale: boolean;
  readonly onProgress: (progress: StageProgress<Stage>) => void;
  readonly warn: (sentence: string) => void;
  readonly signal: AbortSignal;
}

export interface Importer<Stage extends string> {
  readonly now: () => Date;
  readonly synchronise: (
    request: ImportSync<Stage>,
  ) => Promise<{ readonly current: CurrentRelease; readonly isNew: boolean }>;
  readonly words: StageWords<Stage>;
}

export const importCommand = <Stage extends string>({
  now,
  synchronise,
  words,
}: Importer<Stage>): MirrorCommand => ({
  summary: 'takes the release from a memory stick',
  usage: `import --dir DIR --from FOLDER [--accept-stale]

  --dir DIR        the folder of the mirror
  --from FOLDER    the stick, or a folder passport-… on it
  --accept-stale   take a release whose signatures have expired on the way, when it is newer than what is here`,
  async run(args, signal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: 'string' },
        from: { type: 'string' },
        'accept-stale': { type: 'boolean', default: false },
      },
    });
    const { from } = values;
    const paths = mirrorPaths(requireFolder(values.dir));
    if (from === undefined || from === '')
      throw new UsageError('--from: say where the stick is, for example --from /media/usb');
    const configuration = await readConfiguration(paths);
    const report = createProgressReport(process.stderr, () => performance.now(), words);
    const { current, isNew } = await importRelease({
      paths,
      from,
      onFound: ({ name, index }) =>
        void process.stderr.write(`${printable(name)}: release ${index.sequence} of ${index.country}\n`),
      synchronise: (stick) =>
        synchronise({
          paths,
          configuration,
          sources: [stick],
          now,
          acceptsStale: values['accept-stale'],
          onProgress: (progress) => report.tell(progress),
          warn: (sentence) => void process.stderr.write(`${printable(sentence)}\n`),
          signal,
        }),
    }).finally(() => report.end());
    process.stdout.write(
      isNew
        ? `Release ${current.sequence} of ${current.country} is served.\n`
        : `Release ${current.sequence} of ${current.country} is served as before: the stick has nothing newer.\n`,
    );
    return 0;
  },
});
