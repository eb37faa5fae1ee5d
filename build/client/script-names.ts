/** Scripts by the name of their file: `search` is `templates/client/search.client.ts`. */
export const scriptNames = [
  'search',
  'lesson',
  'course',
  'home',
  'learning',
  'qr',
  'certificate',
  'verify',
  'library',
  'share',
  'mirror',
] as const;

export type ScriptName = (typeof scriptNames)[number];

/**
 * Scripts under lasting names in the folder of a site: the service worker, and what starts it. A browser tells a worker, and what it is
 * for, by its address. `sw` is `/sw.js` and `templates/client/sw.client.ts`.
 */
export type LastingScriptName = 'sw' | 'keep';

export type LastingScripts = Readonly<Record<LastingScriptName, Uint8Array>>;

/** Something for each script. */
export type ByScript<T> = Readonly<Record<ScriptName, T>>;
