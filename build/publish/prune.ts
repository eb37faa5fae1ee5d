/** Removes from a folder of releases what no kept release needs any more. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Sha256 } from '../model/paths.ts';
import { isKept, keptReleases } from '../model/release/kept-releases.ts';
import { parsePointer } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { namesIn } from '../output/names-in.ts';
import { openObjects } from '../release/object-store.ts';
import { readManifest, readRecord, sequencesIn } from '../release/release-folder.ts';
import { readNewestRelease } from './newest-release.ts';
import { readFilesOf } from './read-files.ts';

/** Every tenth release: to look through all that is kept takes longer than what it leaves behind is worth. */
export async function pruneAtTimes(folder: string, sequence: number): Promise<void> {
  if (sequence % 10 === 0) await pruneReleases(folder, new Set());
}

/**
 * Keeps what the newest releases consist of, all records and roots, and the deltas of the last ones.
 *
 * @param withdrawn objects that go in any case, together with every patch that may hold something of them
 */
export async function pruneReleases(folder: string, withdrawn: ReadonlySet<Sha256>): Promise<void> {
  const newest = await readNewestRelease(folder);
  const manifests = new Set<Sha256>();
  const objects = new Set<Sha256>();
  for (const [position, sequence] of (await sequencesIn(folder)).entries()) {
    const record = await readRecord(folder, sequence);
    if (record === undefined || !isKept(position, record.released, newest.record.released)) continue;
    const digest = record.manifest.sha256;
    if (manifests.has(digest)) continue;
    manifests.add(digest);
    for (const file of (await readManifest(folder, digest))?.files ?? [])
      if (!withdrawn.has(file.sha256)) objects.add(file.sha256);
  }
  const store = await openObjects(folder);
  const gone = store.list().filter((object) => !objects.has(object));
  await store.remove(gone);
  const deltas = gone.some((object) => withdrawn.has(object))
    ? new Set(newest.sealed.map((part) => part.path))
    : newest.recentDeltas;
  const pointers = await oldPointers(folder);
  await removeOthers(folder, 'deltas', (name) => deltas.has(name));
  await removeOthers(folder, 'patches', (name) => deltas.has(name));
  await removeOthers(folder, 'targets', (name) => !pointers.has(name));
  await removeOthers(folder, 'manifests', (name) =>
    [...manifests].some((digest) => name.startsWith(releasePaths.manifest(digest))),
  );
}

async function oldPointers(folder: string): Promise<ReadonlySet<string>> {
  const files = [...(await readFilesOf(folder, ['targets']))]
    .map(([name, bytes]) => ({ name, sequence: parsePointer(bytes).sequence }))
    .toSorted((a, b) => b.sequence - a.sequence);
  return new Set(files.slice(keptReleases).map(({ name }) => name));
}

async function removeOthers(
  folder: string,
  below: string,
  isWanted: (name: string) => boolean,
): Promise<void> {
  for (const name of await namesIn(path.join(folder, below)))
    if (!isWanted(`${below}/${name}`)) await rm(path.join(folder, below, name), { force: true });
}
