/**
 * Takes up where the published site stands, on a computer that has never released it: in CI, or after the loss of another one.
 *
 * The target is not trusted: the pointer is signed, each record names the digest of the one before, and each manifest has the digest
 * that its record names.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import type { Target } from '../deploy/targets/target.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { keptReleases } from '../model/release/kept-releases.ts';
import { parseManifest } from '../model/release/manifest-file.ts';
import { FormatError } from '../model/release/plain-json.ts';
import { parsePointer, parseRecord } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { Digest, ReleasePointer, ReleaseRecord } from '../model/release/release-record.ts';
import { readLatest, writeParts } from '../release/release-folder.ts';
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
  if (here !== undefined && here.pointer.sequence > pointer.sequence) return here.pointer.sequence;
  const parts = await readParts(pointer, target, signal);
  await rm(path.join(folder, releasePaths.pointer), { force: true });
  await writeParts(folder, [
    [releasePaths.root(1), first],
    ...trust.files,
    ...parts,
    [releasePaths.pointer, trust.pointer],
  ]);
  return pointer.sequence;
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
  for (let count = 0; wanted !== undefined && count <= keptReleases; count++) {
    const bytes = await take(releasePaths.record(wanted.sequence), wanted.digest);
    const record: ReleaseRecord | undefined = bytes && parseRecord(bytes);
    const manifest = record && (await take(releasePaths.manifest(record.manifest.sha256), record.manifest));
    if (manifest !== undefined) requireManifestFormat(manifest, target);
    if (count === 0 && manifest === undefined)
      throw new EnvironmentError(
        `The record or the manifest of release ${pointer.sequence} is missing at ${target.name}, or is not what was signed. Go on from a copy of the folder releases/.`,
      );
    wanted = record?.previous && { sequence: wanted.sequence - 1, digest: record.previous };
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
