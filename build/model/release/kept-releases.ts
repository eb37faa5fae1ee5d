/** So many earlier releases lead to the newest one, and can be brought back. */
export const keptReleases = 20;
