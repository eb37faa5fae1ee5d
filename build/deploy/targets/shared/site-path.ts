import { EnvironmentError } from '../../../cli/errors.ts';

/** Whether a path stays below the folder that it is put into, on every system, and can be told in a list of lines. */
export const isSitePath = (path: string): boolean =>
  !path.includes('\\') &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they divide lists, and end the paths of C.
  !/[\u0000-\u001f\u007f]/.test(path) &&
  path.split('/').every((segment) => !['', '.', '..'].includes(segment));

/** @throws EnvironmentError for a path that would leave the target */
export function checkSitePaths(name: string, paths: readonly string[]): void {
  for (const path of paths)
    if (!isSitePath(path))
      throw new EnvironmentError(
        `${name}: ${JSON.stringify(path)} cannot be the path of a published file, so nothing was changed. Make the release anew.`,
      );
}

/** @throws EnvironmentError for a folder that would leave the target, or does not end with a slash */
export function checkSiteFolder(name: string, folder: string): void {
  if (folder !== '') checkSitePaths(name, [folder.endsWith('/') ? folder.slice(0, -1) : '']);
}

/** What comes before the paths of a store that has no folders: `prefix/`, or nothing. */
export const keyPrefix = (prefix: string): string => (prefix === '' ? '' : `${prefix}/`);
