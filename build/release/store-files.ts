/** Puts the files of a site among the objects, and says how each is published. */
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import { compressibleTypes, mediaTypeOf } from '../model/media-types.ts';
import { sha256 } from '../model/paths.ts';
import { fileKindOf } from '../model/release/file-kind.ts';
import type { Manifest, ManifestFile } from '../model/release/manifest.ts';
import type { ObjectStore, TwinSizes } from './object-store.ts';
import type { SiteFile } from './read-site.ts';

export interface StoredFiles {
  /** In the order in which they came. */
  readonly files: readonly ManifestFile[];
  readonly freshObjects: number;
}

/**
 * @param before the manifest of the last release, which knows the copies of objects that are there
 * @param onProgress told of new objects
 */
export async function storeFiles(
  files: readonly SiteFile[],
  objects: ObjectStore,
  before: Manifest | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<StoredFiles> {
  const known = new Map<string, TwinSizes>(before?.files.map((file) => [file.sha256, file]));
  const fresh = [...new Map(files.map((file) => [file.sha256, file])).values()].filter(
    (file) => !objects.has(file.sha256),
  );
  let done = 0;
  const waiting = fresh.values();
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      onProgress(done++, fresh.length);
      known.delete(file.sha256);
      const bytes = file.read();
      if (sha256(bytes) !== file.sha256)
        throw new EnvironmentError(
          `"${file.path}" changed while the site was released. Wait until the build has ended, and release again.`,
        );
      await objects.add(file.sha256, bytes, isCompressible(typeOf(file.path)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    freshObjects: fresh.length,
    files: files.map(({ path: sitePath, sha256: digest, bytes }) => {
      const { br, gz } = known.get(digest) ?? objects.twinsOf(digest);
      return {
        path: sitePath,
        sha256: digest,
        bytes,
        type: typeOf(sitePath),
        kind: fileKindOf(sitePath),
        ...(br !== undefined && { br }),
        ...(gz !== undefined && { gz }),
      };
    }),
  };
}

/** Node compresses in four threads. */
const atOnce = 4;

const typeOf = (sitePath: string): string => mediaTypeOf(path.posix.extname(sitePath));

const isCompressible = (type: string): boolean => compressibleTypes.includes(type.replace(/;.*/, ''));
