/**
 * The server of the preview: published files, a list of the sites at `/`, and pages that reload themselves.
 *
 * It listens on loopback and answers only to names of this computer, so that no web page elsewhere can read a draft.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GalleryPage } from '../gallery/gallery.ts';
import { securityHeaders } from '../model/security-headers.ts';
import { isLocalName, previewUrl } from './hosts.ts';
import { createLiveEvents } from './live-events.ts';
import { eventsPath, faultsPath, withReloadScript } from './reload-script.ts';
import { sendFile } from './send-file.ts';
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
  /** The page at `/`, made anew for each request; the report of faults as long as there is no other. */
  readonly frontPage: () => string;
  /** The report of faults, or nothing when there are none. */
  readonly faultsPage: () => string | undefined;
  /** A page below `/gallery/`, or nothing where there is none. */
  readonly galleryPage: (pathname: string, query: string) => Promise<GalleryPage | undefined>;
}

/** @throws the error of the operating system when the address is taken */
export async function startPreviewServer(options: PreviewOptions): Promise<PreviewServer> {
  const events = createLiveEvents(() => options.faultsPage() !== undefined);
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
    const [, pathname = '/', query = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '/') ?? [];
    if (pathname === eventsPath) return events.connect(response, seenVersion(query));
    if (pathname === '/') return sendOwnPage(response, options.frontPage(), 200);
    if (pathname === faultsPath)
      return sendOwnPage(response, options.faultsPage() ?? options.frontPage(), 200);
    if (pathname === '/gallery') return void response.writeHead(301, { Location: '/gallery/' }).end();
    if (pathname.startsWith('/gallery/')) return sendGallery(response, pathname, query);
    const answer = await findAnswer(options.root, pathname);
    if (answer.kind === 'redirect')
      return void response.writeHead(301, { Location: answer.location + query }).end();
    if (answer.kind === 'nothing')
      return sendOwnPage(response, options.faultsPage() ?? options.frontPage(), 404);
    if (!answer.type.startsWith('text/html')) return sendFile(request, response, answer);
    sendPage(response, await readFile(answer.file, 'utf8'), answer.status);
  }

  /** Before the first good build the report also stands at `/`. */
  function sendOwnPage(response: ServerResponse, page: string, status: number): void {
    sendPage(response, page, status, page === options.faultsPage());
  }

  async function sendGallery(response: ServerResponse, pathname: string, query: string): Promise<void> {
    const page = await options.galleryPage(pathname, query);
    if (page === undefined) return sendOwnPage(response, options.faultsPage() ?? options.frontPage(), 404);
    if (!page.isFramed) return sendOwnPage(response, page.html, 200);
    // Without a script of its own: it loads anew with the gallery, and a hundred frames may not listen each.
    response
      .writeHead(200, { ...pageHeaders, 'Content-Security-Policy': "frame-ancestors 'self'" })
      .end(page.html);
  }

  function sendPage(response: ServerResponse, page: string, status: number, isReport = false): void {
    response.writeHead(status, pageHeaders).end(withReloadScript(page, events.version(), isReport));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    url: previewUrl(options.host, (server.address() as AddressInfo).port),
    reload: events.reload,
    showFaults: events.showFaults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  ...securityHeaders,
};

function seenVersion(query: string): number | undefined {
  const seen = new URLSearchParams(query).get('seen');
  return seen !== null && /^\d{1,15}$/.test(seen) ? Number(seen) : undefined;
}
