/**
 * Sends a file, or the part of it that was asked for.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '../model/security-headers.ts';
import { parseRange } from './byte-range.ts';

/** @param type its media type */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: string },
): void {
  const size = bytes.length;
  const range = parseRange(wantedRange(request), size);
  if (range === 'unsatisfiable')
    return void response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
  const { first, last } = range ?? { first: 0, last: size - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    'Content-Type': type,
    'Content-Length': last - first + 1,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-cache',
    ...securityHeaders,
    ...(range !== undefined && { 'Content-Range': `bytes ${first}-${last}/${size}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes.subarray(first, last + 1));
}

/** `If-Range` names a validator; the preview gives none, so that it never matches (RFC 9110, 13.1.5). */
const wantedRange = ({ method, headers }: IncomingMessage): string | undefined =>
  method === 'GET' && headers['if-range'] === undefined ? headers.range : undefined;
