/**
 * The server of the preview: published files, a list of the sites at `/`, and a page that reloads itself.
 *
 * It listens on loopback and answers only to names of this computer, so that no web page elsewhere can read a draft.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findAnswer } from './static-files.ts';

export interface PreviewServer {
  /** `http://localhost:8080/` */
  readonly url: string;
  /** Lets open pages load anew. */
  reload(): void;
  /** Shows a bar on open pages that leads to the report of faults. */
  showFaults(): void;
  close(): Promise<void>;
}

export interface PreviewOptions {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  /** The page at `/`, made anew for each request. */
  readonly frontPage: () => string;
  /** The report of faults, or nothing when there are none. */
  readonly faultsPage: () => string | undefined;
}

const eventsPath = '/_preview/events';
const faultsPath = '/_preview/faults';

/** @throws the error of the operating system when the address is taken */
export async function startPreviewServer(options: PreviewOptions): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const send = (event: string): void => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: \n\n`);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocalName(request.headers.host, options.host))
      return void response.writeHead(403).end('This preview answers only to the name of its own computer.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    const [pathname = '/'] = (request.url ?? '/').split('?');
    if (pathname === eventsPath) return listen(response);
    if (pathname === '/') return sendPage(response, options.frontPage(), 200);
    if (pathname === faultsPath) return sendPage(response, options.faultsPage() ?? options.frontPage(), 200);
    const answer = await findAnswer(options.root, pathname);
    if (answer.kind === 'redirect') return void response.writeHead(301, { Location: answer.location }).end();
    if (answer.kind === 'nothing')
      return sendPage(response, options.faultsPage() ?? options.frontPage(), 404);
    const bytes = await readFile(answer.file);
    if (answer.type.startsWith('text/html')) return sendPage(response, bytes.toString('utf8'), answer.status);
    response
      .writeHead(answer.status, {
        'Content-Type': answer.type,
        'Content-Length': bytes.length,
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
      })
      .end(bytes);
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(`retry: 1000\n\n${options.faultsPage() === undefined ? '' : 'event: faults\ndata: \n\n'}`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host === '127.0.0.1' ? 'localhost' : options.host}:${port}/`,
    reload: () => send('reload'),
    showFaults: () => send('faults'),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendPage(response: ServerResponse, page: string, status: number): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(page + reloadScript);
}

/** A name in DNS can be made to point at this computer; a browser then sends that name. */
function isLocalName(host: string | undefined, listened: string): boolean {
  const name = (host ?? '').replace(/:\d+$/, '');
  return (
    ['localhost', '127.0.0.1', '[::1]', listened].includes(name) ||
    listened === '0.0.0.0' ||
    listened === '::'
  );
}

/** Added to pages on their way out; the files of the preview are those of the site. */
const reloadScript = `<script>{
const events = new EventSource('${eventsPath}');
events.addEventListener('reload', () => location.reload());
events.addEventListener('faults', () => {
  if (location.pathname === '${faultsPath}' || document.querySelector('a[href="${faultsPath}"]')) return;
  const link = document.createElement('a');
  link.href = '${faultsPath}';
  link.textContent = 'The last change has faults: this is the page as it was before. Show them';
  link.style.cssText = 'position:fixed;inset:auto 0 0;padding:.75rem 1rem;background:#2c2522;color:#fff;z-index:9';
  document.body.append(link);
});
}</script>`;
