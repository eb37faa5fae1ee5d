/**
 * The health of a mirror for Prometheus, in its text format 0.0.4: instants are seconds since 1970, so that the age is computed when
 * it is looked at (`time() - passport_mirror_released_timestamp_seconds`).
 */
import { type Health, healthStates } from './health.ts';

/** Of the text format. */
export const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

export function formatMetrics(health: Health): string {
  const { country, url, newest, expires, verified } = health;
  const families: readonly Family[] = [
    {
      name: 'state',
      help: 'Which state the mirror is in: 1 for that one, 0 for the others.',
      samples: healthStates.map((state) => [{ state }, Number(state === health.state)]),
    },
    {
      name: 'complete',
      help: 'Whether everything of the newest known release is here.',
      samples: [[{}, Number(health.complete)]],
    },
    {
      name: 'info',
      help: 'What is mirrored.',
      samples: country === undefined || url === undefined ? [] : [[{ country, url }, 1]],
    },
    { name: 'sequence', help: 'Number of the release that is served.', samples: one(health.sequence) },
    { name: 'newest_sequence', help: 'Number of the newest signed release.', samples: one(newest?.sequence) },
    { name: 'files', help: 'Files of the release that is served.', samples: one(health.files) },
    { name: 'bytes', help: 'Bytes of the files of the release that is served.', samples: one(health.bytes) },
    {
      name: 'released_timestamp_seconds',
      help: 'When the release that is served was made.',
      samples: at(health.released),
    },
    {
      name: 'switched_timestamp_seconds',
      help: 'When that release began to be served here.',
      samples: at(health.updated),
    },
    {
      name: 'checked_timestamp_seconds',
      help: 'When valid metadata last came.',
      samples: at(health.checked),
    },
    {
      name: 'expiry_timestamp_seconds',
      help: 'When the first of what was signed ends.',
      samples: expires === undefined ? [] : [[{ role: expires.role }, secondsOf(expires.at)]],
    },
    {
      name: 'failing',
      help: 'Whether the last synchronisation failed.',
      samples: [[{}, Number(health.error !== undefined)]],
    },
    {
      name: 'verified_timestamp_seconds',
      help: 'When every file was last looked through.',
      samples: at(verified?.at),
    },
    {
      name: 'faults',
      help: 'Faults that were found then and are not mended.',
      samples: one(verified?.faults),
    },
    {
      name: 'written_timestamp_seconds',
      help: 'When this was written.',
      samples: at(health.written),
    },
  ];
  return families.flatMap(formatFamily).join('');
}

interface Family {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

const one = (value: number | undefined): readonly Sample[] => (value === undefined ? [] : [[{}, value]]);
const at = (instant: string | undefined): readonly Sample[] =>
  one(instant === undefined ? undefined : secondsOf(instant));

const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

function formatFamily({ name, help, samples }: Family): readonly string[] {
  if (samples.length === 0) return [];
  const metric = `passport_mirror_${name}`;
  return [
    `# HELP ${metric} ${help}\n# TYPE ${metric} gauge\n`,
    ...samples.map(([labels, value]) => `${metric}${formatLabels(labels)} ${value}\n`),
  ];
}

function formatLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapeLabel = (value: string): string =>
  value.replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
