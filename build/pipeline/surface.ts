import { sha256 } from '../model/paths.ts';
import type { FolderRecord } from './folder-record.ts';

/**
 * Digest of all that the checks, and the pages of other entries, may know of an entry: it changes with whatever its author edits
 * but the running text of a body. Nothing when the entry has faults, whose lines every edit may move.
 */
export function surfaceOf({ folder, outlines, unreadable, diagnostics }: FolderRecord): string | undefined {
  if (unreadable.length + diagnostics.length > 0) return undefined;
  return sha256(JSON.stringify([folder, outlines], withoutBodies));
}

/** Digests of bodies, and places in them. */
function withoutBodies(name: string, value: unknown): unknown {
  return name === 'bodyDigest' || name === 'contentHash' || name === 'range' || name === 'quizPositions'
    ? undefined
    : value;
}
