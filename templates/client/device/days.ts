/**
 * Days of the calendar on the wall of the learner, counted from 1 January 1970.
 */
const dayMs = 86_400_000;

/** @param seconds since 1970, as a record has them */
export function dayOf(seconds: number): number {
  const date = new Date(seconds * 1000);
  // Past the year 275760 there are no dates, and a record from elsewhere may say so.
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs) || 0;
}

/** Noon in Greenwich, which is the same day from the Azores to Kamchatka. */
export const secondsOf = (day: number): number => (day * dayMs) / 1000 + 43_200;

/** `2026-11-24` */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/**
 * Writes a day in the words of the page: browsers have no Kyrgyz, Tajik or Uzbek months.
 *
 * @param patterns of the twelve months, such as `{day} March {year}`
 */
export function writeDay(day: number, patterns: readonly string[]): string {
  const [year, month, date] = isoDay(day).split('-').map(Number);
  const pattern = patterns[(month ?? 1) - 1] ?? '';
  return pattern.replace('{day}', String(date)).replace('{year}', String(year));
}
