/**
 * What a mirror has ever believed, in `trust/`: the newest accepted metadata and pointer, by their published paths. Nothing older is
 * taken again, from no source.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { FormatError } from '../../model/release/plain-json.ts';
import { parsePointer } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { ReleasePointer } from '../../model/release/release-record.ts';
import { namesIn } from '../../output/names-in.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { syncFolder, writeWhole } from '../folder/write-whole.ts';

export type TrustFiles = ReadonlyMap<string, Uint8Array>;

export async function readKnownTrust({ trust }: MirrorPaths): Promise<TrustFiles> {
  const files = new Map<string, Uint8Array>();
  for (const folder of folders)
    for (const name of await namesIn(path.join(trust, folder)))
      if (name.endsWith('.json'))
        files.set(`${folder}/${name}`, await readFile(path.join(trust, folder, name)));
  return files;
}

/** Returns the newest pointer that was ever believed; what the disk has damaged is none. */
export function knownPointer(known: TrustFiles): ReleasePointer | undefined {
  let newest: ReleasePointer | undefined;
  for (const [name, bytes] of known) {
    if (!isSignedPointer(name)) continue;
    try {
      const pointer = parsePointer(bytes);
      if (newest === undefined || pointer.sequence > newest.sequence) newest = pointer;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  }
  return newest;
}

export const isSignedPointer = (name: string): boolean => name.startsWith('targets/');

/**
 * Keeps what was accepted, and nothing else. A kill leaves what was there, or what comes, or both: each is enough to know what is older.
 */
export async function keepTrust(paths: MirrorPaths, known: TrustFiles, files: TrustFiles): Promise<void> {
  await addTrust(paths, known, files);
  for (const folder of folders)
    for (const name of await namesIn(path.join(paths.trust, folder)))
      if (!files.has(`${folder}/${name}`)) await rm(path.join(paths.trust, folder, name), { force: true });
}

/** Keeps what counts from now on beside what was there. */
export async function addTrust({ trust }: MirrorPaths, known: TrustFiles, files: TrustFiles): Promise<void> {
  const fresh = [...files].filter(([name, bytes]) => !isSame(known.get(name), bytes));
  for (const [name, bytes] of timestampLast(fresh)) await writeWhole(path.join(trust, name), bytes);
  for (const folder of new Set(fresh.map(([name]) => path.dirname(name))))
    await syncFolder(path.join(trust, folder));
}

const folders = ['metadata', 'targets'] as const;

/** Whoever reads meanwhile finds all that a timestamp names. */
export const timestampLast = <T>(files: readonly (readonly [string, T])[]): (readonly [string, T])[] => [
  ...files.filter(([name]) => name !== releasePaths.timestamp),
  ...files.filter(([name]) => name === releasePaths.timestamp),
];

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;
