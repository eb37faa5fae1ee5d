/** Removes what was withdrawn from every release that is here, whichever of them is served. */
import { rmdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import type { Withdrawn } from '../../model/release/release-record.ts';
import { type MirrorPaths, objectFile, twinSuffixes } from '../folder/mirror-paths.ts';
import { readManifestFiles } from '../manifest/read-manifest.ts';
import type { KeptRelease } from './kept-releases.ts';

/**
 * A page is known by its path as well: what it was in earlier releases goes, too, unless something else is the same. Done again it does
 * the same, so that a kill does no harm.
 *
 * @param kept releases whose manifests are whole
 * @returns digests of the contents that they still name
 */
export async function removeWithdrawn(
  paths: MirrorPaths,
  kept: readonly KeptRelease[],
  withdrawn: Withdrawn,
): Promise<ReadonlySet<string>> {
  const [digests, pages] = [new Set<string>(withdrawn.digests), new Set(withdrawn.paths)];
  const named = new Set<string>();
  const gone = new Set(withdrawn.digests);
  for (const { manifest, folder } of kept) {
    const names: string[] = [];
    for (const file of readManifestFiles(manifest))
      if (digests.has(file.sha256) || pages.has(file.path)) {
        names.push(file.path);
        gone.add(file.sha256);
      } else named.add(file.sha256);
    for (const name of names) {
      await removeWithTwins(path.join(folder, name));
      removeEmptyAbove(folder, name);
    }
    // Patches have contents in them.
    if (names.length > 0)
      for (const name of ['deltas', 'patches'])
        await rm(path.join(folder, name), { recursive: true, force: true });
  }
  for (const digest of gone) if (!named.has(digest)) await removeWithTwins(objectFile(paths, digest));
  return named;
}

async function removeWithTwins(file: string): Promise<void> {
  for (const suffix of ['', ...twinSuffixes]) await rm(file + suffix, { force: true });
}

/** A site has no folder that holds nothing. */
function removeEmptyAbove(site: string, name: string): void {
  try {
    for (let above = path.dirname(name); above !== '.'; above = path.dirname(above))
      rmdirSync(path.join(site, above));
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR')) throw error;
  }
}
