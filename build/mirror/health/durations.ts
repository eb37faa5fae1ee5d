/** Times for people: the same in every place of the world. */

/** Returns `3 days 2 hours`, the two largest units at most. */
export function durationInWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [days, hours] = [Math.floor(minutes / (24 * 60)), Math.floor(minutes / 60) % 24];
  const parts =
    days > 0
      ? [counted(days, 'day'), counted(hours, 'hour')]
      : [counted(hours, 'hour'), counted(minutes % 60, 'minute')];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ') || 'less than a minute';
}

/** Returns `2026-11-29 22:30 UTC`. */
export const instantInWords = (instant: string): string =>
  `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
