/** Where a site publishes the program that makes a mirror of it, as a file like any other: below the address of the site. */
export const programPath = 'mirror/passport-mirror.mjs';
