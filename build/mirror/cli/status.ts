/** `mirror status`: how the mirror is, for people and for what monitors it. It never contacts anybody. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UsageError } from '../../cli/errors.ts';
import { wordTable } from '../../cli/format-table.ts';
import { megabytes } from '../../cli/progress.ts';
import { printable } from '../../diagnostics/printable.ts';
import { readConfiguration } from '../folder/configuration.ts';
import { type MirrorPaths, mirrorPaths, siteFolder } from '../folder/mirror-paths.ts';
import { servedSequence } from '../folder/served-sequence.ts';
import { readState } from '../folder/state.ts';
import { durationInWords, instantInWords } from '../health/durations.ts';
import { type Health, healthOf } from '../health/health.ts';
import { formatMetrics } from '../health/metrics.ts';
import { formatHealth } from '../health/write-health.ts';
import { ownCommand } from '../program/this-program.ts';
import type { MirrorCommand } from './command.ts';
import { requireFolder } from './require-folder.ts';

const formats = { text: formatStatus, json: formatHealth, prometheus: formatMetrics };

/** @param now the clock */
export const statusCommand = (now: () => Date): MirrorCommand => ({
  summary: 'says how the mirror is, without asking anybody',
  usage: `status --dir DIR [--format text|json|prometheus]

  --dir DIR        the folder of the mirror
  --format FORMAT  for people, or for what monitors it (text)

It ends with 1 when there is something to attend to.`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { dir: { type: 'string' }, format: { type: 'string', default: 'text' } },
    });
    const { format } = values;
    if (format !== 'text' && format !== 'json' && format !== 'prometheus')
      throw new UsageError(`--format: "${format}" is none of ${Object.keys(formats).join(', ')}`);
    const paths = mirrorPaths(requireFolder(values.dir));
    const configuration = await readConfiguration(paths);
    const health = await asServed(paths, healthOf(await readState(paths), configuration, now()));
    process.stdout.write(formats[format](health));
    return health.state === 'ok' ? 0 : 1;
  },
});

/** What was noted is not all: somebody may have removed what web servers send. */
async function asServed(paths: MirrorPaths, health: Health): Promise<Health> {
  if (health.sequence === undefined || (await isServed(paths))) return health;
  const sentence = `"current" in ${paths.top} leads to no release: readers see nothing, or an old copy. Run: ${ownCommand} sync.`;
  return { ...health, state: 'faulty', complete: false, advice: [sentence, ...health.advice] };
}

async function isServed(paths: MirrorPaths): Promise<boolean> {
  const sequence = await servedSequence(paths.current);
  return sequence !== undefined && existsSync(siteFolder(paths, sequence));
}

/** Returns lines for people. */
export function formatStatus(health: Health): string {
  const { state, name, country, url, sequence, newest, expires, verified, written } = health;
  const ago = (instant: string | undefined): string =>
    instant === undefined
      ? 'never'
      : `${instantInWords(instant)}, ${durationInWords(Date.parse(written) - Date.parse(instant))} ago`;
  const rows: string[][] = [
    ['state', state],
    ...(name === undefined ? [] : [['kept by', name]]),
    ...(sequence === undefined
      ? []
      : [
          ['site', `${country}, ${url}`],
          ['release', `${sequence}, of ${ago(health.released)}`],
          ['size', `${health.files} files, ${megabytes(health.bytes ?? 0)}`],
          ['served since', ago(health.updated)],
        ]),
    ['complete', health.complete ? 'yes' : 'no'],
    ...(newest === undefined || newest.sequence === sequence
      ? []
      : [['newest release', `${newest.sequence}, of ${ago(newest.released)}`]]),
    ['last checked', ago(health.checked)],
    ...(expires === undefined ? [] : [['valid until', `${instantInWords(expires.at)} (${expires.role})`]]),
    ['last verified', verified === undefined ? 'never' : `${ago(verified.at)}: ${faultsInWords(verified)}`],
  ];
  const lines = [...wordTable(rows), ...health.advice.flatMap((sentence) => ['', sentence])];
  return `${lines.map(printable).join('\n')}\n`;
}

const faultsInWords = ({ files, faults }: NonNullable<Health['verified']>): string =>
  faults === 0 ? `all ${files} files are right` : `${files} files, ${faults} not mended`;
