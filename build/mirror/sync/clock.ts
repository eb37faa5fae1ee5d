/**
 * What time it is at least. A computer whose clock is a year behind would believe what expired long ago; but it cannot be earlier than
 * the newest release that it has seen.
 */
export interface Clock {
  /** By which metadata is judged. */
  readonly now: Date;
  /** What is wrong, as a sentence. */
  readonly warning?: string;
}

/** @param released the instant of the newest release that a valid signature told of */
export function clockOf(now: Date, released: string | undefined): Clock {
  const earliest = released === undefined ? Number.NEGATIVE_INFINITY : Date.parse(released);
  if (now.getTime() >= earliest - toleranceMs) return { now: new Date(Math.max(now.getTime(), earliest)) };
  return {
    now: new Date(earliest),
    warning: `The clock of this computer says ${now.toISOString().slice(0, 10)}, and there is a release of ${released?.slice(0, 10)}. Set it (timedatectl set-ntp true): a wrong clock cannot tell what has expired.`,
  };
}

/** Clocks of two computers are never quite the same. */
const toleranceMs = 60 * 60 * 1000;
