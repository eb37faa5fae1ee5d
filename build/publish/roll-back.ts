/** Publishes an earlier release again, as the newest one. */
import { EnvironmentError } from '../cli/errors.ts';
import { diffManifests } from '../model/release/delta.ts';
import type { ManifestFile } from '../model/release/manifest.ts';
import type { ReleaseRecord } from '../model/release/release-record.ts';
import { isReleasePage } from '../release/fill-release-pages.ts';
import type { SignPointer } from '../release/issue-release.ts';
import { type FetchObjects, openObjects } from '../release/object-store.ts';
import { reissue } from '../release/reissue.ts';
import {
  type LatestRelease,
  readManifest,
  readRecord,
  requireLatest,
  requireManifest,
  sequencesIn,
} from '../release/release-folder.ts';

export interface RollbackRequest {
  readonly folder: string;
  /** The release that is wanted back; the newest with another site when absent. */
  readonly sequence: number | undefined;
  readonly released: string;
  readonly isTrial: boolean;
  readonly sign: SignPointer;
  /** Brings what this computer does not have. */
  readonly fetch?: FetchObjects;
}

export interface Rollback extends LatestRelease {
  /** Files of the earlier release that were withdrawn since, and do not come back. */
  readonly withheld: readonly string[];
}

/** @throws EnvironmentError for a release that is not kept, or is the newest already */
export async function rollBack({
  folder,
  sequence,
  released,
  isTrial,
  sign,
  fetch,
}: RollbackRequest): Promise<Rollback> {
  const latest = await requireLatest(folder);
  const record =
    sequence === undefined
      ? await recordBefore(folder, latest)
      : await requireRecord(folder, sequence, latest);
  const manifest = await requireManifest(folder, record.manifest.sha256);
  const { withdrawn } = latest.pointer;
  const [digests, paths] = [new Set(withdrawn.digests), new Set(withdrawn.paths)];
  const isRefused = (file: ManifestFile): boolean => digests.has(file.sha256) || paths.has(file.path);
  const objects = await openObjects(folder);
  const newest = await requireManifest(folder, latest.record.manifest.sha256);
  const { changed } = diffManifests(newest, manifest);
  const pages = manifest.files.filter((file) => isReleasePage(file.path));
  await fetch?.(
    [...changed, ...pages].filter((file) => !isRefused(file)),
    objects,
  );
  const issued = await reissue({
    folder,
    objects,
    latest,
    record,
    manifest: { ...manifest, files: manifest.files.filter((file) => !isRefused(file)) },
    released,
    isTrial,
    rollbackTo: record.sequence,
    withdrawn,
    sign,
  });
  const withheld = manifest.files.filter(isRefused).map((file) => file.path);
  return { ...issued, withheld };
}

/** The newest release with another site than that which is live, before the one that a rollback brought back. */
async function recordBefore(folder: string, { record: newest }: LatestRelease): Promise<ReleaseRecord> {
  const from = newest.rollbackTo ?? newest.sequence;
  for (const sequence of await sequencesIn(folder)) {
    const record = sequence < from ? await keptRecord(folder, sequence) : undefined;
    if (record !== undefined && record.rollbackTo === undefined && record.site !== newest.site) return record;
  }
  throw new EnvironmentError(
    `${folder} keeps no other site from before release ${from}. Choose a release with --release, or take up what is published with --published TARGET.`,
  );
}

async function requireRecord(
  folder: string,
  sequence: number,
  { record: newest }: LatestRelease,
): Promise<ReleaseRecord> {
  if (sequence === newest.sequence)
    throw new EnvironmentError(
      `Release ${sequence} is the newest one already. Choose another one with --release.`,
    );
  const found = await keptRecord(folder, sequence);
  if (found !== undefined) return found;
  const kept: number[] = [];
  for (const one of await sequencesIn(folder))
    if (one < newest.sequence && (await keptRecord(folder, one)) !== undefined) kept.push(one);
  throw new EnvironmentError(
    kept.length === 0
      ? `${folder} keeps no release before ${newest.sequence}. Take up what is published with --published TARGET.`
      : `Release ${sequence} is not kept in ${folder}. Kept are: ${kept.join(', ')}. Choose one with --release.`,
  );
}

/** Of a release that can be brought back: its manifest is there as well. */
async function keptRecord(folder: string, sequence: number): Promise<ReleaseRecord | undefined> {
  const record = sequence < 1 ? undefined : await readRecord(folder, sequence);
  if (record === undefined) return undefined;
  return (await readManifest(folder, record.manifest.sha256)) === undefined ? undefined : record;
}
