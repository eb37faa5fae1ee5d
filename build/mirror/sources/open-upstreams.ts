/** The upstreams of a mirror, on one line. */
import { setTimeout } from 'node:timers/promises';
import type { MirrorConfiguration } from '../folder/configuration.ts';
import { openHttpSource } from './http-source.ts';
import { type Line, openLine } from './line.ts';
import type { Source } from './source.ts';

export interface Upstreams {
  readonly sources: readonly Source[];
  readonly line: Line;
  /** Ends connections that wait. */
  close(): void;
}

/** Of silence; slow lines are not silent. */
const timeoutMs = 30_000;

export function openUpstreams(
  { upstreams, limitBytesPerSecond }: Pick<MirrorConfiguration, 'upstreams' | 'limitBytesPerSecond'>,
  signal: AbortSignal,
): Upstreams {
  const line = openLine(limitBytesPerSecond, {
    nowMs: () => performance.now(),
    pause: (ms, pauseSignal) => setTimeout(ms, undefined, { signal: pauseSignal }),
  });
  const sources = upstreams.map((url) => openHttpSource(url, { line, timeoutMs, signal }));
  return {
    sources,
    line,
    close: () => {
      for (const source of sources) source.close();
    },
  };
}
