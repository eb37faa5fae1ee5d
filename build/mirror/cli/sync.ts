/** `mirror sync`: brings a mirror to the newest release. */
import { parseArgs } from 'node:util';
import { megabytes } from '../../cli/progress.ts';
import { printableLines } from '../../diagnostics/printable.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { mirrorPaths } from '../folder/mirror-paths.ts';
import { openUpstreams } from '../sources/open-upstreams.ts';
import type { SyncResult } from '../sync/sync.ts';
import type { MirrorCommand } from './command.ts';
import { parseRate } from './rate.ts';
import { requireFolder } from './require-folder.ts';
import { programInWords, type TakenRelease, takeRelease } from './take-release.ts';

/** @param now the clock */
export const syncCommand = (now: () => Date): MirrorCommand => ({
  summary: 'fetches the newest release, and serves it',
  usage: `sync --dir DIR [--limit RATE] [--json]

  --dir DIR     the folder of the mirror
  --limit RATE  how much it takes of the line at most, this time: 200k bytes a second, 2Mbit …
  --json        what was done, as JSON on standard output`,
  async run(args, signal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const paths = mirrorPaths(requireFolder(values.dir));
    const limit = values.limit === undefined ? undefined : parseRate(values.limit);
    const configuration = await readConfiguration(paths);
    const upstreams = openUpstreams(
      { ...configuration, ...(limit !== undefined && { limitBytesPerSecond: limit }) },
      signal,
    );
    try {
      const result = await takeRelease({
        paths,
        configuration,
        sources: upstreams.sources,
        now,
        acceptsStale: false,
        signal,
      });
      const { received, requests } = upstreams.line;
      process.stdout.write(
        values.json
          ? `${JSON.stringify(forMachines(result, received, requests), null, 2)}\n`
          : `${printableLines(forPeople(result, received, requests) + programInWords(result.program))}\n`,
      );
      return 0;
    } finally {
      upstreams.close();
    }
  },
});

const forMachines = (
  { current, isNew, objects, patched, linked, program }: TakenRelease,
  received: number,
  requests: number,
) => ({
  isChanged: isNew || objects > 0 || linked > 0,
  sequence: current.sequence,
  country: current.country,
  released: current.released,
  files: current.files,
  bytes: current.bytes,
  objects,
  patched,
  linked,
  receivedBytes: received,
  requests,
  source: current.source,
  program,
});

function forPeople(
  { current, isNew, objects, patched, linked }: SyncResult,
  received: number,
  requests: number,
): string {
  const { country, sequence, files } = current;
  const cost = `${megabytes(received)} in ${requests} ${requests === 1 ? 'request' : 'requests'}`;
  if (isNew) {
    const byPatches = patched === 0 ? '' : `, ${patched} of them by patches`;
    return `Release ${sequence} of ${country} is served: ${files} files; ${objects} contents were new${byPatches}; ${cost}.`;
  }
  const missing = [
    ...(objects > 0 ? [`${objects} contents`] : []),
    ...(linked > 0 ? [`${linked} files`] : []),
  ];
  if (missing.length > 0)
    return `Release ${sequence} of ${country} is the newest one. ${missing.join(' and ')} were missing, and are back; ${cost}.`;
  return `Release ${sequence} of ${country} is the newest one, and is here; ${cost}.`;
}
