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

/** Digests of bodies, and places in them; links lead to quizzes by their names. */
function withoutBodies(name: string, value: unknown): unknown {
  if (name === 'quizPositions') return (value as readonly (readonly [id: string])[]).map(([id]) => id);
  return name === 'bodyDigest' || name === 'contentHash' || name === 'range' ? undefined : value;
}
