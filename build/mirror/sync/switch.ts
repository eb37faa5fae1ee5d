/** Lets another release be served, from one moment to the next. */
import { rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { syncFolder, unfinished } from '../folder/write-whole.ts';

export async function switchTo(paths: MirrorPaths, sequence: number): Promise<void> {
  const beside = paths.current + unfinished;
  await rm(beside, { force: true });
  await symlink(`${path.basename(paths.sites)}/${sequence}`, beside);
  await rename(beside, paths.current);
  await syncFolder(paths.top);
}
