/** What a target has: its newest complete release, what was begun after it, and which releases before it are kept. */
import { EnvironmentError } from '../cli/errors.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import type { Manifest } from '../model/release/manifest.ts';
import { parseManifest } from '../model/release/manifest-file.ts';
import { FormatError } from '../model/release/plain-json.ts';
import { parsePointer, parseRecord } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { ReleasePointer, ReleaseRecord } from '../model/release/release-record.ts';
import type { Target } from './targets/target.ts';

export interface LiveState {
  /** The newest complete release; absent at a new target. */
  readonly live: PublishedRelease | undefined;
  /** Releases that somebody began to publish after it, and did not finish; each may have left some of its files. */
  readonly begun: readonly PublishedRelease[];
  /** The newest releases before it, the newest first. */
  readonly earlier: readonly PublishedRelease[];
}

export interface PublishedRelease {
  readonly record: ReleaseRecord;
  readonly manifest: Manifest;
}

/**
 * @param readLocal returns the manifest of this digest where this computer has it
 * @param most how many earlier releases are looked at
 * @throws EnvironmentError where something else lies at the target
 */
export async function readLiveState(
  target: Target,
  readLocal: (manifest: Sha256) => Promise<Manifest | undefined>,
  most: number,
  signal: AbortSignal,
): Promise<LiveState> {
  const pointer = await readPart(target, releasePaths.pointer, parsePointer, signal);
  const newestLive = pointer?.sequence ?? 0;
  const sequences = (await target.list('releases/', signal)).flatMap(sequenceOf).toSorted((a, b) => b - a);
  const readRelease = async (sequence: number): Promise<PublishedRelease | undefined> => {
    const record = await readPart(target, releasePaths.record(sequence), parseRecord, signal);
    if (record === undefined) return undefined;
    const { sha256: digest } = record.manifest;
    const manifest = (await readLocal(digest)) ?? (await readManifest(target, digest, signal));
    return manifest && { record, manifest };
  };
  const found: PublishedRelease[] = [];
  for (const sequence of sequences.filter((number) => number > newestLive - most)) {
    const release = await readRelease(sequence);
    // The manifest comes before any file of the site: without it, there is none.
    if (release !== undefined) found.push(release);
  }
  const live = found.find(({ record }) => record.sequence === newestLive);
  if (pointer !== undefined && live === undefined) throw brokenTarget(target, pointer);
  return {
    live,
    begun: found.filter(({ record }) => record.sequence > newestLive),
    earlier: found.filter(({ record }) => record.sequence < newestLive),
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
