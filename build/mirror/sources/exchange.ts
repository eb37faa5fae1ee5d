/** One request to a web server and what comes back, piece by piece, with an end to waiting. */
import type http from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Socket } from 'node:net';
import { hasCode } from '../../cli/errors.ts';
import type { Line } from './line.ts';
import { SilenceError } from './network-faults.ts';

export interface Connection {
  readonly request: typeof http.request;
  readonly agent: http.Agent;
  readonly line: Line;
  /** Nothing, or less than a kilobyte, for so long: it is broken off. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as it comes; may be read once, and throws what ends it early. */
  pieces(): AsyncGenerator<Uint8Array>;
  /** Ends it; the connection stays for the next request where nothing is left of the body. */
  end(): void;
}

/**
 * Redirects are not followed.
 *
 * @throws the error of the network, SilenceError, the reason of the signal
 */
export async function exchange(
  connection: Connection,
  url: URL,
  method: 'GET' | 'HEAD',
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  try {
    return await ask(connection, url, method, headers);
  } catch (error) {
    // A server may end a connection that waits at the very moment in which it is used again.
    if (!(error instanceof StaleConnectionError)) throw error;
    return ask(connection, url, method, headers);
  }
}

class StaleConnectionError extends Error {
  override readonly name = 'StaleConnectionError';
}

function ask(
  { request: begin, agent, line, timeoutMs, signal }: Connection,
  url: URL,
  method: 'GET' | 'HEAD',
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  signal.throwIfAborted();
  line.countRequest();
  const options: RequestOptions = { method, agent, headers: { ...headers, 'User-Agent': 'passport-mirror' } };
  return new Promise((resolve, reject) => {
    const request = begin(url, options);
    // Node destroys some requests itself, and then tells nobody: those who wait are told here.
    const end = (error: Error): void => {
      settle();
      reject(error);
      request.destroy(error);
    };
    const stop = (): void => end(reasonOf(signal));
    const timer = setTimeout(() => end(silence(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', stop, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    request.on('error', (error) => {
      settle();
      const isStale = request.reusedSocket && hasCode(error, 'ECONNRESET', 'EPIPE');
      reject(isStale ? new StaleConnectionError() : error);
    });
    // 101, although nobody has asked for another protocol (RFC 9110, 7.8).
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      end(new SilenceError('it goes on in another protocol than HTTP, which was not asked for.'));
    });
    request.on('close', () => {
      settle();
      reject(new SilenceError('the connection ended without an answer.'));
    });
    request.on('response', (response) => {
      settle();
      // Of a body that nobody reads an error may come as well.
      response.on('error', () => {});
      resolve(replyOf(response, line, timeoutMs, signal));
    });
    request.end();
  });
}

function replyOf(response: IncomingMessage, line: Line, timeoutMs: number, signal: AbortSignal): Reply {
  const { socket } = response;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    pieces: () => readPieces(response, socket, line, timeoutMs, signal),
    end() {
      if (!response.readableEnded) response.destroy();
    },
  };
}

async function* readPieces(
  response: IncomingMessage,
  socket: Socket,
  line: Line,
  timeoutMs: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const stop = (): void => void response.destroy(reasonOf(signal));
  signal.addEventListener('abort', stop, { once: true });
  const pieces: AsyncIterator<Buffer> = response[Symbol.asyncIterator]();
  let waitedMs = 0;
  let sinceBytes = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      // What this computer waits for, since its line is limited or its disk is slow, is not the server's fault.
      const beganMs = performance.now();
      const timer = setTimeout(() => response.destroy(silence(timeoutMs)), timeoutMs - waitedMs);
      const { value, done } = await pieces.next().finally(() => clearTimeout(timer));
      await line.pay(uncounted(socket), signal);
      if (done) return;
      waitedMs += performance.now() - beganMs;
      sinceBytes += value.length;
      if (sinceBytes >= leastBytes) [waitedMs, sinceBytes] = [0, 0];
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    if (!response.readableEnded) response.destroy();
  }
}

/** Less within the time of waiting is a server that keeps a mirror busy and never gives it a release. */
const leastBytes = 1024;

const counted = new WeakMap<Socket, number>();

/** Bytes of a connection since this was last asked: several requests share it, one after the other. */
function uncounted(socket: Socket): number {
  const before = counted.get(socket) ?? 0;
  counted.set(socket, socket.bytesRead);
  return socket.bytesRead - before;
}

const silence = (timeoutMs: number): SilenceError =>
  new SilenceError(`nothing, or next to nothing, came for ${Math.round(timeoutMs / 1000)} seconds.`);

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error(String(reason));
