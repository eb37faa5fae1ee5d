/**
 * Sends a file, or the part of it that was asked for.
 */
import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { securityHeaders } from '../model/security-headers.ts';
import { parseRange } from './byte-range.ts';

/**
 * @param type its media type
 * @throws the error of the file system, or of a connection that ended early
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, type }: { readonly file: string; readonly type: string },
): Promise<void> {
  // Held open, so that a build that replaces it meanwhile does not mix two files.
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
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
    if (request.method === 'HEAD' || size === 0) return void response.end();
    await pipeline(handle.createReadStream({ start: first, end: last, autoClose: false }), response);
  } finally {
    await handle.close();
  }
}

/** `If-Range` names a validator; the preview gives none, so that it never matches (RFC 9110, 13.1.5). */
const wantedRange = ({ method, headers }: IncomingMessage): string | undefined =>
  method === 'GET' && headers['if-range'] === undefined ? headers.range : undefined;
