/** Digests of files on the disk, and of what their compressed copies hold. */
import { closeSync, openSync, readSync } from 'node:fs';
import { hasCode } from '../../cli/errors.ts';
import { type Sha256, sha256 } from '../../model/paths.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';
import { digestOfFile, plainFile } from '../objects/digest-of-file.ts';
import { unpackBytes } from '../objects/pack-bytes.ts';
import { unpackFile } from '../objects/recode.ts';

/**
 * Returns the digest of a file; nothing where it cannot be read, is no file, or the disk reports an error in the middle of it.
 *
 * @param onBytes told of each piece
 */
export async function digestOf(file: string, onBytes?: (bytes: number) => void): Promise<Sha256 | undefined> {
  try {
    const small = readSmall(file);
    if (small === undefined) return (await digestOfFile(file, onBytes)).sha256;
    onBytes?.(small.length);
    return sha256(small);
  } catch (error) {
    if (!isOfThisFile(error)) throw error;
    return undefined;
  }
}

/**
 * Returns the digest of what a compressed copy holds; nothing where it is damaged, or holds more than it may.
 *
 * @param maxBytes after so many it is ended, whatever it could become
 */
export async function unpackedDigestOf(
  file: string,
  suffix: TwinSuffix,
  maxBytes: number,
): Promise<Sha256 | undefined> {
  try {
    const small = maxBytes <= smallBytes ? readSmall(file) : undefined;
    if (small === undefined) return (await unpackFile(file, undefined, suffix, maxBytes))?.sha256;
    const bytes = unpackBytes(small, suffix, maxBytes);
    return bytes && sha256(bytes);
  } catch (error) {
    if (!isOfThisFile(error)) throw error;
    return undefined;
  }
}

/**
 * Reads a small file at once: to hand each of a hundred thousand pages to another thread takes longer than to read it.
 *
 * @returns its bytes until the next one is read; nothing where it is longer
 */
function readSmall(file: string): Buffer | undefined {
  const descriptor = openSync(file, plainFile);
  try {
    const bytes = readSync(descriptor, buffer, 0, buffer.length, null);
    // Shorter than asked for: that was the end of it.
    return bytes === buffer.length ? undefined : buffer.subarray(0, bytes);
  } finally {
    closeSync(descriptor);
  }
}

const smallBytes = 256 * 1024;
const buffer = Buffer.allocUnsafeSlow(smallBytes);

const isOfThisFile = (error: unknown): boolean =>
  hasCode(error, 'EIO', 'ENOENT', 'ELOOP', 'EISDIR', 'ENOTDIR', 'ENXIO');
