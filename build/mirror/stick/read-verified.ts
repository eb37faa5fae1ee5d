/** Reads a content, or its compressed copy, piece by piece, and proves on the way that it is the one that was signed. */

import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type BrotliDecompress, brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { ownCommand } from '../program/this-program.ts';

export interface StoredFile {
  /** On the disk. */
  readonly file: string;
  /** Of the content. */
  readonly digest: Digest;
  readonly isBrotli: boolean;
  /** Of the file. */
  readonly bytes: number;
}

/**
 * Gives the bytes of the file. Only when it has ended without an error were they those of the content.
 *
 * @throws EnvironmentError for a damaged file, and for one that is gone
 */
export async function* readVerified(stored: StoredFile): AsyncGenerator<Uint8Array> {
  try {
    if (stored.bytes <= smallBytes && stored.digest.bytes <= smallBytes) yield* readSmall(stored);
    else yield* readLarge(stored);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw damaged(stored, 'is missing');
    throw error;
  }
}

/** What fits into memory many times. */
const smallBytes = 4 * 1024 * 1024;
/** Read before another thread would have begun it. */
const quickBytes = 64 * 1024;

async function* readSmall(stored: StoredFile): AsyncGenerator<Uint8Array> {
  const bytes = stored.bytes <= quickBytes ? readFileSync(stored.file) : await readFile(stored.file);
  const hash = createHash('sha256').update(stored.isBrotli ? decodeSmall(stored, bytes) : bytes);
  if (bytes.length !== stored.bytes || hash.digest('hex') !== stored.digest.sha256) throw damaged(stored);
  yield bytes;
}

function decodeSmall(stored: StoredFile, bytes: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, stored.digest.bytes) });
  } catch {
    throw damaged(stored);
  }
}

async function* readLarge(stored: StoredFile): AsyncGenerator<Uint8Array> {
  const content = stored.isBrotli ? brotliDigest(stored) : plainDigest();
  let bytes = 0;
  for await (const piece of createReadStream(stored.file, { highWaterMark: 256 * 1024 })) {
    bytes += piece.length;
    await content.update(piece);
    yield piece;
  }
  if (bytes !== stored.bytes || (await content.digest()) !== stored.digest.sha256) throw damaged(stored);
}

interface ContentDigest {
  update(piece: Uint8Array): void | Promise<void>;
  digest(): string | Promise<string>;
}

function plainDigest(): ContentDigest {
  const hash = createHash('sha256');
  return { update: (piece) => void hash.update(piece), digest: () => hash.digest('hex') };
}

function brotliDigest(stored: StoredFile): ContentDigest {
  const hash = createHash('sha256');
  const decoder = createBrotliDecompress();
  const ended = consume(decoder, hash, stored);
  // Whoever waits for it below is told; until then nobody may be.
  ended.catch(() => {});
  return {
    async update(piece) {
      if (decoder.destroyed) await ended;
      if (!decoder.write(piece)) await Promise.race([once(decoder, 'drain').catch(() => ended), ended]);
    },
    async digest() {
      decoder.end();
      await ended;
      return hash.digest('hex');
    },
  };
}

async function consume(decoder: BrotliDecompress, hash: Hash, stored: StoredFile): Promise<void> {
  let bytes = 0;
  try {
    for await (const piece of decoder) {
      bytes += piece.length;
      if (bytes > stored.digest.bytes) break;
      hash.update(piece);
    }
  } catch {
    throw damaged(stored);
  }
  if (bytes !== stored.digest.bytes) throw damaged(stored);
}

const damaged = ({ file }: StoredFile, what = 'is damaged'): EnvironmentError =>
  new EnvironmentError(
    `${file} ${what}: nothing was exported. Mend the mirror first: ${ownCommand} verify, which fetches it anew.`,
  );
