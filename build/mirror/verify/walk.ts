/** Walks through a folder in the order of whole paths, which is that of a manifest; never through a symbolic link. */
import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

export interface Found {
  /** Below the folder where the walk began; that of a folder ends with a slash. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/**
 * Gives files and folders, a folder before what it holds.
 *
 * @param enters asked for each folder whether the walk goes on in it
 */
export function* walk(top: string, enters: (folder: string) => boolean, below = ''): Generator<Found> {
  const found = readdirSync(path.join(top, below), { withFileTypes: true }).map(
    (entry): Found => ({ path: below + entry.name + (entry.isDirectory() ? '/' : ''), kind: kindOf(entry) }),
  );
  // With its slash a folder stands where the paths in it do: `a-b` before `a/x`, `a.b` as well.
  for (const one of found.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    yield one;
    if (one.kind === 'folder' && enters(one.path)) yield* walk(top, enters, one.path);
  }
}

function kindOf(entry: Dirent): Found['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
