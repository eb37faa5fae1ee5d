/**
 * Tries what may pass by itself again, with longer and longer pauses, each of a random length so that many who wait do not come back
 * together ("full jitter").
 */
import { EnvironmentError } from '../../../cli/errors.ts';
import type { TargetOptions } from '../options.ts';
import { type Fault, type Remedies, sentenceOf } from './fault.ts';

export interface Attempt {
  /** Aborted when the whole work is, or when this attempt takes too long. */
  readonly signal: AbortSignal;
  /** Counts from 1. */
  readonly number: number;
}

export interface Effort {
  /** For the sentence: `writing "ru/index.html"`. */
  readonly what: string;
  /** What it carries, which counts for how long it may take. */
  readonly bytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Works until it succeeds, has failed too often, or fails in a way that does not pass.
 *
 * @throws EnvironmentError with a sentence; the reason of the signal
 */
export type Attempts = <T>(effort: Effort, work: (attempt: Attempt) => Promise<T>) => Promise<T>;

const firstPauseMs = 250;
const longestPauseMs = 20_000;
/** A server that asks for more is asked again all the same, and the command ends. */
const longestRetryAfterMs = 120_000;
/** 16 KB/s: slower lines than that carry no deployment. */
const slowestBytesPerMs = 16;

/** @param judge tells an error of the library of this target */
export function attemptsOf(
  name: string,
  judge: (error: unknown) => Fault,
  own: Remedies,
  { random, sleep, timeoutMs = 30_000, mostAttempts = 6 }: TargetOptions,
): Attempts {
  return async ({ what, bytes = 0, signal }, work) => {
    for (let number = 1; ; number++) {
      signal?.throwIfAborted();
      try {
        return await within(timeoutMs + bytes / slowestBytesPerMs, signal, (ends) =>
          work({ signal: ends, number }),
        );
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof EnvironmentError) throw error;
        const fault = error instanceof TimeLimitError ? timeOut : judge(error);
        // Without the error as its cause: that may hold what nobody should read.
        if (!fault.passes || number >= mostAttempts)
          throw new EnvironmentError(sentenceOf(fault, name, what, own));
        const pauseMs = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (number - 1));
        await sleep(
          Math.max(pauseMs, Math.min(fault.retryAfterMs ?? 0, longestRetryAfterMs)),
          signal ?? undefined,
        );
      }
    }
  };
}

const timeOut: Fault = { kind: 'time-out', passes: true };

class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** Rejects at the limit and when the signal is aborted, also when the work pays no heed to its own signal. */
async function within<T>(
  limitMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ends = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    reject(reason);
    ends.abort(reason);
  };
  const onAbort = (): void => end(signal?.reason);
  const timer = setTimeout(() => end(new TimeLimitError()), limitMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work(ends.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
