/** Bodies that a server compresses on their way, which is asked for with small files only. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { hasCode } from '../../cli/errors.ts';
import type { Reply } from './exchange.ts';
import { shortened } from './reply-rules.ts';
import { SourceError } from './source.ts';

/**
 * Returns whether a body is compressed with gzip beyond what the file itself is; a server may say of `x.br` what it is.
 *
 * @throws SourceError for what was not asked for
 */
export function isGzipped({ headers }: Reply, mayBe: boolean, url: string, path: string): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return false;
  if (encoding === 'br' && path.endsWith('.br')) return false;
  if (mayBe && (encoding === 'gzip' || encoding === 'x-gzip')) return true;
  throw new SourceError(
    'refused',
    `${url}${path} is sent compressed (${shortened(encoding)}), although it was asked for as it is. Whoever keeps this server has to switch that off for it.`,
  );
}

const unzip = promisify(gunzip);

/** @throws SourceError for more than `maxBytes`, and for what is damaged */
export async function gunzipSmall(
  bytes: Uint8Array,
  maxBytes: number,
  url: string,
  path: string,
): Promise<Uint8Array> {
  try {
    return await unzip(bytes, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    throw hasCode(error, 'ERR_BUFFER_TOO_LARGE')
      ? new SourceError('refused', `${url}${path} is longer than the ${maxBytes} bytes that it can have.`)
      : new SourceError('unreachable', `${url}${path} came damaged: it cannot be decompressed.`);
  }
}
