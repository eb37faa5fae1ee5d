import { EnvironmentError } from '../cli/errors.ts';
import type { Target } from '../deploy/targets/target.ts';
import { compressibleTypes } from '../model/media-types.ts';
import { sha256 } from '../model/paths.ts';
import { diffManifests } from '../model/release/delta.ts';
import type { ManifestFile } from '../model/release/manifest.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { isReleasePage } from '../release/fill-release-pages.ts';
import { openObjects } from '../release/object-store.ts';
import { readManifest, readRecord, requireLatest, requireManifest } from '../release/release-folder.ts';

/** What a rollback needs of an earlier release: files that differ from the newest one. */
export async function fetchForRollback(
  folder: string,
  sequence: number | undefined,
  target: Target,
  signal: AbortSignal,
): Promise<void> {
  const { record } = await requireLatest(folder);
  const wanted = await readRecord(folder, sequence ?? record.sequence - 1);
  const manifest = wanted && (await readManifest(folder, wanted.manifest.sha256));
  if (manifest === undefined) return;
  const newest = await requireManifest(folder, record.manifest.sha256);
  await fetchObjects(folder, diffManifests(newest, manifest).changed, target, signal);
  await fetchReleasePages(folder, target, signal);
}

/** The pages about the newest release, which are made anew for the next one. */
export async function fetchReleasePages(folder: string, target: Target, signal: AbortSignal): Promise<void> {
  const { record } = await requireLatest(folder);
  const { files } = await requireManifest(folder, record.manifest.sha256);
  await fetchObjects(
    folder,
    files.filter((file) => isReleasePage(file.path)),
    target,
    signal,
  );
}

/**
 * Brings objects that this computer does not have from where they are published.
 *
 * @throws EnvironmentError for one that is missing there, or is not what it is named
 */
async function fetchObjects(
  folder: string,
  files: readonly ManifestFile[],
  target: Target,
  signal: AbortSignal,
): Promise<void> {
  const objects = await openObjects(folder);
  for (const { sha256: digest, type, path } of files) {
    if (objects.has(digest)) continue;
    const bytes = await target.read(releasePaths.object(digest), signal);
    if (bytes === undefined || sha256(bytes) !== digest)
      throw new EnvironmentError(
        `The object of "${path}" is ${bytes === undefined ? 'missing' : 'damaged'} at ${target.name}. Build and release it anew instead.`,
      );
    await objects.add(digest, bytes, compressibleTypes.includes(type.replace(/;.*/, '')));
  }
}
