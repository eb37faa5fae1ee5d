import { type BuildCase, buildCases } from '../own/own-cases.ts';
import type { CaseReport } from './cases.ts';

/** Our median time divided by theirs: below 1 we are faster. */
export interface Ratio {
  /** The opponent. */
  readonly title: string;
  readonly search: boolean;
  /** By the case of ours; theirs is a build of everything. */
  readonly seconds: Readonly<Partial<Record<BuildCase, number>>>;
  readonly cpuSeconds: Readonly<Partial<Record<BuildCase, number>>>;
}

export function compareCases(cases: readonly CaseReport[]): Ratio[] {
  return cases
    .filter(({ system }) => system !== 'own')
    .map((theirs) => {
      const ours = cases.filter(({ system, search }) => system === 'own' && search === theirs.search);
      const divide = (measure: (report: CaseReport) => number | undefined) =>
        Object.fromEntries(
          buildCases.flatMap((name) => {
            const own = ours.find((report) => report.case === name);
            const [mine, other] = [own && measure(own), measure(theirs)];
            return mine === undefined || other === undefined ? [] : [[name, mine / other] as const];
          }),
        );
      return {
        title: theirs.title,
        search: theirs.search,
        seconds: divide((report) => report.seconds.median),
        cpuSeconds: divide((report) => report.cpuSeconds?.median),
      };
    });
}
