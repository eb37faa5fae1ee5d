import type { ManifestFile } from '../../model/release/manifest.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { namesOf } from '../folder/names-of.ts';

/** Returns the digests of all contents that are here. */
export function objectsHere({ objects }: MirrorPaths): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of namesOf(objects)) if (isDigest(name)) found.add(name);
  return found;
}

const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** Collects contents that are not here, each once, with what it takes to fetch them and nothing else. */
export function collectMissing(here: ReadonlySet<string>) {
  const missing = new Map<string, Pick<ManifestFile, 'sha256' | 'bytes' | 'br' | 'gz'>>();
  return {
    add({ sha256, bytes, br, gz }: ManifestFile): void {
      if (here.has(sha256) || missing.has(sha256)) return;
      missing.set(sha256, {
        sha256,
        bytes,
        ...(br !== undefined && { br }),
        ...(gz !== undefined && { gz }),
      });
    },
    list: () => [...missing.values()],
  };
}
