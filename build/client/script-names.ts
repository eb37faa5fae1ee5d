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

/** Something for each script. */
export type ByScript<T> = Readonly<Record<ScriptName, T>>;
