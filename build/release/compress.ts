/**
 * Compressed copies of an object, for servers that send them as they are and for mirrors on a bad line: as small as can be, since
 * they are made once and sent a hundred thousand times.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Twins {
  readonly br?: Uint8Array;
  readonly gz?: Uint8Array;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** @returns those copies that are worth a second file */
export async function compress(bytes: Uint8Array): Promise<Twins> {
  if (bytes.length < smallestBytes) return {};
  const [br, gz] = await Promise.all([
    brotliAt(bytes.length > longBytes ? 9 : constants.BROTLI_MAX_QUALITY, bytes),
    gzipped(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  const most = bytes.length * largestShare;
  return { ...(br.length <= most && { br }), ...(gz.length <= most && { gz }) };
}

/** For what few load and every release makes anew; most of a manifest are digests, which nothing makes smaller. */
export const compressQuickly = (bytes: Uint8Array): Promise<Uint8Array> => brotliAt(5, bytes);

const brotliAt = (quality: number, bytes: Uint8Array): Promise<Uint8Array> =>
  brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** Less fits into the packet that the headers take anyway. */
const smallestBytes = 256;

const largestShare = 0.95;

/** The best quality takes a second for half a megabyte, and saves the less the longer a file is. */
const longBytes = 512 * 1024;
