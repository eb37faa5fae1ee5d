/**
 * How many files are fetched at the same time: one more while that brings more bytes, one less when the line breaks down.
 *
 * Many small files wait mostly for answers, so that more connections help; a line that is full already, or limited, gets slower.
 */
export interface Fit {
  readonly connections: number;
  /** Bytes a second before the last one was added, while it has to show what it brings. */
  readonly before?: number;
  /** For so many windows nothing is tried. */
  readonly restWindows: number;
}

export const firstFit = (most: number): Fit => ({ connections: Math.min(2, most), restWindows: 0 });

/** What happened in some seconds. */
export interface Window {
  readonly bytesPerSecond: number;
  /** Connections that failed, hung, or were sent away. */
  readonly faults: number;
}

/** @param most connections, at least 1 */
export function fitConnections(fit: Fit, { bytesPerSecond, faults }: Window, most: number): Fit {
  const { connections, before, restWindows } = fit;
  if (faults > 0) return { connections: Math.max(1, connections - 1), restWindows: restAfterTrial };
  if (before !== undefined && bytesPerSecond < before * worthwhile)
    return { connections: connections - 1, restWindows: restAfterTrial };
  if (restWindows > 0) return { connections, restWindows: restWindows - 1 };
  if (connections >= most) return { connections, restWindows: restAfterTrial };
  return { connections: connections + 1, before: bytesPerSecond, restWindows: 0 };
}

/** Less is chance. */
const worthwhile = 1.1;
const restAfterTrial = 10;
