/**
 * Takes up where the published site stands, on a computer that has never released it: in CI, or after the loss of another one.
 *
 * The target is not trusted: the pointer is signed, each record names the digest of the one before, and each manifest has the digest
 * that its record names.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import type { Target } from '../deploy/targets/target.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { isKept } from '../model/release/kept-releases.ts';
import { parseManifest } from '../model/release/manifest-file.ts';
import { FormatError } from '../model/release/plain-json.ts';
import { parsePointer, parseRecord } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { Digest, ReleasePointer, ReleaseRecord } from '../model/release/release-record.ts';
import {
  type LatestRelease,
  readClaimed,
  readLatest,
  sequencesIn,
  writeClaimed,
  writeParts,
} from '../release/release-folder.ts';
import { verifyTrust } from '../trust/verify-trust.ts';

export interface TakeUpRequest {
  readonly target: Target;
  /** `releases/kg` */
  readonly folder: string;
  /** The first root, or its digest. */
  readonly root: Uint8Array | Sha256 | undefined;
  readonly signal: AbortSignal;
}

/**
 * @returns the number of the release from which to go on; nothing where nothing is published yet
 * @throws EnvironmentError when the target is not what the keys have signed; TrustError when they say why
 */
export async function takeUp({ target, folder, root, signal }: TakeUpRequest): Promise<number | undefined> {
  const published = await target.read(releasePaths.pointer, signal);
  if (published === undefined) return undefined;
  const here = await readLatest(folder);
  // What has expired can still be gone on from: the next release is signed anew.
  const first = await firstRoot(root, target, signal);
  const read = (name: string): Promise<Uint8Array | undefined> => target.read(name, signal);
  const trust = await verifyTrust({ read, root: first, now: new Date(0) });
  const pointer = parsePointer(trust.pointer);
  await rememberClaimed(folder, pointer.sequence, target, signal);
  if (here !== undefined && (await goesOnFrom(pointer, here, folder))) return here.pointer.sequence;
  const parts = await readParts(pointer, target, signal);
  await removeRecordsAfter(folder, pointer.sequence);
  await rm(path.join(folder, releasePaths.pointer), { force: true });
  await writeParts(folder, [
    [releasePaths.root(1), first],
    ...trust.files,
    ...parts,
    [releasePaths.pointer, trust.pointer],
  ]);
  return pointer.sequence;
}

/** Whether what is here is newer than what is published, and was made after it. */
async function goesOnFrom(
  { sequence, record: digest }: ReleasePointer,
  here: LatestRelease,
  folder: string,
): Promise<boolean> {
  if (here.pointer.sequence <= sequence) return false;
  const record = await readFile(path.join(folder, releasePaths.record(sequence))).catch(() => undefined);
  return record !== undefined && sha256(record) === digest.sha256;
}

/** Of releases that were begun elsewhere and broken off the number is taken. */
async function rememberClaimed(
  folder: string,
  live: number,
  target: Target,
  signal: AbortSignal,
): Promise<void> {
  for (const name of await target.list('releases/', signal)) {
    const sequence = Number(/^releases\/(\d{1,9})\.json$/.exec(name)?.[1] ?? 0);
    if (sequence <= Math.max(live, await readClaimed(folder))) continue;
    const own = await readFile(path.join(folder, name)).catch(() => undefined);
    if (own?.equals((await target.read(name, signal)) ?? new Uint8Array()) !== true)
      await writeClaimed(folder, sequence);
  }
}

/** What was released here and never published lies on another branch than what is. */
async function removeRecordsAfter(folder: string, live: number): Promise<void> {
  for (const sequence of await sequencesIn(folder))
    if (sequence > live) await rm(path.join(folder, releasePaths.record(sequence)), { force: true });
}

async function firstRoot(
  root: Uint8Array | Sha256 | undefined,
  target: Target,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (root instanceof Uint8Array) return root;
  if (root === undefined)
    throw new EnvironmentError(
      `There is no root to trust ${target.name} by. Say where the keys of the country lie (--keys), or put the fingerprint of the first root, sha256:…, into the variable PASSPORT_ROOT.`,
    );
  const bytes = await target.read(releasePaths.root(1), signal);
  if (bytes !== undefined && sha256(bytes) === root) return bytes;
  throw new EnvironmentError(
    `${releasePaths.root(1)} at ${target.name} ${bytes === undefined ? 'is missing' : 'has another fingerprint than PASSPORT_ROOT says'}. Is it the right target, and the right fingerprint? If both are, somebody has changed it: go on from a copy.`,
  );
}

/** Records and manifests back from the newest, and the deltas that lead to it. */
async function readParts(
  pointer: ReleasePointer,
  target: Target,
  signal: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  const take = async (name: string, { sha256: digest }: Digest): Promise<Uint8Array | undefined> => {
    const bytes = await target.read(name, signal);
    if (bytes === undefined || sha256(bytes) !== digest) return undefined;
    parts.set(name, bytes);
    return bytes;
  };
  let wanted: { readonly sequence: number; readonly digest: Digest } | undefined = {
    sequence: pointer.sequence,
    digest: pointer.record,
  };
  for (let position = 0; wanted !== undefined; position++) {
    const bytes = await take(releasePaths.record(wanted.sequence), wanted.digest);
    const record: ReleaseRecord | undefined = bytes && parseRecord(bytes);
    const manifest = record && (await take(releasePaths.manifest(record.manifest.sha256), record.manifest));
    if (manifest !== undefined) requireManifestFormat(manifest, target);
    if (position === 0 && manifest === undefined)
      throw new EnvironmentError(
        `The record or the manifest of release ${pointer.sequence} is missing at ${target.name}, or is not what was signed. Go on from a copy of the folder releases/.`,
      );
    if (record === undefined || !isKept(position, record.released, pointer.released)) break;
    wanted = record.previous && { sequence: record.previous.sequence, digest: record.previous };
  }
  for (const delta of Object.values(pointer.deltas)) await take(releasePaths.delta(delta.sha256), delta);
  return parts;
}

/** What was signed can still be what this version does not know. */
function requireManifestFormat(manifest: Uint8Array, target: Target): void {
  try {
    parseManifest(manifest);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(`A manifest at ${target.name} cannot be used: ${error.message}.`);
  }
}
