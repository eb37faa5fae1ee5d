/** Digests of files on the disk, and of what their compressed copies hold. */
import { createHash } from 'node:crypto';
import { close, constants, createReadStream, open, read } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib';
import { hasCode } from '../../cli/errors.ts';
import { type Sha256, sha256 } from '../../model/paths.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';

const calls = { open: promisify(open), read: promisify(read), close: promisify(close) };

/** Nothing is followed to elsewhere. */
const plainFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/**
 * Returns the digest of a file; nothing where it cannot be read, is no file, or the disk reports an error in the middle of it.
 *
 * @param buffer for its pieces
 * @param onBytes told of each piece
 */
export async function digestOf(
  file: string,
  buffer: Buffer,
  onBytes?: (bytes: number) => void,
): Promise<Sha256 | undefined> {
  const hash = createHash('sha256');
  try {
    const handle = await calls.open(file, plainFile);
    try {
      for (;;) {
        const { bytesRead } = await calls.read(handle, buffer, 0, buffer.length, null);
        hash.update(buffer.subarray(0, bytesRead));
        onBytes?.(bytesRead);
        // Shorter than asked for: that was the end of it.
        if (bytesRead < buffer.length) break;
      }
    } finally {
      await calls.close(handle);
    }
  } catch (error) {
    if (!isOfThisFile(error)) throw error;
    return undefined;
  }
  return hash.digest('hex') as Sha256;
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
  onPiece?: (piece: Buffer) => void,
): Promise<Sha256 | undefined> {
  if (onPiece === undefined && maxBytes <= smallBytes) return smallUnpackedDigest(file, suffix, maxBytes);
  const hash = createHash('sha256');
  const unpacker = suffix === '.br' ? createBrotliDecompress() : createGunzip();
  let bytes = 0;
  try {
    const { size } = await stat(file);
    await pipeline(
      createReadStream(file, { highWaterMark: pieceBytes }),
      unpacker,
      async (pieces: AsyncIterable<Buffer>) => {
        for await (const piece of pieces) {
          bytes += piece.length;
          if (bytes > maxBytes) throw new TooMuch();
          hash.update(piece);
          onPiece?.(piece);
        }
      },
    );
    // What follows its end is passed over here, and might not be by a browser.
    if (unpacker.bytesWritten !== size) return undefined;
  } catch (error) {
    if (!(error instanceof TooMuch) && !isOfPacking(error) && !isOfThisFile(error)) throw error;
    return undefined;
  }
  return hash.digest('hex') as Sha256;
}

/** As a stream does it, at once: to set streams up for a hundred thousand pages takes longer than all else. */
async function smallUnpackedDigest(
  file: string,
  suffix: TwinSuffix,
  maxBytes: number,
): Promise<Sha256 | undefined> {
  const unpack = suffix === '.br' ? brotliDecompressSync : gunzipSync;
  try {
    // Whoever put a longer one there does not choose how much is read.
    if ((await stat(file)).size > maxBytes + mostOverheadBytes) return undefined;
    const packed = await readFile(file);
    const { buffer, engine } = unpacked(
      unpack(packed, { info: true, maxOutputLength: Math.max(1, maxBytes) }),
    );
    return engine.bytesWritten === packed.length ? sha256(buffer) : undefined;
  } catch (error) {
    if (!isOfPacking(error) && !isOfThisFile(error)) throw error;
    return undefined;
  }
}

interface Unpacked {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** With `info` zlib also tells how far it has read; its types do not know of it. */
function unpacked(result: object): Unpacked {
  if (!isUnpacked(result)) throw new TypeError('zlib no longer tells how far it has read');
  return result;
}

const isUnpacked = (result: object): result is Unpacked => 'buffer' in result && 'engine' in result;

const smallBytes = 256 * 1024;
const mostOverheadBytes = 1024;

class TooMuch extends Error {}

const pieceBytes = 64 * 1024;

const isOfThisFile = (error: unknown): boolean =>
  hasCode(error, 'EIO', 'ENOENT', 'ELOOP', 'EISDIR', 'ENOTDIR', 'ENXIO');

/** Codes of zlib and of brotli. */
const isOfPacking = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_|ERR__ERROR)/.test(String(error.code));
