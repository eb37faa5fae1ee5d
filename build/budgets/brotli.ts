import { brotliCompressSync, constants } from 'node:zlib';

/** Of a server that compresses once and sends often. */
export const bestQuality = 11;

export const brotliBytes = (data: string | Uint8Array, quality = bestQuality): number =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
