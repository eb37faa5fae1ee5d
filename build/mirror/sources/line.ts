/**
 * The line of a mirror, which all its connections share: counts what comes over it, and holds back where a limit is set.
 *
 * Whoever has read some bytes pays for them and waits until they would have come at the permitted rate. While it waits it reads nothing
 * further, so that the buffers of the connection fill and the server sends no faster. What fits into these buffers (some 100 kB) may
 * come at once; over a minute the rate is the one that was set.
 */

export interface Line {
  /** Bytes that have come, of headers and of what they announce; of HTTPS after its decryption. */
  readonly received: number;
  readonly requests: number;
  countRequest(): void;
  /**
   * Counts bytes that have come, and waits for as long as they would have taken.
   *
   * @throws the reason of the signal
   */
  pay(bytes: number, signal: AbortSignal): Promise<void>;
}

export interface LineClock {
  /** Milliseconds of a clock that never goes back. */
  nowMs(): number;
  pause(ms: number, signal: AbortSignal): Promise<unknown>;
}

/** @param limitBytesPerSecond absent: as fast as it goes */
export function openLine(limitBytesPerSecond: number | undefined, clock: LineClock): Line {
  let received = 0;
  let requests = 0;
  /** Until then everything is paid for that has come. */
  let paidUntilMs = Number.NEGATIVE_INFINITY;
  return {
    get received() {
      return received;
    },
    get requests() {
      return requests;
    },
    countRequest() {
      requests++;
    },
    async pay(bytes, signal) {
      received += bytes;
      if (limitBytesPerSecond === undefined) return;
      const nowMs = clock.nowMs();
      // Time in which nothing came is not saved up.
      paidUntilMs = Math.max(paidUntilMs, nowMs) + (bytes / limitBytesPerSecond) * 1000;
      const waitMs = paidUntilMs - nowMs;
      if (waitMs >= shortestPauseMs) await clock.pause(waitMs, signal);
    },
  };
}

/** Timers are no finer; what is not waited for is still owed. */
const shortestPauseMs = 5;
