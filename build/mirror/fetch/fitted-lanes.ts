/** Measures what comes over the line, and opens as many lanes as it carries. */
import { firstFit, fitConnections } from './fit-connections.ts';
import type { Lanes } from './lanes.ts';
import type { Tally } from './tally.ts';

export interface FittedLanes extends Required<Lanes> {
  /** Counts, and measures. */
  readonly tally: Tally;
  readonly onUnreachable: () => void;
}

export function fittedLanes(most: number, tally: Tally): FittedLanes {
  let fit = firstFit(most);
  let faults = 0;
  let since = { ms: performance.now(), bytes: 0 };
  let wake = (): void => {};
  const observe = (): void => {
    const ms = performance.now();
    const seconds = (ms - since.ms) / 1000;
    if (seconds < windowSeconds) return;
    fit = fitConnections(fit, { bytesPerSecond: (tally.loadedBytes - since.bytes) / seconds, faults }, most);
    since = { ms, bytes: tally.loadedBytes };
    faults = 0;
    wake();
  };
  return {
    open: () => fit.connections,
    onBegin(given) {
      wake = given;
    },
    tally: {
      get loadedBytes() {
        return tally.loadedBytes;
      },
      expect: tally.expect,
      load(bytes) {
        tally.load(bytes);
        observe();
      },
    },
    onUnreachable() {
      faults++;
      observe();
    },
  };
}

const windowSeconds = 2;
