/** Has one file from whichever source gives it: the others are asked at once where one fails, and all of them again after a pause. */
import { setTimeout } from 'node:timers/promises';
import { SourceError } from '../sources/source.ts';
import { download, gatheredBytes, type WantedFile } from './download.ts';
import type { Tally } from './tally.ts';
import { askedUpstreams, noteRight, noteUnreachable, noteWrong, type Upstream } from './upstreams.ts';

/** What all files that are fetched have in common. */
export interface Run {
  readonly upstreams: readonly Upstream[];
  readonly tally: Tally;
  /** Between two rounds over all sources that could not be reached. */
  readonly pausesMs: readonly number[];
  readonly warn: (sentence: string) => void;
  readonly onUnreachable: () => void;
  readonly signal: AbortSignal;
}

/** `lost`: no source has it as it should be. `unreachable`: one that may have it does not answer. */
export type Outcome = 'kept' | 'lost' | 'unreachable';

/**
 * @param variants the same file under several paths; the next one is asked for where a source does not have the one before
 * @throws the error of the file system; the reason of the signal
 */
export async function fetchFile(variants: readonly WantedFile[], run: Run): Promise<Outcome> {
  const given = new Set<Upstream>();
  let gathered = 0;
  for (let round = 0; ; round++) {
    let retryAfterMs: number | undefined;
    for (const upstream of askedUpstreams(run.upstreams)) {
      if (given.has(upstream)) continue;
      const answer = await askUpstream(upstream, variants, run);
      if (answer === 'kept') return 'kept';
      if (answer === 'lost') given.add(upstream);
      else retryAfterMs = Math.max(retryAfterMs ?? 0, answer.retryAfterMs);
    }
    if (retryAfterMs === undefined) return 'lost';
    // A line that breaks every minute brings a film as well, in many parts.
    const now = gatheredOfAll(variants);
    if (now - gathered >= worthwhileBytes) [round, gathered] = [0, now];
    const pauseMs = run.pausesMs[round];
    if (pauseMs === undefined) return 'unreachable';
    await pause(Math.max(pauseMs, retryAfterMs), run.signal);
  }
}

/** Less in all of a round is no progress. */
const worthwhileBytes = 64 * 1024;

const gatheredOfAll = (variants: readonly WantedFile[]): number =>
  variants.reduce((sum, file) => sum + gatheredBytes(file), 0);

async function askUpstream(
  upstream: Upstream,
  variants: readonly WantedFile[],
  { tally, warn, onUnreachable, signal }: Run,
): Promise<'kept' | 'lost' | SourceError> {
  for (const [at, file] of variants.entries()) {
    signal.throwIfAborted();
    try {
      if (await download(upstream.source, file, tally, signal)) {
        noteRight(upstream);
        return 'kept';
      }
      noteWrong(
        upstream,
        `${upstream.source.name} gave wrong bytes for ${file.path}; they were thrown away.`,
        warn,
      );
      return 'lost';
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      if (error.fault === 'unreachable') {
        noteUnreachable(upstream, error);
        onUnreachable();
        return error;
      }
      if (error.fault === 'refused') {
        noteWrong(upstream, error.message, warn);
        return 'lost';
      }
      upstream.reason = error.message;
      // The next one, or the first one of the next source.
      tally.expect((variants[(at + 1) % variants.length] ?? file).bytes - file.bytes);
    }
  }
  return 'lost';
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {});
  signal.throwIfAborted();
}
