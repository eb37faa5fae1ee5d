/** Compresses and decompresses files piece by piece, so that memory stays small however long they are. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Sha256 } from '../../model/paths.ts';
import type { Digest } from '../../model/release/release-record.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';
import { createPacker, createUnpacker, isOfContent } from './coders.ts';

/** Writes the compressed copy of a file to the disk itself, not only to the memory of the system. */
export async function packFile(from: string, to: string, suffix: TwinSuffix): Promise<void> {
  const { size } = await stat(from);
  await pipeline(createReadStream(from), createPacker(suffix, size), createWriteStream(to, { flush: true }));
}

/**
 * Decompresses a file; what it becomes is written to the disk itself where a place for it is named.
 *
 * @param mostBytes that may come of it
 * @returns what it holds; nothing where that is longer, or the file is damaged or has more than was read. Then what was written is of
 * no use.
 */
export async function unpackFile(
  from: string,
  to: string | undefined,
  suffix: TwinSuffix,
  mostBytes: number,
): Promise<Digest | undefined> {
  const { size } = await stat(from);
  const unpacker = createUnpacker(suffix);
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > mostBytes) throw new TooLongError();
      hash.update(piece);
      yield piece;
    }
  };
  try {
    const source = createReadStream(from);
    if (to === undefined) await pipeline(source, unpacker, measured, readAll);
    else await pipeline(source, unpacker, measured, createWriteStream(to, { flush: true }));
  } catch (error) {
    if (error instanceof TooLongError || isOfContent(error)) return undefined;
    throw error;
  }
  // Decoders pass over what follows the end; a browser that gets it might not.
  return unpacker.bytesWritten === size ? { sha256: hash.digest('hex') as Sha256, bytes } : undefined;
}

class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

async function readAll(pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of pieces);
}
