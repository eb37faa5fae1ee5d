/** A site, or another mirror, behind a web server: any that sends files as they are. */
import http from 'node:http';
import https from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { gunzipSmall, isGzipped } from './body-encoding.ts';
import { type Connection, exchange, type Reply } from './exchange.ts';
import type { Line } from './line.ts';
import { describeNetworkFault } from './network-faults.ts';
import { lengthOf, partOf, requireStatus } from './reply-rules.ts';
import { type OpenedFile, type Source, SourceError } from './source.ts';

export interface HttpSourceOptions {
  readonly line: Line;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Before a small file is asked for again; larger ones are asked for again by whoever fetches them. */
  readonly pausesMs?: readonly number[];
}

const defaultPausesMs = [1000, 5000];

/** @param url of the site, with a slash at its end: `https://kg.example.org/` */
export function openHttpSource(url: string, options: HttpSourceOptions): Source {
  const { line, timeoutMs, signal, pausesMs = defaultPausesMs } = options;
  const isSafe = url.startsWith('https:');
  const agent = new (isSafe ? https : http).Agent({ keepAlive: true });
  const request = (isSafe ? https : http).request;
  const site: Site = { url, connection: { request, agent, line, timeoutMs, signal } };
  return {
    name: url,
    read: (path, maxBytes) => askAgain(() => readSmall(site, path, maxBytes), pausesMs, signal),
    open: (path, offset, maxBytes) => openLarge(site, path, offset, maxBytes),
    close: () => agent.destroy(),
  };
}

interface Site {
  readonly url: string;
  readonly connection: Connection;
}

async function readSmall(site: Site, path: string, maxBytes: number): Promise<Uint8Array | undefined> {
  // Nearly always there is none, and what a server sends then may be a whole page.
  if (isSeldomThere(path) && !(await isThere(site, path))) return undefined;
  return request(site, path, 'GET', { 'Accept-Encoding': 'gzip' }, async (reply) => {
    if (!(await isGiven(reply, [200], site, path))) return undefined;
    const isZip = isGzipped(reply, true, site.url, path);
    refuseLonger(lengthOf(reply) ?? 0, maxBytes, site.url, path);
    const bytes = await collect(reply.pieces(), maxBytes, site.url, path);
    return isZip ? await gunzipSmall(bytes, maxBytes, site.url, path) : bytes;
  });
}

const isThere = (site: Site, path: string): Promise<boolean> =>
  request(site, path, 'HEAD', {}, async (reply) => {
    // A server that does not know such requests is asked for the file itself.
    const found = [405, 501].includes(reply.status) || requireStatus(reply, [200], site.url, path);
    await drain(reply);
    return found;
  });

const isSeldomThere = (path: string): boolean => /^metadata\/\d+\.root\.json$/.test(path);

async function openLarge(site: Site, path: string, offset: number, maxBytes: number): Promise<OpenedFile> {
  const headers = { 'Accept-Encoding': 'identity', ...(offset > 0 && { Range: `bytes=${offset}-` }) };
  const opened = await request(site, path, 'GET', headers, async (reply) => {
    const { status } = reply;
    if (!(await isGiven(reply, offset > 0 ? [200, 206, 416] : [200], site, path)))
      throw new SourceError('missing', `${site.url}${path} is not there.`);
    if (status === 416) {
      await drain(reply);
      return undefined;
    }
    isGzipped(reply, false, site.url, path);
    const start = status === 206 ? partOf(reply, offset, maxBytes, site.url, path) : 0;
    refuseLonger(start + (lengthOf(reply) ?? 0), maxBytes, site.url, path);
    return { offset: start, pieces: limited(site, path, reply.pieces(), maxBytes - start) };
  });
  // Nothing follows what is here already, or it is of something else.
  return opened ?? openLarge(site, path, 0, maxBytes);
}

/** Sends a request; what goes wrong until its result is there becomes a fault of the source, and ends the reply. */
async function request<T>(
  { url, connection }: Site,
  path: string,
  method: 'GET' | 'HEAD',
  headers: Readonly<Record<string, string>>,
  use: (reply: Reply) => Promise<T>,
): Promise<T> {
  let reply: Reply | undefined;
  try {
    reply = await exchange(connection, new URL(url + path), method, headers);
    return await use(reply);
  } catch (error) {
    reply?.end();
    throw faultOf(error, connection.signal, url, path);
  }
}

async function isGiven(
  reply: Reply,
  expected: readonly number[],
  { url }: Site,
  path: string,
): Promise<boolean> {
  const isThere = requireStatus(reply, expected, url, path);
  if (!isThere) await drain(reply);
  return isThere;
}

/** Gives what comes as long as it may. */
async function* limited(
  { url, connection }: Site,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      refuseLonger(bytes, maxBytes, url, path);
      yield piece;
    }
  } catch (error) {
    throw faultOf(error, connection.signal, url, path);
  }
}

async function collect(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
  url: string,
  path: string,
): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    refuseLonger(bytes, maxBytes, url, path);
    all.push(piece);
  }
  return Buffer.concat(all);
}

/** Reads what comes with a status, so that the connection can be used again; of much the rest is not waited for. */
async function drain(reply: Reply): Promise<void> {
  let bytes = 0;
  for await (const piece of reply.pieces()) {
    bytes += piece.length;
    if (bytes > mostDrainedBytes) break;
  }
}

/** A connection costs about as much. */
const mostDrainedBytes = 8 * 1024;

function refuseLonger(bytes: number, maxBytes: number, url: string, path: string): void {
  if (bytes <= maxBytes) return;
  throw new SourceError(
    'refused',
    `${url}${path} is longer than the ${maxBytes} bytes that it can have. Whoever keeps this server has to look at it.`,
  );
}

function faultOf(error: unknown, signal: AbortSignal, url: string, path: string): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof SourceError) return error;
  return new SourceError('unreachable', `${url}${path} cannot be had: ${describeNetworkFault(error)}`);
}

async function askAgain<T>(
  work: () => Promise<T>,
  pausesMs: readonly number[],
  signal: AbortSignal,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SourceError) || error.fault !== 'unreachable') throw error;
      await setTimeout(Math.max(pauseMs, error.retryAfterMs), undefined, { signal }).catch(() => {});
      signal.throwIfAborted();
    }
  }
  return work();
}
