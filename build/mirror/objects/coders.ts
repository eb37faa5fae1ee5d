/** How contents are compressed, and which faults are those of what was to be decompressed. */
import type { Transform } from 'node:stream';
import {
  type BrotliOptions,
  constants,
  createBrotliCompress,
  createBrotliDecompress,
  createGunzip,
  createGzip,
  type Zlib,
  type ZlibOptions,
} from 'node:zlib';
import { hasCode } from '../../cli/errors.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';

/** As whoever makes releases does it, so that most copies are the same bytes. */
export const gzipOptions: ZlibOptions = { level: constants.Z_BEST_COMPRESSION };

/** @param bytes how many are to be compressed */
export const brotliOptions = (bytes: number): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: bytes > longBytes ? 9 : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
  },
});

/** The best quality takes a second for half a megabyte, and saves the less the longer a file is. */
const longBytes = 512 * 1024;

export const createPacker = (suffix: TwinSuffix, bytes: number): Transform & Zlib =>
  suffix === '.br' ? createBrotliCompress(brotliOptions(bytes)) : createGzip(gzipOptions);

export const createUnpacker = (suffix: TwinSuffix): Transform & Zlib =>
  suffix === '.br' ? createBrotliDecompress() : createGunzip();

/** Bytes that cannot be decompressed, or become too many; a fault of the disk is another thing. */
export const isOfContent = (error: unknown): boolean =>
  hasCode(error, 'Z_BUF_ERROR', 'Z_DATA_ERROR', 'ERR_BUFFER_TOO_LARGE') ||
  // Brotli's own codes: `ERR__ERROR_FORMAT_PADDING_1`.
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR__ERROR_'));
