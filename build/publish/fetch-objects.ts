import { EnvironmentError } from '../cli/errors.ts';
import type { Target } from '../deploy/targets/target.ts';
import { compressibleTypes } from '../model/media-types.ts';
import { sha256 } from '../model/paths.ts';
import type { ManifestFile } from '../model/release/manifest.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { openObjects } from '../release/object-store.ts';

/**
 * Brings objects that this computer does not have from where they are published.
 *
 * @throws EnvironmentError for one that is missing there, or is not what it is named
 */
export async function fetchObjects(
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
