/**
 * Which program this is: the project's own, or the one file that a ministry runs.
 *
 * The bundler writes the version in place of the name below; where nobody bundled, there is no such name.
 */
declare const bundledVersion: string | undefined;

/** Its place in every site, below the address: without a digest, since people type it, and mirrors look for it in each release. */
export const programPath = 'mirror/passport-mirror.mjs';

/** `0.1.0` in the one file; nothing in the project. */
export const ownVersion: string | undefined =
  typeof bundledVersion === 'undefined' ? undefined : bundledVersion;

/** How a command of it begins, for usages and advice: `node passport-mirror.mjs sync --dir …`. */
export const ownCommand = ownVersion === undefined ? 'npm run mirror --' : 'node passport-mirror.mjs';
