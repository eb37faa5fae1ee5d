/** A server in front of a real one that misbehaves: answers that it is too busy, breaks connections off, or never answers. */
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What is done with a request: `pass` hands it on; a function answers it itself. */
export type Fault =
  | 'pass'
  | 'reset'
  | 'hang'
  /** Hands it on, and breaks off in place of the answer. */
  | 'lose answer'
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface FaultyProxy {
  readonly endpoint: string;
  /** How many requests have come. */
  requests(): number;
}

/**
 * Runs until the test has finished.
 *
 * @param faultOf counts requests from 1
 */
export async function startFaultyProxy(
  endpoint: string,
  faultOf: (request: IncomingMessage, number: number) => Fault,
): Promise<FaultyProxy> {
  let count = 0;
  const server = http.createServer((request, response) => {
    count++;
    const fault = faultOf(request, count);
    if (typeof fault === 'function') request.resume().once('end', () => fault(request, response));
    else if (fault === 'reset') request.socket.destroy();
    else if (fault !== 'hang') handOn(endpoint, request, response, fault === 'lose answer');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, requests: () => count };
}

/** With the name of the host as it came, which is signed. */
function handOn(
  endpoint: string,
  request: IncomingMessage,
  response: ServerResponse,
  isAnswerLost: boolean,
): void {
  const { method, url = '/', headers } = request;
  const onward = http.request(endpoint + url, { method, headers, agent: false }, (answer) => {
    if (isAnswerLost) {
      answer.resume().once('end', () => request.socket.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => request.socket.destroy());
  request.pipe(onward);
}
