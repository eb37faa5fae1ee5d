/**
 * A web server for trying a mirror out: it sends what the manifest of the served site names, the parts for other mirrors, and the
 * health. For the public there are nginx and Caddy.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { securityHeaders } from '../../model/security-headers.ts';
import { previewUrl } from '../../serve/hosts.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { ownCommand } from '../program/this-program.ts';
import { findFile, missingPage } from './find-file.ts';
import { parseTarget } from './request-target.ts';
import { sendFile, sendMissing } from './send-file.ts';
import { siteReader } from './served-site.ts';

export interface MirrorServer {
  /** `http://localhost:8080/` */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly paths: MirrorPaths;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Told of what the machine failed at. */
  readonly warn: (error: unknown) => void;
}

/** @throws the error of the operating system when the address is taken */
export async function serveMirror({ paths, host, port, warn }: ServeOptions): Promise<MirrorServer> {
  const readSite = siteReader(paths);

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { Allow: 'GET, HEAD', ...plainText }).end('Only GET and HEAD.\n');
    const target = parseTarget(request.url ?? '');
    if (target === 400) return void response.writeHead(400, plainText).end('No address of a site.\n');
    const site = await readSite();
    if (site === undefined)
      return void response
        .writeHead(503, { 'Retry-After': '60', ...plainText })
        .end(`Nothing has come yet. Run: ${ownCommand} sync.\n`);
    if (target === 404) return sendMissing(request, response, missingPage(site, ''));
    const answer = findFile(site, paths, target.path);
    if (answer !== undefined && 'location' in answer) {
      response.writeHead(301, { Location: answer.location + target.query, ...plainText }).end();
      return;
    }
    if (answer !== undefined && (await sendFile(request, response, answer))) return;
    await sendMissing(request, response, missingPage(site, target.path));
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // The reader has left.
      if (response.destroyed) return;
      warn(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, plainText).end('The mirror has a fault.\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: previewUrl(host, (server.address() as AddressInfo).port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const plainText = { 'Content-Type': 'text/plain; charset=utf-8', ...securityHeaders };
