/**
 * Where the parts of a release lie: below `releases/<country>/` on the computer that makes it, and below the address of the site,
 * beside its pages, wherever it is published.
 *
 * No name of them can be that of a language, and all but `_release.json` and `metadata/timestamp.json` hold the same for ever.
 */
import type { Sha256 } from '../paths.ts';

export const releasePaths = {
  object: (sha256: Sha256): string => `objects/${sha256}`,
  manifest: (sha256: Sha256): string => `manifests/${sha256}.json`,
  /** What turns an earlier manifest into a later one. */
  delta: (sha256: Sha256): string => `deltas/${sha256}.json`,
  /** The patches of a delta, one after the other. */
  patches: (sha256: Sha256): string => `patches/${sha256}`,
  record: (sequence: number): string => `releases/${sequence}.json`,
  pointer: '_release.json',
  /** The signed pointer, under the name that TUF gives to a target in a consistent snapshot. */
  signedPointer: (sha256: Sha256): string => `targets/${sha256}.release.json`,
  root: (version: number): string => `metadata/${version}.root.json`,
  timestamp: 'metadata/timestamp.json',
} as const;
