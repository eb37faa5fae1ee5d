/** Compresses and decompresses in memory: to set a stream up for each of a hundred thousand pages takes longer than all else. */
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, gunzipSync, gzip, gzipSync } from 'node:zlib';
import type { TwinSuffix } from '../folder/mirror-paths.ts';
import { brotliOptions, gzipOptions, isOfContent } from './coders.ts';

/** Longer ones are worked on piece by piece. */
export const mostHeldBytes = 1024 * 1024;

/** Returns the same bytes as a stream does. */
export async function packBytes(bytes: Uint8Array, suffix: TwinSuffix): Promise<Buffer> {
  if (suffix === '.br') return brotli(bytes, brotliOptions(bytes.length));
  return bytes.length <= quickBytes ? gzipSync(bytes, gzipOptions) : gzipped(bytes, gzipOptions);
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
/** Less is compressed before another thread would have begun it. */
const quickBytes = 16 * 1024;

/**
 * Returns what a compressed copy holds; nothing where it is damaged, holds more than it may, or something follows its end, which is
 * passed over here and might not be by a browser.
 */
export function unpackBytes(packed: Uint8Array, suffix: TwinSuffix, mostBytes: number): Buffer | undefined {
  const unpack = suffix === '.br' ? brotliDecompressSync : gunzipSync;
  try {
    const { buffer, engine } = unpacked(
      unpack(packed, { info: true, maxOutputLength: Math.max(1, mostBytes) }),
    );
    return engine.bytesWritten === packed.length && buffer.length <= mostBytes ? buffer : undefined;
  } catch (error) {
    if (isOfContent(error)) return undefined;
    throw error;
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
