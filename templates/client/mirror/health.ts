/**
 * What a page takes from the health of a mirror. The file is no part of the signed site: all of it may be made up, so that nothing is
 * taken but a name, which is shown as text, and instants.
 */
export interface MirrorHealth {
  /** Who keeps the mirror; empty where nobody says. */
  readonly name: string;
  /** When the release began to be shown there, in seconds since 1970. */
  readonly updated: number;
  /** Whether a reader should know that there may be something newer. */
  readonly isOld: boolean;
}

const dayMs = 86_400_000;
/** A power cut, holidays, a line that is down for a week: no reason to worry anybody. */
const patienceMs = 14 * dayMs;

/**
 * @param text `/_mirror/health.json`
 * @param nowMs the clock of the reader, which may be wrong
 * @returns nothing for what does not say since when it is as it is
 */
export function readHealth(text: string, nowMs: number): MirrorHealth | undefined {
  if (text.length > 9999) return undefined;
  const { name, updated, state, checked, sequence, newest } = fieldsOf(parse(text));
  const at = timeOf(updated);
  const next = fieldsOf(newest);
  const isPast = (instant: unknown): boolean => nowMs - timeOf(instant) > patienceMs;
  return at > 0
    ? {
        // No control characters, and none that turn the direction of what follows.
        name: typeof name === 'string' ? name.replace(/\p{C}/gu, '').trim().slice(0, 120) : '',
        updated: at / 1000,
        isOld:
          state === 'expired' || isPast(checked) || (sequence !== next.sequence && isPast(next.released)),
      }
    : undefined;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value ? { ...value } : {};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In milliseconds since 1970; NaN for what is no instant such as `2026-11-30T04:05:06Z`. */
const timeOf = (instant: unknown): number =>
  typeof instant === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(instant)
    ? Date.parse(instant)
    : Number.NaN;
