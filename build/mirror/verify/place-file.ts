/** Puts files into their places: each is there as it was before, or as it should be. */
import { copyFile, link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import { lacksLinks } from '../folder/lacks-links.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { writeSynced } from '../folder/write-whole.ts';

/**
 * Links a content into a site, or copies it where the file system has no hard links. Whatever has the name is replaced, be it a file, a
 * symbolic link or a folder.
 */
export async function placeLink(paths: MirrorPaths, content: string, place: string): Promise<void> {
  await placeWith(paths, place, async (fresh) => {
    try {
      await link(content, fresh);
    } catch (error) {
      if (!lacksLinks(error)) throw error;
      await copyFile(content, fresh);
    }
  });
}

export const placeBytes = (paths: MirrorPaths, bytes: Uint8Array, place: string): Promise<void> =>
  placeWith(paths, place, (fresh) => writeSynced(fresh, bytes));

/** @param make writes or links a new file of that name */
export async function placeWith(
  { incoming }: MirrorPaths,
  place: string,
  make: (fresh: string) => Promise<void>,
): Promise<void> {
  await mkdir(incoming, { recursive: true });
  // Nothing in there is served, and the next synchronisation clears it up.
  const fresh = path.join(incoming, `verify-${process.pid}-${count++}.new~`);
  try {
    await make(fresh);
    await mkdir(path.dirname(place), { recursive: true });
    if ((await kindAt(place)) === 'folder') await rm(place, { recursive: true });
    await rename(fresh, place);
  } finally {
    // Two links to the same content are not moved one over the other: rename(2) then does nothing.
    await rm(fresh, { force: true });
  }
}

let count = 0;

/** What a name stands for itself, without following it. */
export async function kindAt(file: string): Promise<'file' | 'folder' | 'other' | undefined> {
  try {
    const found = await lstat(file);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
