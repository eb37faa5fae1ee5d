/** The metadata of a release that is in force, as its timestamp leads to it. */
import type { Metadata, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import { EnvironmentError } from '../cli/errors.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { parseSnapshot, parseTargets, parseTimestamp } from './metadata.ts';
import type { OnlineRole } from './roles.ts';

/** What TUF calls the signed pointer, before its digest comes in front. */
export const pointerName = 'release.json';

export interface CurrentMetadata {
  readonly timestamp: Metadata<Timestamp>;
  readonly snapshot: Metadata<Snapshot>;
  readonly snapshotBytes: Uint8Array;
  readonly targets: Metadata<Targets>;
  readonly targetsBytes: Uint8Array;
  readonly pointer: TargetFile;
}

export const versionedPath = (role: 'targets' | 'snapshot', version: number): string =>
  `metadata/${version}.${role}.json`;

/**
 * @param metadata files of a release by their paths
 * @returns nothing where nothing was ever signed
 * @throws EnvironmentError when a file is damaged or missing
 */
export function currentMetadata(metadata: ReadonlyMap<string, Uint8Array>): CurrentMetadata | undefined {
  const timestampBytes = metadata.get(releasePaths.timestamp);
  if (timestampBytes === undefined) return undefined;
  const timestamp = parseTimestamp(timestampBytes, releasePaths.timestamp);
  const snapshotPath = versionedPath('snapshot', timestamp.signed.snapshotMeta.version);
  const snapshotBytes = required(metadata, snapshotPath);
  const snapshot = parseSnapshot(snapshotBytes, snapshotPath);
  const targetsPath = versionedPath('targets', snapshot.signed.meta['targets.json']?.version ?? 0);
  const targetsBytes = required(metadata, targetsPath);
  const targets = parseTargets(targetsBytes, targetsPath);
  const pointer = targets.signed.targets[pointerName];
  if (pointer === undefined)
    throw new EnvironmentError(
      `${targetsPath} names no ${pointerName}. Release the site again: npm run release`,
    );
  return { timestamp, snapshot, snapshotBytes, targets, targetsBytes, pointer };
}

function required(metadata: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = metadata.get(name);
  if (bytes === undefined)
    throw new EnvironmentError(
      `${name} is missing. Fetch the folder metadata/ again from where the release is published, or from a copy.`,
    );
  return bytes;
}

/** A number that no honest publisher reaches. */
const absurdVersion = 2 ** 31;

/**
 * The version to come: above all that was ever seen, since what is published under a number stays.
 *
 * @throws EnvironmentError when somebody has signed an absurd one, so that nothing could come after it
 */
export function nextVersion(
  role: OnlineRole,
  metadata: ReadonlyMap<string, Uint8Array>,
  current: CurrentMetadata | undefined,
): number {
  const named = [...metadata.keys()].map((name) =>
    Number(new RegExp(`^metadata/(\\d+)\\.${role}\\.json$`).exec(name)?.[1] ?? 0),
  );
  const seen = Math.max(0, ...named, current?.[role].signed.version ?? 0);
  if (seen >= absurdVersion)
    throw new EnvironmentError(
      `The ${role} metadata has the version ${seen}: somebody else has signed it, so that no later one could follow. Put new keys into the place of those of snapshot and timestamp (npm run keys -- rotate --role ${role}), remove from the folder metadata/ the files of this version and timestamp.json, and release again.`,
    );
  return seen + 1;
}
