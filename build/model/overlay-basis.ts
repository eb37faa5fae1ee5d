import type { Locale } from '../../schemas/brands.ts';
import type { Folder, Text } from './catalogue.ts';
import type { SourcePath } from './paths.ts';

/** The shared folder that a country's folder is laid over, whether it exists or not. */
export const sharedPathOf = (path: SourcePath): SourcePath =>
  path.replace(/^countries\/[a-z]{2}\//, 'shared/') as SourcePath;

/** The shared text that a national one in this language was made from: in the same language, else the original. */
export const basisOf = (shared: Folder | undefined, locale: Locale): Text | undefined =>
  shared?.texts.get(locale) ??
  (shared?.original === undefined ? undefined : shared.texts.get(shared.original));
