/** Lets another release be served, from one moment to the next. */
import { rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { syncFolder, unfinished } from '../folder/write-whole.ts';
import { gone } from './clean-up.ts';

export async function switchTo(paths: MirrorPaths, sequence: number): Promise<void> {
  const beside = paths.current + unfinished;
  await rm(beside, { force: true });
  await symlink(`${path.basename(paths.sites)}/${sequence}`, beside);
  try {
    await rename(beside, paths.current);
  } catch (error) {
    // Some copies have a folder in place of the link.
    if (!hasCode(error, 'EISDIR', 'ENOTEMPTY', 'EEXIST')) throw error;
    await rename(paths.current, paths.current + gone);
    await rename(beside, paths.current);
    await rm(paths.current + gone, { recursive: true, force: true });
  }
  await syncFolder(paths.top);
}
