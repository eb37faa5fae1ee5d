/** Brings objects that this computer does not have from where they are published: after the loss of another one, and in CI. */
import { EnvironmentError } from '../cli/errors.ts';
import { forEachAtOnce } from '../deploy/targets/shared/at-once.ts';
import type { Target } from '../deploy/targets/target.ts';
import { compressibleTypes } from '../model/media-types.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import type { ManifestFile } from '../model/release/manifest.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { FetchObjects, ObjectStore } from '../release/object-store.ts';

/**
 * Returns what brings all of the files that are asked for.
 *
 * @throws EnvironmentError, when it is called, for one that is missing there or is not what it is named
 */
export const objectFetcher =
  (target: Target, signal: AbortSignal): FetchObjects =>
  (files, objects) =>
    fetchMissing(files, objects, target, signal, ({ path }, isThere) => {
      throw new EnvironmentError(
        `The object of "${path}" is ${isThere ? 'damaged' : 'missing'} at ${target.name}. Build and release it anew instead.`,
      );
    });

/** Returns what brings the files that a new release can be compared with; what is missing there has no patch. */
export const patchFetcher =
  (target: Target, signal: AbortSignal): FetchObjects =>
  (files, objects) => {
    const wanted = files
      .filter(({ br, kind, bytes }) => (br !== undefined || kind === 'index') && bytes <= largestForPatches)
      .slice(0, mostForPatches);
    return fetchMissing(wanted, objects, target, signal, () => {});
  };

/** So many files, and so large ones: beyond, mirrors load the files themselves. */
const mostForPatches = 2000;
const largestForPatches = 256 * 1024;

const mostAtOnce = 8;

async function fetchMissing(
  files: readonly ManifestFile[],
  objects: ObjectStore,
  target: Target,
  signal: AbortSignal,
  onFault: (file: ManifestFile, isThere: boolean) => void,
): Promise<void> {
  const missing = new Map<Sha256, ManifestFile>();
  for (const file of files) if (!objects.has(file.sha256)) missing.set(file.sha256, file);
  await forEachAtOnce(
    missing.values(),
    mostAtOnce,
    async (file, ends) => {
      const bytes = await target.read(releasePaths.object(file.sha256), ends);
      if (bytes === undefined || sha256(bytes) !== file.sha256) return onFault(file, bytes !== undefined);
      await objects.add(file.sha256, bytes, compressibleTypes.includes(file.type.replace(/;.*/, '')));
    },
    signal,
  );
}
