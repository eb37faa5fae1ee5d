/** Makes the folder of a release beside the others, wholly or not at all. */
import { mkdir, rename, rm } from 'node:fs/promises';
import { type MirrorPaths, siteFolder } from '../folder/mirror-paths.ts';
import { syncFolder, unfinished } from '../folder/write-whole.ts';
import { type LinkRequest, linkFiles } from './link-files.ts';
import { addSealedParts, type SealedParts } from './sealed-parts.ts';

/**
 * All contents are there.
 *
 * @returns how many files were put into their places
 */
export async function buildSite(
  paths: MirrorPaths,
  parts: SealedParts,
  request: Pick<LinkRequest, 'onProgress' | 'signal'>,
): Promise<number> {
  const site = siteFolder(paths, parts.pointer.sequence);
  const half = site + unfinished;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  const linked = await linkFiles({
    paths,
    manifest: parts.manifest,
    folder: half,
    isFresh: true,
    ...request,
  });
  await addSealedParts(half, paths, parts);
  // One that was not served yet when its synchronisation was killed.
  await rm(site, { recursive: true, force: true });
  await rename(half, site);
  await syncFolder(paths.sites);
  return linked;
}
