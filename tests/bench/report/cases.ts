import type { OpponentName } from '../against/opponent.ts';
import type { Measurement } from '../measure/run-measured.ts';
import { type Summary, summarise, summariseOptional } from '../measure/statistics.ts';
import type { BuildCase } from '../own/own-cases.ts';

/** What one measurement was of. */
export interface CaseKey {
  readonly system: 'own' | OpponentName;
  /** For people. */
  readonly title: string;
  /** Others build everything anew each time: `cold`. */
  readonly case: BuildCase;
  readonly search: boolean;
}

export interface Sample extends CaseKey, Measurement {
  readonly pages: number;
  /** Pages that were made anew. */
  readonly made?: number;
  readonly stages: Readonly<Record<string, number>>;
}

export interface CaseReport extends CaseKey {
  readonly pages: number;
  /** The most pages that were made anew in any run; nothing where the build does not say. */
  readonly made?: number;
  readonly seconds: Summary;
  readonly cpuSeconds?: Summary;
  readonly peakBytes?: Summary;
  readonly totalBytes?: Summary;
  readonly pagesPerSecond: number;
  /** Medians in seconds. */
  readonly stages: Readonly<Record<string, number>>;
}

/** The cases in the order in which they were first measured, ours before the others'. */
export function summariseCases(samples: readonly Sample[]): CaseReport[] {
  const groups = Map.groupBy(samples, (sample) => [sample.title, sample.case, sample.search].join());
  const reports = [...groups.values()].flatMap((group) => summariseCase(group));
  return [
    ...reports.filter(({ system }) => system === 'own'),
    ...reports.filter(({ system }) => system !== 'own'),
  ];
}

function summariseCase(group: readonly Sample[]): CaseReport[] {
  const [first] = group;
  if (first === undefined) return [];
  const seconds = summarise(group.map((sample) => sample.seconds));
  const cpuSeconds = summariseOptional(group.map((sample) => sample.cpuSeconds));
  const peakBytes = summariseOptional(group.map((sample) => sample.peakBytes));
  const totalBytes = summariseOptional(group.map((sample) => sample.totalBytes));
  const made = group.flatMap((sample) => sample.made ?? []);
  const { system, title, search, pages } = first;
  return [
    {
      ...{ system, title, case: first.case, search, pages, seconds },
      ...(made.length > 0 && { made: Math.max(...made) }),
      ...(cpuSeconds !== undefined && { cpuSeconds }),
      ...(peakBytes !== undefined && { peakBytes }),
      ...(totalBytes !== undefined && { totalBytes }),
      pagesPerSecond: pages / seconds.median,
      stages: mediansOfStages(group),
    },
  ];
}

function mediansOfStages(group: readonly Sample[]): Record<string, number> {
  const names = [...new Set(group.flatMap(({ stages }) => Object.keys(stages)))];
  return Object.fromEntries(
    names.map((name) => [name, summarise(group.flatMap(({ stages }) => stages[name] ?? [])).median]),
  );
}
