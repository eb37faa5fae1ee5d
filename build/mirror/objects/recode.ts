/** Makes one file of another: compressed, decompressed. Small ones at once, larger ones piece by piece, so that memory stays small. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createBrotliDecompress, createGzip, type Zlib } from 'node:zlib';
import { hasCode } from '../../cli/errors.ts';
import { type Sha256, sha256 } from '../../model/paths.ts';
import type { Digest } from '../../model/release/release-record.ts';

/** Begins to turn bytes into others. */
export type Coder = () => Transform & Zlib;

export const brotliDecoder: Coder = () => createBrotliDecompress();

export const gzipCoder: Coder = () => createGzip({ level: constants.Z_BEST_COMPRESSION });

/** As whoever makes releases does it, so that most copies are the same bytes. */
export const brotliCoder =
  (bytes: number): Coder =>
  () =>
    createBrotliCompress({
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes > longBytes ? 9 : constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
      },
    });

/** The best quality takes a second for half a megabyte, and saves the less the longer a file is. */
const longBytes = 512 * 1024;

/**
 * Writes a file made of another one to the disk itself, not only to the memory of the system.
 *
 * @param mostBytes that may come of it
 * @returns what was written; nothing where it is longer, or the first file is damaged or has more than was read. Then the second one is
 * of no use.
 */
export async function recode(
  from: string,
  to: string,
  coder: Coder,
  mostBytes: number,
): Promise<Digest | undefined> {
  const { size } = await stat(from);
  const work = coder();
  try {
    const made =
      size <= smallBytes && (mostBytes <= smallBytes || mostBytes === Number.POSITIVE_INFINITY)
        ? await recodeBytes(from, to, work, mostBytes)
        : await recodeStream(from, to, work, mostBytes);
    // Decoders pass over what follows the end; a browser that gets it might not.
    return work.bytesWritten === size ? made : undefined;
  } catch (error) {
    if (isOfContent(error)) return undefined;
    throw error;
  }
}

/** Held in memory, some at the same time. */
const smallBytes = 1024 * 1024;

async function recodeBytes(
  from: string,
  to: string,
  work: Transform,
  mostBytes: number,
): Promise<Digest | undefined> {
  work.end(await readFile(from));
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of work) {
    length += piece.length;
    if (length > mostBytes) return undefined;
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  await writeFile(to, bytes, { flush: true });
  return { sha256: sha256(bytes), bytes: bytes.length };
}

async function recodeStream(from: string, to: string, work: Transform, mostBytes: number): Promise<Digest> {
  const measure = new Measure(mostBytes);
  await pipeline(createReadStream(from), work, measure, createWriteStream(to, { flush: true }));
  return measure.digest();
}

class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/** Hands on what comes, and knows in the end what it was. */
class Measure extends Transform {
  readonly #mostBytes: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(mostBytes: number) {
    super();
    this.#mostBytes = mostBytes;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#mostBytes) done(new TooLongError());
    else {
      this.#hash.update(chunk);
      done(null, chunk);
    }
  }

  digest(): Digest {
    return { sha256: this.#hash.digest('hex') as Sha256, bytes: this.#bytes };
  }
}

/** Bytes that cannot be decoded; a fault of the disk is another thing. */
const isOfContent = (error: unknown): boolean =>
  error instanceof TooLongError ||
  hasCode(error, 'Z_BUF_ERROR', 'Z_DATA_ERROR') ||
  // Brotli's own codes: `ERR__ERROR_FORMAT_PADDING_1`.
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR__ERROR_'));
