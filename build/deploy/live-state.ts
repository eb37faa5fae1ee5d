/** What a target has: its newest complete release, what was begun after it, and which releases before it are kept. */
import { EnvironmentError } from '../cli/errors.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { isKept } from '../model/release/kept-releases.ts';
import type { Manifest } from '../model/release/manifest.ts';
import { parseManifest } from '../model/release/manifest-file.ts';
import { FormatError } from '../model/release/plain-json.ts';
import { parsePointer, parseRecord } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { Digest, ReleasePointer, ReleaseRecord } from '../model/release/release-record.ts';
import type { Target } from './targets/target.ts';

export interface LiveState {
  /** The newest complete release; absent at a new target. */
  readonly live: PublishedRelease | undefined;
  /** The digest of its record. */
  readonly liveRecord?: Sha256;
  /** Releases that somebody began to publish after it, and did not finish; each may have left some of its files. */
  readonly begun: readonly PublishedRelease[];
  /** The newest releases before it, the newest first. */
  readonly earlier: readonly PublishedRelease[];
}

export interface PublishedRelease {
  readonly record: ReleaseRecord;
  readonly manifest: Manifest;
}

/** What this computer has of releases, so that it need not be fetched. */
export interface LocalReleases {
  readManifest(digest: Sha256): Promise<Manifest | undefined>;
  /** The bytes of a record. */
  readRecord(sequence: number): Promise<Uint8Array | undefined>;
}

/**
 * @param most how many earlier releases are looked at
 * @throws EnvironmentError where something else lies at the target
 */
export async function readLiveState(
  target: Target,
  local: LocalReleases,
  most: number,
  signal: AbortSignal,
): Promise<LiveState> {
  const pointer = await readPart(target, releasePaths.pointer, parsePointer, signal);
  const reader = releaseReader(target, local, signal);
  const sequences = (await target.list('releases/', signal)).flatMap(sequenceOf).toSorted((a, b) => b - a);
  const begun: PublishedRelease[] = [];
  for (const sequence of sequences.filter((number) => number > (pointer?.sequence ?? 0))) {
    const release = await reader(sequence);
    // The manifest comes before any file of the site: without it, there is none.
    if (release !== undefined) begun.push(release);
  }
  if (pointer === undefined) return { live: undefined, begun, earlier: [] };
  const live = await reader(pointer.sequence, pointer.record);
  if (live === undefined) throw brokenTarget(target, pointer);
  const earlier: PublishedRelease[] = [];
  let last = live;
  while (
    last.record.previous !== undefined &&
    (earlier.length < most || isKept(earlier.length, last.record.released, live.record.released))
  ) {
    const before = await reader(last.record.previous.sequence, last.record.previous);
    if (before === undefined) break;
    earlier.push(before);
    last = before;
  }
  return { live, liveRecord: pointer.record.sha256, begun, earlier };
}

/** Each record names the one before by its digest, so that most of them need not be fetched. */
function releaseReader(target: Target, local: LocalReleases, signal: AbortSignal) {
  return async (sequence: number, digest?: Digest): Promise<PublishedRelease | undefined> => {
    const here = digest && (await local.readRecord(sequence));
    const record =
      here !== undefined && sha256(here) === digest?.sha256
        ? parseRecord(here)
        : await readPart(target, releasePaths.record(sequence), parseRecord, signal);
    if (record === undefined) return undefined;
    const wanted = record.manifest.sha256;
    const manifest = (await local.readManifest(wanted)) ?? (await readManifest(target, wanted, signal));
    return manifest && { record, manifest };
  };
}

/** Returns a file of the target, read; nothing where it is not there. */
export async function readPart<T>(
  target: Target,
  path: string,
  parse: (bytes: Uint8Array) => T,
  signal: AbortSignal,
): Promise<T | undefined> {
  const bytes = await target.read(path, signal);
  if (bytes === undefined) return undefined;
  try {
    return parse(bytes);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(
      `${path} at ${target.name} is not what a release has there: ${error.message}. Is it the right target? If so, remove that file and deploy again.`,
    );
  }
}

async function readManifest(
  target: Target,
  digest: Sha256,
  signal: AbortSignal,
): Promise<Manifest | undefined> {
  const bytes = await target.read(releasePaths.manifest(digest), signal);
  return bytes === undefined || sha256(bytes) !== digest ? undefined : parseManifest(bytes);
}

function sequenceOf(path: string): number[] {
  const [, digits] = /^releases\/([1-9]\d*)\.json$/.exec(path) ?? [];
  return digits === undefined ? [] : [Number(digits)];
}

const brokenTarget = (target: Target, { sequence }: ReleasePointer): EnvironmentError =>
  new EnvironmentError(
    `${target.name} shows release ${sequence}, but its record or manifest is not there. Remove ${releasePaths.pointer} there and deploy again: then all files are published anew.`,
  );
