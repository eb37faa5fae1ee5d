/**
 * How bytes become a content: they are proved in `incoming/`, written to the disk itself, and only then take their name. Whatever bears
 * the name of a content is that content, whenever the computer was switched off.
 *
 * Compressed copies come before the content, and go after it: where it is, they are.
 */
import { renameSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { type Sha256, sha256 } from '../../model/paths.ts';
import { type MirrorPaths, objectFile, type TwinSuffix, twinSuffixes } from '../folder/mirror-paths.ts';
import { writeSynced } from '../folder/write-whole.ts';
import { digestOfFile } from './digest-of-file.ts';
import { incomingMade } from './incoming.ts';
import { mostHeldBytes, packBytes, unpackBytes } from './pack-bytes.ts';
import { packFile, unpackFile } from './recode.ts';

/** A content that is to be had; `ManifestFile` is one. */
export interface WantedObject {
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Bytes of the compressed copies, where they are kept. */
  readonly br?: number;
  readonly gz?: number;
}

/**
 * Keeps bytes that came, or were made here.
 *
 * @returns whether they were the content
 */
export async function storeBytes(
  paths: MirrorPaths,
  object: WantedObject,
  bytes: Uint8Array,
): Promise<boolean> {
  if (bytes.length !== object.bytes || sha256(bytes) !== object.sha256) return false;
  const twins = twinsOf(object);
  if (bytes.length <= mostHeldBytes) {
    const made = twins.map(async (suffix) => [suffix, await packBytes(bytes, suffix)] as const);
    await keep(paths, object.sha256, [...(await Promise.all(made)), ['', bytes]]);
    return true;
  }
  const file = incomingMade(paths, object.sha256);
  await writeSynced(file, bytes);
  for (const suffix of twins) await makeTwin(paths, object.sha256, suffix, file);
  await rename(file, objectFile(paths, object.sha256));
  return true;
}

/**
 * Keeps bytes that came compressed with brotli, and what they hold.
 *
 * @returns whether it was the content
 */
export async function storePacked(
  paths: MirrorPaths,
  object: WantedObject,
  packed: Uint8Array,
): Promise<boolean> {
  const bytes = unpackBytes(packed, '.br', object.bytes);
  if (bytes?.length !== object.bytes || sha256(bytes) !== object.sha256) return false;
  const gz = object.gz === undefined ? [] : [['.gz', await packBytes(bytes, '.gz')] as const];
  await keep(paths, object.sha256, [['.br', packed], ...gz, ['', bytes]]);
  return true;
}

/** The disk has all of them before the first one takes its name. */
async function keep(
  paths: MirrorPaths,
  object: Sha256,
  files: readonly (readonly [TwinSuffix | '', Uint8Array])[],
): Promise<void> {
  await Promise.all(files.map(([suffix, bytes]) => writeSynced(incomingMade(paths, object + suffix), bytes)));
  for (const [suffix] of files)
    renameSync(incomingMade(paths, object + suffix), objectFile(paths, object, suffix));
}

/**
 * Keeps a file that came as it is.
 *
 * @returns whether it was the content; then the file is gone
 */
export async function storePlain(paths: MirrorPaths, object: WantedObject, file: string): Promise<boolean> {
  if (object.bytes <= mostHeldBytes) return storeHeld(file, (bytes) => storeBytes(paths, object, bytes));
  const found = await digestOfFile(file);
  if (found.sha256 !== object.sha256 || found.bytes !== object.bytes) return false;
  await flush(file);
  for (const suffix of twinsOf(object)) await makeTwin(paths, object.sha256, suffix, file);
  await rename(file, objectFile(paths, object.sha256));
  return true;
}

/**
 * Keeps a file that came compressed with brotli, and what it holds.
 *
 * @returns whether it was the content; then the file is gone
 */
export async function storeCompressed(
  paths: MirrorPaths,
  object: WantedObject,
  file: string,
): Promise<boolean> {
  if (object.bytes <= mostHeldBytes) return storeHeld(file, (packed) => storePacked(paths, object, packed));
  const made = incomingMade(paths, object.sha256);
  const found = await unpackFile(file, made, '.br', object.bytes);
  if (found?.sha256 !== object.sha256 || found.bytes !== object.bytes) {
    await rm(made, { force: true });
    return false;
  }
  await flush(file);
  if (object.gz !== undefined) await makeTwin(paths, object.sha256, '.gz', made);
  await rename(file, objectFile(paths, object.sha256, '.br'));
  await rename(made, objectFile(paths, object.sha256));
  return true;
}

/** Whoever gathered it took no more than there can be. */
async function storeHeld(file: string, store: (bytes: Buffer) => Promise<boolean>): Promise<boolean> {
  const isKept = await store(await readFile(file));
  if (isKept) await rm(file);
  return isKept;
}

const twinsOf = ({ br, gz }: WantedObject): readonly TwinSuffix[] => [
  ...(br === undefined ? [] : (['.br'] as const)),
  ...(gz === undefined ? [] : (['.gz'] as const)),
];

/**
 * Makes a compressed copy of a content; it may differ from that of the release in some bytes, and decodes to the same.
 *
 * @param from a file that holds the content
 */
async function makeTwin(paths: MirrorPaths, object: Sha256, suffix: TwinSuffix, from: string): Promise<void> {
  const made = incomingMade(paths, object + suffix);
  await packFile(from, made, suffix);
  await rename(made, objectFile(paths, object, suffix));
}

export async function removeObject(paths: MirrorPaths, object: Sha256): Promise<void> {
  for (const suffix of ['', ...twinSuffixes] as const)
    await rm(objectFile(paths, object, suffix), { force: true });
}

/** Waits until the bytes of a file, or the names of a folder, are on the disk itself. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
