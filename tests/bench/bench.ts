/**
 * Measures our build, and on wish others with the same text, in one run and by turns, so that whatever else the machine does falls on
 * all of them alike.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Opponent, OpponentName, PreparedOpponent } from './against/opponent.ts';
import { countPages, findOpponents, readOwnStyle, readSites } from './against/opponents.ts';
import { measurePagefind } from './against/pagefind.ts';
import { type GeneratedContent, generateContent } from './content/generate-content.ts';
import { inSequence, type Measurement } from './measure/run-measured.ts';
import { settleDisk } from './measure/settle-disk.ts';
import { readBuildOptions } from './own/build-command.ts';
import { buildCases, OwnBuild } from './own/own-cases.ts';
import { packageVersion } from './packages.ts';
import { type CaseReport, type Sample, summariseCases } from './report/cases.ts';
import { describeMachine, type Machine } from './report/machine.ts';
import { compareCases, type Ratio } from './report/ratios.ts';

export interface BenchOptions {
  readonly pages: number;
  readonly seed: number;
  /** How often each case is measured. */
  readonly runs: number;
  /** An empty folder. */
  readonly work: string;
  readonly against: readonly OpponentName[];
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

export interface BenchReport {
  readonly machine: Machine;
  /** Of each opponent, and of Pagefind, which we use too. */
  readonly versions: Readonly<Record<string, string>>;
  readonly content: GeneratedContent & { readonly seed: number };
  readonly runs: number;
  readonly cases: readonly CaseReport[];
  readonly ratios: readonly Ratio[];
  /** What was not measured, and why. */
  readonly notes: readonly string[];
}

export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const { work, signal, onProgress, runs } = options;
  const opponents = await findOpponents(options.against, work, signal);
  const content = path.join(work, 'content');
  onProgress(`making up ${options.pages} pages …`);
  const generated = await generateContent({ folder: content, pages: options.pages, seed: options.seed });
  const buildOptions = await readBuildOptions(work, signal);
  const builds = [true, ...(buildOptions.noSearch ? [false] : [])].map(
    (search) => new OwnBuild({ content, work, options: buildOptions, search, signal }),
  );
  const samples: Sample[] = [];
  const prepared: { opponent: Opponent; project: PreparedOpponent }[] = [];
  for (let run = 1; run <= runs; run++) {
    onProgress(`run ${run} of ${runs}`);
    const theirs = opponents.map((_, index) => async () => {
      const entry = prepared[index];
      if (entry !== undefined) samples.push(...(await measureOpponent(entry, options)));
    });
    const ours = builds.map((build) => async () => {
      samples.push(...(await measureOwn(build, options)));
      if (prepared.length > 0 || opponents.length === 0) return;
      onProgress('  giving the same text to the others …');
      prepared.push(...(await prepareOpponents(opponents, build, content, work)));
    });
    for (const step of byTurns(ours, theirs)) await step();
  }
  const cases = summariseCases(samples);
  return {
    machine: describeMachine(),
    versions: {
      ...Object.fromEntries(opponents.map(({ name, version }) => [name, version])),
      pagefind: await packageVersion('pagefind'),
    },
    content: { ...generated, seed: options.seed },
    runs,
    cases,
    ratios: compareCases(cases),
    notes: [
      ...(buildOptions.noSearch ? [] : ['This build has no --no-search: it was measured with search only.']),
      ...doubts(cases),
    ],
  };
}

/** Nobody may take figures for something that they are not. */
const doubts = (cases: readonly CaseReport[]): string[] =>
  cases.some((report) => report.case === 'unchanged' && (report.made ?? 0) > 0)
    ? [
        'Pages were made anew although nothing had changed: was the program edited meanwhile? Then the cache began afresh, and "unchanged" and "edited" say little.',
      ]
    : [];

async function measureOwn(build: OwnBuild, { onProgress }: BenchOptions): Promise<Sample[]> {
  await mkdir(build.cwd, { recursive: true });
  // Texts as an author has them: those of the last two seconds are read again by the next build, for they may change unseen.
  await setTimeout(2500);
  const samples: Sample[] = [];
  for (const buildCase of buildCases) {
    await settleDisk();
    const measurement = await build.measure(buildCase);
    samples.push({
      system: 'own',
      title: 'Learning Passport',
      case: buildCase,
      search: build.search,
      ...measurement,
    });
    onProgress(`  ours, ${buildCase}, ${words(build.search)}: ${measurement.seconds.toFixed(1)} s`);
  }
  return samples;
}

async function measureOpponent(
  { opponent, project }: { readonly opponent: Opponent; readonly project: PreparedOpponent },
  { signal, onProgress }: BenchOptions,
): Promise<Sample[]> {
  const { name: system, title } = opponent;
  await settleDisk();
  const built = await project.build(signal);
  const pages = await countPages(project.outputs);
  onProgress(`  ${title}: ${built.seconds.toFixed(1)} s`);
  const indexed: Measurement[] = [];
  for (const output of project.outputs) indexed.push(await measurePagefind(output, signal));
  const whole = inSequence([built, ...indexed]);
  onProgress(`  ${title}, with Pagefind: ${whole.seconds.toFixed(1)} s`);
  // A disk that fills up would slow the next one down.
  for (const output of project.outputs) await rm(output, { recursive: true, force: true });
  const common = { system, title, case: 'cold', pages, stages: {} } as const;
  return [
    { ...common, search: false, ...built },
    { ...common, search: true, ...whole },
  ];
}

async function prepareOpponents(
  opponents: readonly Opponent[],
  build: OwnBuild,
  content: string,
  work: string,
): Promise<{ opponent: Opponent; project: PreparedOpponent }[]> {
  const [sites, css] = [await readSites(content), await readOwnStyle(build.out)];
  const prepared = [];
  for (const [index, opponent] of opponents.entries()) {
    const folder = path.join(work, `${opponent.name}-${index + 1}`);
    prepared.push({ opponent, project: await opponent.prepare({ sites, css, folder }) });
  }
  return prepared;
}

/** One of each by turns, ours first. */
function byTurns<T>(ours: readonly T[], theirs: readonly T[]): T[] {
  const length = Math.max(ours.length, theirs.length);
  return Array.from({ length }, (_, index) => [
    ours.slice(index, index + 1),
    theirs.slice(index, index + 1),
  ]).flat(2);
}

const words = (search: boolean): string => (search ? 'with search' : 'without search');
