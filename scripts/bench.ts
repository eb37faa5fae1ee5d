/** `npm run bench`: how long the build takes on a made-up catalogue, and how long others take with the same text. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../build/cli/errors.ts';
import { type OpponentName, opponentNames } from '../tests/bench/against/opponent.ts';
import { type BenchOptions, runBench } from '../tests/bench/bench.ts';
import { fewestPages, generateContent, mostPages } from '../tests/bench/content/generate-content.ts';
import { benchEdits } from '../tests/bench/edit/bench-edits.ts';
import { formatEdits } from '../tests/bench/edit/format-edits.ts';
import { benchMirror } from '../tests/bench/mirror/bench-mirror.ts';
import { formatMirror } from '../tests/bench/mirror/format-mirror.ts';
import { benchPublish } from '../tests/bench/publish/bench-publish.ts';
import { formatPublish } from '../tests/bench/publish/format-publish.ts';
import { formatReport } from '../tests/bench/report/format-report.ts';
import { run } from './run.ts';

const usage = `usage: npm run bench -- [--pages N] [--runs N] [--seed N] [--against [LIST]] [--work DIR] [--json]
       npm run bench -- --edit [--pages N] [--runs N] [--seed N] [--json]
       npm run bench -- --publish [--pages N] [--runs N] [--seed N] [--json]
       npm run bench -- --mirror [--pages N] [--files N] [--runs N] [--seed N] [--json]
       npm run bench -- --generate-only DIR [--pages N] [--seed N]

Makes up a content tree (five countries, all their languages), builds it with "npm run build" in a process of its own and
measures it from outside: everything anew ("cold"), nothing changed, one lesson edited; each with and without search.

  --pages N            how many pages all sites have together, ${fewestPages} to ${mostPages} (3000)
  --runs N             how often each case is measured (3)
  --seed N             another number makes up other texts (1)
  --against [LIST]     also measure others with the same text, by turns with ours: hugo,eleventy (both); each alone and with
                       Pagefind. Hugo must be on the PATH (Debian: apt install hugo)
  --work DIR           an empty folder for texts and sites, which are kept (a temporary folder, which is removed); the sites
                       of 30,000 pages need about 3 GB, with --against 8 GB
  --json               the figures as JSON on standard output
  --edit               instead, how long it takes from writing a file to the changed page that "npm start" serves; as many edits
                       of each kind as --runs says (21)
  --publish            instead, how long it takes to release the site of one country and to deploy it into a folder, first and
                       after an edit; of --pages (40000) this country has a fifth
  --mirror             instead, what an update of a mirror takes on the line, beside rsync and wget, for a site of one country
                       (a fifth of --pages, 10000) of which as many lessons are edited as --runs says; and what a first
                       synchronisation and a look through all files take in a site of --files N (100000)
  --generate-only DIR  only write the content tree into this empty folder, for "npm run build -- --content DIR"

Times are seconds on the clock and of the processor. "memory" is the largest resident set of any one process, "of all" the sum of
all at the same moment. Processor time and memory are measured on Linux, elsewhere the report says "not measured". Close other programs first: whatever they do falls into the times.`;

await run(usage, async (args, signal) => {
  const { values } = parseArgs({
    args: withDefaultList(args),
    options: {
      pages: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      against: { type: 'string', default: '' },
      work: { type: 'string' },
      json: { type: 'boolean', default: false },
      edit: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      mirror: { type: 'boolean', default: false },
      files: { type: 'string', default: '100000' },
      'generate-only': { type: 'string' },
    },
  });
  const pages = wholeNumber(
    '--pages',
    values.pages ?? (values.publish ? '40000' : values.mirror ? '10000' : '3000'),
    fewestPages,
    mostPages,
  );
  const runs = wholeNumber('--runs', values.runs ?? (values.edit ? '21' : '3'), 1, 100);
  const seed = wholeNumber('--seed', values.seed, 0, 2 ** 31);
  const against = opponents(values.against);
  if (values['generate-only'] !== undefined) {
    const folder = values['generate-only'];
    await requireEmpty('--generate-only', folder);
    const generated = await generateContent({ folder, pages, seed });
    console.log(
      values.json
        ? JSON.stringify(generated, null, 2)
        : `${folder}: ${generated.texts} texts of ${generated.entries} entries, about ${generated.pages} pages`,
    );
    return 0;
  }
  const onProgress = (line: string): void => console.error(line);
  if (values.edit) {
    const edited = await inFolder(values.work, (work) =>
      benchEdits({ work, pages, seed, edits: runs, signal, onProgress }),
    );
    console.log(values.json ? JSON.stringify(edited, null, 2) : formatEdits(edited));
    return 0;
  }
  if (values.publish) {
    const published = await inFolder(values.work, (work) =>
      benchPublish({ work, pages, seed, runs, signal, onProgress }),
    );
    console.log(values.json ? JSON.stringify(published, null, 2) : formatPublish(published));
    return 0;
  }
  if (values.mirror) {
    const files = wholeNumber('--files', values.files, 100, 1_000_000);
    const mirrored = await inFolder(values.work, (work) =>
      benchMirror({ work, pages, files, seed, runs, signal, onProgress }),
    );
    console.log(values.json ? JSON.stringify(mirrored, null, 2) : formatMirror(mirrored));
    return 0;
  }
  const report = await inFolder(values.work, (work) =>
    runBench({ pages, runs, seed, against, signal, onProgress, work } satisfies BenchOptions),
  );
  console.log(values.json ? JSON.stringify(report, null, 2) : formatReport(report));
  return 0;
});

/** `--against` alone means all of them, which `parseArgs` cannot say. */
function withDefaultList(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const isAlone = arg === '--against' && (args[index + 1] ?? '--').startsWith('--');
    return isAlone ? `--against=${opponentNames.join(',')}` : arg;
  });
}

function opponents(list: string): OpponentName[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== '' && !isOpponent(name));
  if (unknown !== undefined)
    throw new UsageError(`--against: "${unknown}" is not one of: ${opponentNames.join(', ')}`);
  return names.filter(isOpponent);
}

function isOpponent(name: string): name is OpponentName {
  return (opponentNames as readonly string[]).includes(name);
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new UsageError(`${option}: "${text}" is not a whole number from ${least} to ${most}`);
  return value;
}

/** Works in a folder of the user's, which is kept, or in a temporary one, which is removed. */
async function inFolder<T>(wanted: string | undefined, work: (folder: string) => Promise<T>): Promise<T> {
  if (wanted !== undefined) {
    await requireEmpty('--work', wanted);
    await mkdir(wanted, { recursive: true });
    return work(path.resolve(wanted));
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws UsageError for a folder with something in it */
async function requireEmpty(option: string, folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length > 0)
    throw new UsageError(`${option}: ${folder} is not empty. Name a new folder, or remove what is in it.`);
}
