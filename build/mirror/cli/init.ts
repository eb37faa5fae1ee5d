/** `mirror init`: makes the folder of a mirror. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { EnvironmentError, hasCode, UsageError } from '../../cli/errors.ts';
import { printable } from '../../diagnostics/printable.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { defaultConfiguration, type MirrorConfiguration, upstreamOf } from '../folder/configuration.ts';
import { type MirrorPaths, mirrorPaths } from '../folder/mirror-paths.ts';
import { type Initialised, initialise } from '../init.ts';
import { ownCommand, programPath } from '../program/this-program.ts';
import { openUpstreams } from '../sources/open-upstreams.ts';
import type { MirrorCommand } from './command.ts';
import { parseRate } from './rate.ts';
import { requireFolder } from './require-folder.ts';

interface InitValues {
  readonly from?: readonly string[];
  readonly name?: string;
  readonly keep?: string;
  readonly limit?: string;
  readonly connections?: string;
  readonly 'no-self-update': boolean;
}

/** @param program the file of this program, where it is one */
export const initCommand = (program: string | undefined): MirrorCommand => ({
  summary: 'makes a mirror in an empty folder',
  usage: `init --dir DIR --from URL --root FILE|sha256:… …

  --dir DIR         where the mirror is to be: an empty folder, or none yet
  --from URL        where releases come from: the address of the site, or of another mirror; several, divided by commas, are asked
                    in this order. Without one, releases come on memory sticks
  --root sha256:…   the fingerprint of the root, which those who publish the site have told you, not the site itself
  --root FILE       the root, as they have handed it to you
  --name TEXT       who keeps the mirror; its pages say it
  --keep N          how many releases stay (${defaultConfiguration.keptReleases})
  --limit RATE      how much it takes of the line at most: 200k bytes a second, 2Mbit …
  --connections N   how many files it fetches at once at most (${defaultConfiguration.mostConnections})
  --no-self-update  never take a newer program from a release`,
  async run(args, signal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dir: { type: 'string' },
        from: { type: 'string', multiple: true },
        root: { type: 'string' },
        name: { type: 'string' },
        keep: { type: 'string' },
        limit: { type: 'string' },
        connections: { type: 'string' },
        'no-self-update': { type: 'boolean', default: false },
      },
    });
    const paths = mirrorPaths(requireFolder(values.dir));
    const configuration = configurationOf(values);
    const root = await rootOf(values.root, configuration);
    const upstreams = openUpstreams(configuration, signal);
    const warn = (sentence: string): void => void process.stderr.write(`${printable(sentence)}\n`);
    try {
      const made = await initialise({
        paths,
        configuration,
        root,
        sources: upstreams.sources,
        program,
        warn,
      });
      process.stdout.write(`${nextSteps(paths, configuration, made, program !== undefined)}\n`);
      return 0;
    } finally {
      upstreams.close();
    }
  },
});

/** @throws UsageError */
function configurationOf(values: InitValues): MirrorConfiguration {
  const addresses = (values.from ?? []).flatMap((text) => text.split(',')).filter((text) => text !== '');
  return {
    ...defaultConfiguration,
    upstreams: [...new Set(addresses.map(addressOf))],
    ...(values.name !== undefined && values.name !== '' && { name: values.name }),
    ...(values.keep !== undefined && { keptReleases: countOf(values.keep, '--keep') }),
    ...(values.limit !== undefined && { limitBytesPerSecond: parseRate(values.limit) }),
    ...(values.connections !== undefined && {
      mostConnections: countOf(values.connections, '--connections'),
    }),
    updatesProgram: !values['no-self-update'],
  };
}

function addressOf(text: string): string {
  try {
    return upstreamOf(text.trim());
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new UsageError(`--from: ${error.message}`);
  }
}

function countOf(text: string, option: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError(`${option}: "${text}" is no number from 1 on`);
  return Number(text);
}

async function rootOf(
  text: string | undefined,
  { upstreams }: MirrorConfiguration,
): Promise<Uint8Array | string> {
  if (text === undefined || text === '')
    throw new UsageError(
      '--root: which root is trusted? Ask those who publish the site for its fingerprint, sha256:…, or for the file',
    );
  const fingerprint = /^(?:sha256:(.*)|([0-9a-f]{64}))$/is.exec(text)?.slice(1).join('').toLowerCase();
  if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint))
    throw new UsageError(
      `--root: a fingerprint is sha256: and 64 letters from 0 to f; this one has ${fingerprint.length}`,
    );
  if (fingerprint !== undefined && upstreams.length === 0)
    throw new UsageError(
      '--root: without --from there is no place to fetch the root from; give the file itself',
    );
  if (fingerprint !== undefined) return `sha256:${fingerprint}`;
  try {
    return await readFile(text);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) throw error;
    throw new EnvironmentError(
      `--root: there is no file "${text}". Give the root that was handed to you, or its fingerprint, sha256:….`,
    );
  }
}

function nextSteps(
  { top }: MirrorPaths,
  { upstreams }: MirrorConfiguration,
  { country, isTrial, fingerprint }: Initialised,
  hasProgram: boolean,
): string {
  const begin = upstreams.length === 0 ? `import --dir ${top} --from /media/usb` : `sync --dir ${top}`;
  return [
    `${top} is a mirror of "${country}", and trusts the root ${fingerprint}.`,
    ...(isTrial
      ? [
          'It is one for trying out: whoever has the computer where it was made can sign for it. It is not for the public.',
        ]
      : []),
    'Next:',
    `  ${ownCommand} ${begin}`,
    `  ${ownCommand} serve --dir ${top}     shows it on this computer`,
    `  ${ownCommand} config nginx --dir ${top}     what a web server has to know; or: config caddy`,
    `  ${ownCommand} config systemd --dir ${top}     a timer that keeps it current`,
    ...(hasProgram
      ? []
      : [`The program for a server without this project comes with the first release: ${programPath}`]),
  ]
    .map(printable)
    .join('\n');
}
