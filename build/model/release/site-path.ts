/**
 * Paths of published files. They become names of files on servers of any kind, so that whatever would leave the folder of a site, or
 * would be another file on another system, is refused.
 */
import { isReservedName } from '../reserved-name.ts';

/** Below the site's own files lie those of its releases. */
const releaseFolders: ReadonlySet<string> = new Set([
  'objects',
  'manifests',
  'deltas',
  'patches',
  'releases',
  'targets',
  'metadata',
  'locks',
  // What a mirror says of itself.
  '_mirror',
]);

/** What a folder on a server can hold with the name of the longest place before it. */
const longestPath = 200;

/** Says what is wrong with the path of a published file, as the end of a sentence; nothing when all is well. */
export function faultOfSitePath(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.length > longestPath) return `is longer than ${longestPath} characters`;
  if (!/^[A-Za-z0-9._/-]+$/.test(path))
    return 'has other characters than Latin letters, digits, hyphens, dots and underscores';
  const segments = path.split('/');
  if (segments.some((segment) => /^\.*$/.test(segment))) return 'leaves its folder';
  if (segments.some(isReservedName)) return 'has a name that Windows does not allow';
  if (releaseFolders.has(segments[0] ?? '') || path === '_release.json')
    return 'lies where the parts of a release lie';
  if (/\.(?:br|gz)$/.test(path)) return 'has the name of a compressed copy';
  return undefined;
}

/** Returns two paths that are one file where case does not count, or a file in which another one would have to lie. */
export function collidingPaths(paths: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const folded = path.toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) return [other, path];
    seen.set(folded, path);
  }
  for (const path of paths)
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      const above = seen.get(path.slice(0, end).toLowerCase());
      if (above !== undefined) return [above, path];
    }
  return undefined;
}
