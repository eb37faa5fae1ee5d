/** What is known of each source in this run: who gave wrong bytes is asked no more, who does not answer is asked last. */
import type { Source, SourceError } from '../sources/source.ts';

export interface Upstream {
  readonly source: Source;
  /** Files that came and were what they should be. */
  right: number;
  /** Files that were something else, or answers that no honest source gives. */
  wrong: number;
  /** How often in a row it could not be reached. */
  unreachable: number;
  /** A sentence about the last thing that went wrong. */
  reason?: string;
}

export const upstreamsOf = (sources: readonly Source[]): Upstream[] =>
  sources.map((source) => ({ source, right: 0, wrong: 0, unreachable: 0 }));

/** Returns those that are asked, in the order in which they are. */
export const askedUpstreams = (upstreams: readonly Upstream[]): Upstream[] =>
  upstreams
    .filter((upstream) => !isDistrusted(upstream))
    .sort((a, b) => Math.min(a.unreachable, 1) - Math.min(b.unreachable, 1));

/** A disk that has decayed here and there still has the rest. */
const isDistrusted = ({ wrong, right }: Upstream): boolean =>
  wrong >= mostWrong && wrong * rightForEachWrong > right;
const mostWrong = 5;
const rightForEachWrong = 20;

/** Notes a file that was not what it should be, and tells people; soon nobody asks this source any more. */
export function noteWrong(upstream: Upstream, reason: string, warn: (sentence: string) => void): void {
  const wasDistrusted = isDistrusted(upstream);
  upstream.wrong++;
  upstream.reason = reason;
  warn(reason);
  if (!wasDistrusted && isDistrusted(upstream))
    warn(
      `${upstream.source.name} gave ${upstream.wrong} wrong answers and is not asked any more this time. Whoever keeps it has to look at it.`,
    );
}

export function noteUnreachable(upstream: Upstream, { message }: SourceError): void {
  upstream.unreachable++;
  upstream.reason = message;
}

export function noteRight(upstream: Upstream): void {
  upstream.right++;
  upstream.unreachable = 0;
}
