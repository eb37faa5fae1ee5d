/**
 * Removes what no kept release needs: older releases, what was withdrawn, contents that nobody names, and what was fetched on the way.
 *
 * What a kill leaves undone the next synchronisation does: all of it follows from what is there.
 */
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Withdrawn } from '../../model/release/release-record.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { namesOf } from '../folder/names-of.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import { type KeptRelease, readKept } from './kept-releases.ts';
import { removeWithdrawn } from './withdraw.ts';

/** Of a site that is being removed. */
export const gone = '.gone~';

/**
 * @param current the release that is served
 * @param mostReleases how many stay, it among them
 */
export async function cleanUp(
  paths: MirrorPaths,
  current: number,
  mostReleases: number,
  withdrawn: Withdrawn,
): Promise<void> {
  const kept = await wholeReleases(paths, current);
  // Where the list of what is served has decayed, nobody knows what is not needed.
  if (kept[0]?.sequence !== current) return;
  const stay = kept.slice(0, mostReleases);
  await removeSites(paths, new Set(stay.map(({ sequence }) => sequence)));
  const named = await removeWithdrawn(paths, stay, withdrawn);
  await removeUnnamed(paths, named);
  for (const name of await readdir(paths.incoming))
    await rm(path.join(paths.incoming, name), { recursive: true, force: true });
}

/** Returns the release that is served, and the older ones after it, without those whose manifests have decayed. */
export async function wholeReleases(paths: MirrorPaths, current: number): Promise<readonly KeptRelease[]> {
  const kept = (await readKept(paths)).filter(({ sequence }) => sequence <= current);
  const whole: KeptRelease[] = [];
  for (const release of kept)
    if (await hasDigest(release.manifest, release.pointer.manifest)) whole.push(release);
  return whole;
}

async function removeSites(paths: MirrorPaths, stay: ReadonlySet<number>): Promise<void> {
  for (const name of await readdir(paths.sites)) {
    if (!/^\d+$/.test(name) || stay.has(Number(name))) continue;
    const site = path.join(paths.sites, name);
    await rename(site, site + gone);
    await rm(site + gone, { recursive: true, force: true });
  }
}

async function removeUnnamed({ objects }: MirrorPaths, named: ReadonlySet<string>): Promise<void> {
  const unnamed: string[] = [];
  for (const name of namesOf(objects)) {
    const digest = /^([0-9a-f]{64})(?:\.br|\.gz)?$/.exec(name)?.[1];
    if (digest !== undefined && !named.has(digest)) unnamed.push(name);
  }
  for (const name of unnamed) await rm(path.join(objects, name), { force: true });
}
