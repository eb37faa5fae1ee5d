/**
 * How bytes become a content: they are proved in `incoming/`, written to the disk itself, and only then take their name. Whatever bears
 * the name of a content is that content, whenever the computer was switched off.
 *
 * Compressed copies come before the content, and go after it: where it is, they are.
 */
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { type Sha256, sha256 } from '../../model/paths.ts';
import { type MirrorPaths, objectFile, type TwinSuffix, twinSuffixes } from '../folder/mirror-paths.ts';
import { digestOfFile } from './digest-of-file.ts';
import { incomingMade } from './incoming.ts';
import { brotliCoder, brotliDecoder, type Coder, gzipCoder, recode } from './recode.ts';

/** A content that is to be had; `ManifestFile` is one. */
export interface WantedObject {
  readonly sha256: Sha256;
  readonly bytes: number;
  /** Bytes of the compressed copies, where they are kept. */
  readonly br?: number;
  readonly gz?: number;
}

/**
 * Keeps a file that came as it is. It is moved, or stays where it is.
 *
 * @returns whether it was the content
 */
export async function storePlain(paths: MirrorPaths, object: WantedObject, file: string): Promise<boolean> {
  const found = await digestOfFile(file);
  if (found.sha256 !== object.sha256 || found.bytes !== object.bytes) return false;
  await Promise.all([flush(file), makeTwins(paths, object, file, twinSuffixes)]);
  await rename(file, objectFile(paths, object.sha256));
  return true;
}

/**
 * Keeps a file that came compressed with brotli, and what it holds.
 *
 * @returns whether it was the content
 */
export async function storeCompressed(
  paths: MirrorPaths,
  object: WantedObject,
  file: string,
): Promise<boolean> {
  const made = incomingMade(paths, object.sha256);
  const found = await recode(file, made, brotliDecoder, object.bytes);
  if (found?.sha256 !== object.sha256 || found.bytes !== object.bytes) {
    await rm(made, { force: true });
    return false;
  }
  await Promise.all([flush(file), makeTwins(paths, object, made, ['.gz'])]);
  await rename(file, objectFile(paths, object.sha256, '.br'));
  await rename(made, objectFile(paths, object.sha256));
  return true;
}

/**
 * Keeps bytes that were made here.
 *
 * @returns whether they were the content
 */
export async function storeBytes(
  paths: MirrorPaths,
  object: WantedObject,
  bytes: Uint8Array,
): Promise<boolean> {
  if (bytes.length !== object.bytes || sha256(bytes) !== object.sha256) return false;
  const made = incomingMade(paths, object.sha256);
  await writeFile(made, bytes, { flush: true });
  await makeTwins(paths, object, made, twinSuffixes);
  await rename(made, objectFile(paths, object.sha256));
  return true;
}

export async function removeObject(paths: MirrorPaths, object: Sha256): Promise<void> {
  for (const suffix of ['', ...twinSuffixes] as const)
    await rm(objectFile(paths, object, suffix), { force: true });
}

/** Makes those copies that the release has as well; they may differ from its own in some bytes, and decode to the same. */
async function makeTwins(
  paths: MirrorPaths,
  { sha256: object, bytes, br, gz }: WantedObject,
  from: string,
  suffixes: readonly TwinSuffix[],
): Promise<void> {
  const make = async (suffix: TwinSuffix, coder: Coder): Promise<void> => {
    const made = incomingMade(paths, object + suffix);
    await recode(from, made, coder, Number.POSITIVE_INFINITY);
    await rename(made, objectFile(paths, object, suffix));
  };
  await Promise.all([
    br !== undefined && suffixes.includes('.br') && make('.br', brotliCoder(bytes)),
    gz !== undefined && suffixes.includes('.gz') && make('.gz', gzipCoder),
  ]);
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
