/**
 * The server of the preview: the files of the sites, a list of the sites at `/`, and pages that load themselves anew.
 *
 * It listens on loopback and answers only to names of this computer, so that no web page elsewhere can read a draft.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EditorFile } from '../editor/editor.ts';
import { editorPath } from '../editor/editor-address.ts';
import { type LocalRepository, repositoryPath } from '../editor/repository/repository.ts';
import type { GalleryPage } from '../gallery/gallery.ts';
import { securityHeaders } from '../model/security-headers.ts';
import {
  createAuthorScript,
  digestOf,
  eventsPath,
  faultsPath,
  panelPath,
  translationsPath,
} from './author-script.ts';
import { isFromHere, isLocalName, previewUrl } from './hosts.ts';
import { createLiveEvents } from './live-events.ts';
import { sendBytes } from './send-bytes.ts';

/** `isBare`: no part of a site. */
export type SiteAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly status: 200 | 404; readonly isBare?: true }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly type: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'nothing' };

export interface PreviewServer {
  /** `http://localhost:8080/` */
  readonly url: string;
  /** Lets open pages load anew that look otherwise now, and tells them of faults, or that these are mended. */
  update(): Promise<void>;
  close(): Promise<void>;
}

export interface PreviewOptions {
  readonly host: string;
  readonly port: number;
  /** The file of a site. */
  readonly answer: (pathname: string) => Promise<SiteAnswer>;
  /** The page at `/`, made anew for each request. */
  readonly frontPage: () => string;
  /** The report of faults as plain text, or nothing when there are none. */
  readonly faults: () => string | undefined;
  /** A page around the report. */
  readonly faultsPage: (report: string) => string;
  /** A page below `/gallery/`, or nothing where there is none. */
  readonly galleryPage: (pathname: string, query: string) => Promise<GalleryPage | undefined>;
  /** Where texts can be edited, and not only looked at. */
  readonly editor?: ServedEditor;
  /** The state of the translations, of all countries or of one; nothing where there is none. */
  readonly translationPage: (pathname: string) => Promise<string | undefined>;
  /** Returns what an error means, in a sentence. */
  readonly explain: (error: unknown) => string;
  /** What its author gets to know of a page of a site, as HTML; nothing of other pages. */
  readonly panel: (pathname: string) => Promise<string | undefined>;
}

export interface ServedEditor {
  /** A file below `/admin/`; nothing where there is none. `origin` is that under which the browser knows us. */
  readonly file: (pathname: string, origin: string) => Promise<EditorFile | undefined>;
  /** What the editor reads and saves through, below `/_editor/`. */
  readonly repository: Pick<LocalRepository, 'respond'>;
}

type Answer = SiteAnswer | { readonly kind: 'frame'; readonly html: string };

/** @throws the error of the operating system when the address is taken */
export async function startPreviewServer(options: PreviewOptions): Promise<PreviewServer> {
  const withScript = await createAuthorScript();
  const events = createLiveEvents({
    faults: options.faults,
    async digestOf(address) {
      // A page that cannot be made looks otherwise: whoever loads it is told why.
      const answer = await find(address).catch(() => undefined);
      return answer !== undefined && 'html' in answer ? digestOf(answer.html) : '';
    },
  });
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (response.headersSent) response.end();
      else response.writeHead(500, plainText).end(`${options.explain(error)}\n`);
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocalName(request.headers.host, options.host))
      return void response.writeHead(403).end('This preview answers only to the name of its own computer.\n');
    const { pathname, query } = partsOf(request.url ?? '/');
    if (options.editor !== undefined && (await isAnswered(request, response, options.editor))) return;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    if (pathname === eventsPath) {
      const asked = new URLSearchParams(query);
      return events.connect(response, asked.get('page') ?? '/', asked.get('seen') ?? '');
    }
    if (pathname === panelPath) {
      const panel = await options.panel(partsOf(new URLSearchParams(query).get('page') ?? '').pathname);
      return void response.writeHead(panel === undefined ? 204 : 200, pageHeaders).end(panel);
    }
    const answer = await find(pathname + query);
    if (answer.kind === 'redirect') response.writeHead(301, { Location: answer.location + query }).end();
    else if (answer.kind === 'file') sendBytes(request, response, answer);
    else if (answer.kind === 'page')
      response.writeHead(answer.status, pageHeaders).end(withScript(answer.html, answer.isBare === true));
    else if (answer.kind === 'frame')
      // Without a script of its own: it loads anew with the gallery, and a hundred frames may not listen each.
      response
        .writeHead(200, { ...pageHeaders, 'Content-Security-Policy': "frame-ancestors 'self'" })
        .end(answer.html);
  }

  /** @returns whether the request was for the editor */
  async function isAnswered(
    request: IncomingMessage,
    response: ServerResponse,
    { file, repository }: ServedEditor,
  ): Promise<boolean> {
    const { pathname } = partsOf(request.url ?? '/');
    const isSaving = pathname.startsWith(repositoryPath);
    const isLoading = pathname.startsWith(editorPath) && /^(?:GET|HEAD)$/.test(request.method ?? '');
    if (!isSaving && !isLoading) return false;
    // Whoever may look need not be whoever may save: others in the network may not, nor a name that leads here by chance.
    if (!isFromHere(request)) response.writeHead(403, plainText).end(onlyHere);
    else if (isSaving) await repository.respond(request, response);
    else {
      const found = await file(pathname, `http://${request.headers.host}`);
      if (found === undefined) return false;
      sendBytes(request, response, found);
    }
    return true;
  }

  /** @param address a path with its query */
  async function find(address: string): Promise<Answer> {
    const { pathname, query } = partsOf(address);
    const report = options.faults();
    const instead = (status: 200 | 404): Answer => {
      const html = report === undefined ? options.frontPage() : options.faultsPage(report);
      return { kind: 'page', html, status, isBare: true };
    };
    if (pathname === '/') return { kind: 'page', html: options.frontPage(), status: 200, isBare: true };
    if (pathname === faultsPath) return instead(200);
    if (/^\/admin(?:\/[a-z]{2})?$/.test(pathname)) return { kind: 'redirect', location: `${pathname}/` };
    if (pathname === '/gallery') return { kind: 'redirect', location: '/gallery/' };
    if (pathname.startsWith('/gallery/')) {
      const page = await options.galleryPage(pathname, query);
      if (page === undefined) return instead(404);
      return page.isFramed
        ? { kind: 'frame', html: page.html }
        : { kind: 'page', html: page.html, status: 200, isBare: true };
    }
    if (pathname === translationsPath || pathname.startsWith(`${translationsPath}/`)) {
      const html = await options.translationPage(pathname);
      return html === undefined ? instead(404) : { kind: 'page', html, status: 200, isBare: true };
    }
    const answer = await options.answer(pathname);
    return answer.kind === 'nothing' ? instead(404) : answer;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    url: previewUrl(options.host, (server.address() as AddressInfo).port),
    update: events.update,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const onlyHere =
  'The editor answers only to the computer that it runs on: open it there, at http://localhost.\n';

const plainText = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  ...securityHeaders,
};

function partsOf(address: string): { readonly pathname: string; readonly query: string } {
  const [, pathname = '/', query = ''] = /^([^?]*)(.*)$/s.exec(address) ?? [];
  return { pathname, query };
}
