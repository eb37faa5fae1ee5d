/**
 * Makes new contents of older ones that are here. All patches of a delta lie in one file, which is fetched as a whole and proved by its
 * digest before anything of it is decoded, so that no source can give a patch that the release did not make.
 */
import { open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import { type Sha256, sha256 } from '../../model/paths.ts';
import type { Delta, Patch } from '../../model/release/delta.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { type MirrorPaths, objectFile } from '../folder/mirror-paths.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import { incomingPart } from '../objects/incoming.ts';
import { flush, storeBytes, type WantedObject } from '../objects/store-object.ts';
import { decodePatch, mostPatchedBytes } from './decode-patch.ts';
import { gatheredBytes, type WantedFile } from './download.ts';
import { fetchFile, type Run } from './fetch-file.ts';
import { forEachInLanes } from './lanes.ts';

/** Where the patches of a delta lie when they were fetched, until somebody takes them away. */
export const packFile = ({ incoming }: MirrorPaths, pack: Sha256): string =>
  path.join(incoming, `${pack}.pack`);

/** Bytes that are loaded for a content without a patch. */
export const loadBytes = ({ br, bytes }: WantedObject): number => br ?? bytes;

/**
 * Returns what was made; what could not be is left to be fetched.
 *
 * @throws the error of the file system; the reason of the signal
 */
export async function applyPatches(
  paths: MirrorPaths,
  wanted: readonly WantedObject[],
  { pack, patches }: Delta,
  run: Run,
): Promise<ReadonlySet<Sha256>> {
  const made = new Set<Sha256>();
  if (pack === undefined) return made;
  const targets = new Set(patches.flatMap(({ to }) => to.map((digest) => digest.sha256)));
  const missing = new Map(
    wanted.filter((object) => targets.has(object.sha256)).map((object) => [object.sha256, object]),
  );
  const useful = await usefulPatches(paths, patches, missing, pack);
  const withoutBytes = useful
    .flatMap(({ makes }) => makes)
    .reduce((sum, { object }) => sum + loadBytes(object), 0);
  const file = packOf(paths, pack);
  const leftBytes = pack.bytes - gatheredBytes(file);
  const isHere = await hasDigest(packFile(paths, pack.sha256), pack);
  if (!isHere && leftBytes >= withoutBytes) return made;
  run.tally.expect((isHere ? 0 : leftBytes) - withoutBytes);
  if (isHere || (await fetchFile([file], run)) === 'kept') {
    const apply = (patch: UsefulPatch): Promise<void> => applyPatch(paths, pack, patch, made, run.signal);
    await forEachInLanes(useful.filter(isSmall), { open: () => lanes }, apply);
    for (const patch of useful) if (!isSmall(patch)) await apply(patch);
  } else run.tally.expect(gatheredBytes(file) - pack.bytes);
  const failed = useful.flatMap(({ makes }) => makes.filter(({ object }) => !made.has(object.sha256)));
  run.tally.expect(failed.reduce((sum, { object }) => sum + loadBytes(object), 0));
  return made;
}

/** Compressing what was made takes longer than all else; a small server has two cores. */
const lanes = 2;

interface UsefulPatch {
  readonly patch: Patch;
  /** All bytes that it makes. */
  readonly newBytes: number;
  /** Those parts of them that are missing, and that no other patch makes. */
  readonly makes: readonly { readonly object: WantedObject; readonly start: number }[];
}

/** Of others one at a time is held in memory. */
const isSmall = ({ newBytes }: UsefulPatch): boolean => newBytes <= 512 * 1024;

/** Those that make something that is missing, of what is here. */
async function usefulPatches(
  paths: MirrorPaths,
  patches: readonly Patch[],
  missing: ReadonlyMap<Sha256, WantedObject>,
  pack: Digest,
): Promise<readonly UsefulPatch[]> {
  const unmade = new Map(missing);
  const useful: UsefulPatch[] = [];
  for (const patch of patches) {
    let newBytes = 0;
    const makes: { object: WantedObject; start: number }[] = [];
    for (const digest of patch.to) {
      const object = unmade.get(digest.sha256);
      if (object !== undefined) makes.push({ object, start: newBytes });
      newBytes += digest.bytes;
    }
    if (makes.length === 0 || patch.at + patch.bytes > pack.bytes) continue;
    const oldBytes = await bytesOfAll(paths, patch.from);
    if (oldBytes === undefined || oldBytes + newBytes > mostPatchedBytes) continue;
    for (const { object } of makes) unmade.delete(object.sha256);
    useful.push({ patch, newBytes, makes });
  }
  return useful;
}

async function bytesOfAll(paths: MirrorPaths, objects: readonly Sha256[]): Promise<number | undefined> {
  let bytes = 0;
  for (const object of objects) {
    try {
      bytes += (await stat(objectFile(paths, object))).size;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }
  return bytes;
}

function packOf(paths: MirrorPaths, pack: Digest): WantedFile {
  const part = incomingPart(paths, `${pack.sha256}.pack`);
  return {
    path: releasePaths.patches(pack.sha256),
    part,
    bytes: pack.bytes,
    mostBytes: pack.bytes,
    async accept() {
      if (!(await hasDigest(part, pack))) return false;
      await flush(part);
      await rename(part, packFile(paths, pack.sha256));
      return true;
    },
  };
}

async function applyPatch(
  paths: MirrorPaths,
  pack: Digest,
  { patch, newBytes, makes }: UsefulPatch,
  made: Set<Sha256>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const old = await readTrue(paths, patch.from);
  if (old === undefined) return;
  const all = decodePatch(old, await readPart(packFile(paths, pack.sha256), patch), newBytes);
  if (all === undefined) return;
  await forEachInLanes(makes, { open: () => lanes }, async ({ object, start }) => {
    signal.throwIfAborted();
    if (await storeBytes(paths, object, all.subarray(start, start + object.bytes))) made.add(object.sha256);
  });
}

/** Returns older contents, or nothing where one is not here or has decayed. */
async function readTrue(
  paths: MirrorPaths,
  objects: readonly Sha256[],
): Promise<readonly Uint8Array[] | undefined> {
  const parts: Uint8Array[] = [];
  for (const object of objects) {
    const bytes = await readFile(objectFile(paths, object));
    if (sha256(bytes) !== object) return undefined;
    parts.push(bytes);
  }
  return parts;
}

async function readPart(file: string, { at, bytes }: Patch): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(bytes);
    await handle.read(buffer, 0, bytes, at);
    return buffer;
  } finally {
    await handle.close();
  }
}
