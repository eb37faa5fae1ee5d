/** Gives contents the names that they have in a site. */
import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hasCode } from '../../cli/errors.ts';
import type { ManifestFile } from '../../model/release/manifest.ts';
import { lacksLinks } from '../folder/lacks-links.ts';
import { type MirrorPaths, objectFile } from '../folder/mirror-paths.ts';
import { readManifestFiles } from '../manifest/read-manifest.ts';
import { openPresence } from './presence.ts';

export interface LinkRequest {
  readonly paths: MirrorPaths;
  readonly manifest: string;
  /** The site. */
  readonly folder: string;
  /** Whether nothing is there yet; else what is missing is added. */
  readonly isFresh: boolean;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** @returns how many names were given */
export async function linkFiles({
  paths,
  manifest,
  folder,
  isFresh,
  onProgress,
  signal,
}: LinkRequest): Promise<number> {
  const folders = new Set<string>();
  const isThere = isFresh ? () => false : openPresence();
  let done = 0;
  let linked = 0;
  const place = (from: string, to: string): void => {
    if (isThere(to)) return;
    const above = path.dirname(to);
    if (!folders.has(above)) {
      mkdirSync(above, { recursive: true });
      folders.add(above);
    }
    if (linkOrCopy(from, to)) linked++;
  };
  for (const file of readManifestFiles(manifest)) {
    const to = path.join(folder, file.path);
    place(objectFile(paths, file.sha256), to);
    if (file.br !== undefined) place(objectFile(paths, file.sha256, '.br'), `${to}.br`);
    if (file.gz !== undefined) place(objectFile(paths, file.sha256, '.gz'), `${to}.gz`);
    if (++done % betweenPauses > 0) continue;
    onProgress(done);
    // Ctrl-C is only heard in a pause.
    await setImmediate();
    signal.throwIfAborted();
  }
  return linked;
}

const betweenPauses = 200;

/** Returns what tells whether a file and its copies have their names in a site. */
export function openLinked(folder: string): (file: ManifestFile) => boolean {
  const isThere = openPresence();
  return ({ path: name, br, gz }) => {
    const file = path.join(folder, name);
    return (
      isThere(file) &&
      (br === undefined || isThere(`${file}.br`)) &&
      (gz === undefined || isThere(`${file}.gz`))
    );
  };
}

/** @returns false where there is no such content: a copy that is not kept, or something that the next synchronisation brings */
export function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    if (hasCode(error, 'EEXIST')) return true;
    if (!lacksLinks(error)) throw error;
  }
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  return true;
}
