/** `mirror import`: the release on a memory stick into a mirror. */
import { parseArgs } from 'node:util';
import { UsageError } from '../../cli/errors.ts';
import { printable, printableLines } from '../../diagnostics/printable.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { mirrorPaths } from '../folder/mirror-paths.ts';
import { importRelease } from '../stick/import.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';
import { programInWords, takeRelease } from './take-release.ts';

/** @param now the clock */
export const importCommand = (now: () => Date): MirrorCommand => ({
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
    const { current, isNew, program } = await importRelease({
      paths,
      from,
      onFound: ({ name, index }) =>
        void process.stderr.write(`${printable(name)}: release ${index.sequence} of ${index.country}\n`),
      synchronise: (stick) =>
        takeRelease({
          paths,
          configuration,
          sources: [stick],
          now,
          acceptsStale: values['accept-stale'],
          signal,
        }),
    });
    const { sequence, country } = current;
    const what = isNew
      ? `Release ${sequence} of ${country} is served.`
      : `Release ${sequence} of ${country} is served as before: the stick has nothing newer.`;
    process.stdout.write(`${printableLines(what + programInWords(program))}\n`);
    return 0;
  },
});
