/** So many earlier releases lead to the newest one, and can be brought back. */
export const keptReleases = 20;

/** However many there are: what left a site a week ago must still be known when it may be removed. */
const keptDays = 14;

/**
 * Whether an earlier release is still kept.
 *
 * @param position how manyeth it is before the newest one, from 1
 * @param released its instant
 * @param newest that of the newest release
 */
export const isKept = (position: number, released: string, newest: string): boolean =>
  position <= keptReleases || Date.parse(newest) - Date.parse(released) < keptDays * 24 * 60 * 60 * 1000;
