/**
 * The time of something that replaces what was known, in seconds since 1970: always later than that, also within one second and
 * with a clock that was set back, so that merging keeps the newer of the two.
 */
export const timeAfter = (known = 0): number => Math.max(Math.floor(Date.now() / 1000), known + 1);
