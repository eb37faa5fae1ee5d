/** What is found wrong, each in one line; of very many only the first are kept. */

export interface Fault {
  /** Below the folder of the mirror: `sites/7/ru/a/index.html`. */
  readonly path: string;
  /** `damaged: it does not hold what the manifest names` */
  readonly what: string;
  readonly isMended: boolean;
  /** What was done, or why nothing could be. */
  readonly done: string;
}

export interface FaultLog {
  readonly total: number;
  readonly unmended: number;
  /** The first thousand, by their paths. */
  readonly listed: readonly Fault[];
  /** @param done what was done; absent where it was only looked */
  mended(path: string, what: string, done: string): void;
  left(path: string, what: string, why: string): void;
}

export function createFaultLog(): FaultLog {
  const listed: Fault[] = [];
  const counts = { total: 0, unmended: 0 };
  const add = (fault: Fault): void => {
    counts.total++;
    if (!fault.isMended) counts.unmended++;
    if (listed.length < mostListed) listed.push(fault);
  };
  return {
    get total() {
      return counts.total;
    },
    get unmended() {
      return counts.unmended;
    },
    get listed() {
      return listed.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    mended: (path, what, done) => add({ path, what, done, isMended: true }),
    left: (path, what, why) => add({ path, what, done: why, isMended: false }),
  };
}

const mostListed = 1000;

/** Nothing was to be changed. */
export const onlyLooked = 'not mended: it was only looked';

export const formatFault = ({ path, what, done }: Fault): string => `${path} ${what}; ${done}`;
