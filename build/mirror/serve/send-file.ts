/** Sends a file, its compressed copy, or the part of either that was asked for. */
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { sha256 } from '../../model/paths.ts';
import { parseRange } from '../../serve/byte-range.ts';
import { fitsToPart, hasAlready } from './conditions.ts';
import { chooseEncoding, type Encoding } from './encodings.ts';
import type { FoundFile } from './find-file.ts';
import { openInside } from './open-inside.ts';

/** @returns false, and sends nothing, where it is not on the disk */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
): Promise<boolean> {
  const wanted = chooseEncoding(request.headers['accept-encoding'], file.encodings);
  const opened = (await openAs(file, wanted)) ?? (wanted && (await openAs(file, undefined)));
  if (opened === undefined) return false;
  const { handle, encoding } = opened;
  try {
    const { size } = await handle.stat();
    const tag = await tagOf(file, handle, encoding);
    const headers = {
      ...file.headers,
      ETag: tag,
      ...(file.encodings.length > 0 && { Vary: 'Accept-Encoding' }),
    };
    if (hasAlready(request.headers['if-none-match'], tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const range = parseRange(wantedRange(request, tag), size);
    if (range === 'unsatisfiable') {
      response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
      return true;
    }
    const { first, last } = range ?? { first: 0, last: size - 1 };
    response.writeHead(range === undefined ? 200 : 206, {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': last - first + 1,
      'Accept-Ranges': 'bytes',
      ...(encoding !== undefined && { 'Content-Encoding': encoding }),
      ...(range !== undefined && { 'Content-Range': `bytes ${first}-${last}/${size}` }),
    });
    await sendPart(request, response, handle, first, last);
    return true;
  } finally {
    await handle.close();
  }
}

/** As {@link sendFile} does it, with the status 404, as a whole and never kept. */
export async function sendMissing(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile | undefined,
): Promise<void> {
  const handle = file && (await openInside(file.top, file.path));
  if (file === undefined || handle === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found.\n');
    return;
  }
  try {
    const { size } = await handle.stat();
    const { 'Cache-Control': _, ...headers } = file.headers;
    response.writeHead(404, { ...headers, 'Content-Type': file.type, 'Content-Length': size });
    await sendPart(request, response, handle, 0, size - 1);
  } finally {
    await handle.close();
  }
}

async function openAs(file: FoundFile, encoding: Encoding | undefined) {
  const handle = await openInside(file.top, file.path + suffixes[encoding ?? 'plain']);
  return handle === undefined ? undefined : { handle, encoding };
}

const suffixes = { br: '.br', gzip: '.gz', plain: '' } as const;

/**
 * Strong, and another one for each copy: their bytes differ (RFC 9110, 8.8.3.3). A copy that was made anew elsewhere may have other
 * bytes, and nearly always another length.
 */
async function tagOf(file: FoundFile, handle: FileHandle, encoding: Encoding | undefined): Promise<string> {
  if (file.name === undefined) return `"${sha256(await readAll(handle))}"`;
  const isCopy = encoding !== undefined || /\.(?:br|gz)$/.test(file.name);
  if (!isCopy) return `"${file.name}"`;
  const { size } = await handle.stat();
  return `"${file.name}-${encoding ?? 'copy'}-${size}"`;
}

/** From the beginning, and without moving on in it. */
async function readAll(handle: FileHandle): Promise<Uint8Array> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  await handle.read(bytes, 0, size, 0);
  return bytes;
}

const wantedRange = ({ method, headers }: IncomingMessage, tag: string): string | undefined =>
  method === 'GET' && fitsToPart(one(headers['if-range']), tag) ? headers.range : undefined;

const one = (field: string | readonly string[] | undefined): string | undefined =>
  typeof field === 'string' || field === undefined ? field : field[0];

async function sendPart(
  { method }: IncomingMessage,
  response: ServerResponse,
  handle: FileHandle,
  first: number,
  last: number,
): Promise<void> {
  if (method === 'HEAD' || last < first) return void response.end();
  await pipeline(handle.createReadStream({ start: first, end: last, autoClose: false }), response);
}
