import { EnvironmentError } from '../cli/errors.ts';
import type { Target } from '../deploy/targets/target.ts';
import { compressibleTypes } from '../model/media-types.ts';
import { sha256 } from '../model/paths.ts';
import { diffManifests } from '../model/release/delta.ts';
import type { ManifestFile } from '../model/release/manifest.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { isReleasePage } from '../release/fill-release-pages.ts';
import { type ObjectStore, openObjects } from '../release/object-store.ts';
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

/** No more than a mirror would load of them without patches. */
const mostForPatches = { files: 2000, bytes: 64 * 1024 * 1024 } as const;

/** Brings what the new release can be compared with, from where the one before is published; what is missing there has no patch. */
export async function fetchForPatches(
  files: readonly ManifestFile[],
  objects: ObjectStore,
  target: Target,
  signal: AbortSignal,
): Promise<void> {
  let bytes = 0;
  for (const file of files
    .filter(({ br, kind }) => br !== undefined || kind === 'index')
    .slice(0, mostForPatches.files)) {
    bytes += file.bytes;
    if (bytes > mostForPatches.bytes) return;
    const object = await target.read(releasePaths.object(file.sha256), signal);
    if (object !== undefined && sha256(object) === file.sha256)
      await objects.add(file.sha256, object, isCompressible(file));
  }
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
    await objects.add(digest, bytes, isCompressible({ type }));
  }
}

const isCompressible = ({ type }: Pick<ManifestFile, 'type'>): boolean =>
  compressibleTypes.includes(type.replace(/;.*/, ''));
