/** A mirror behind its own server, and what it answers. */
import http from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { serveMirror } from '../../../build/mirror/serve/serve.ts';
import type { SmallMirror } from './mirror-folder.ts';

export interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Ask = (
  path: string,
  headers?: Readonly<Record<string, string>>,
  method?: string,
) => Promise<Reply>;

/** @returns what asks it, and its port */
export async function serve({ paths }: SmallMirror): Promise<{ readonly ask: Ask; readonly port: number }> {
  const server = await serveMirror({
    paths,
    host: '127.0.0.1',
    port: 0,
    warn: (error) => {
      throw error;
    },
  });
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  const ask: Ask = (path, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      http
        .request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () => {
            const { statusCode = 0, headers: found } = response;
            resolve({ status: statusCode, headers: found, body: Buffer.concat(pieces) });
          });
        })
        .on('error', reject)
        .end();
    });
  return { ask, port };
}

/** Sends a request target as it is, however hostile. @returns the whole answer */
export const askRaw = (port: number, target: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      text += piece;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, 'latin1');
  });
