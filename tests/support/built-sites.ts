/**
 * The project's own sites, built once for all tests, and sites of other content.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { inject } from 'vitest';
import { lockCache } from '../../build/cache/lock.ts';
import { securityHeaders } from '../../build/model/security-headers.ts';
import { type BuildOptions, buildSites } from '../../build/pipeline.ts';
import type { SiteAnswer } from '../../build/serve/preview-server.ts';
import { type Files, lines, writeContent } from './content.ts';
import { findAnswer } from './static-files.ts';

export interface BuiltSites {
  readonly folder: string;
  /** Files by their path below the folder, with forward slashes, sorted. */
  readonly files: readonly string[];
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

/** The project's own sites, built once for all files of a run: to be read, not to be changed. */
export const ownSites = (): Promise<BuiltSites> => sharedSites('own', async () => 'content');

/** The same, where the lessons of two courses have no translation but into Russian: other texts stand in for them. */
export const sitesWithGaps = (): Promise<BuiltSites> =>
  sharedSites('gaps', async (folder) => {
    await cp('content', folder, {
      recursive: true,
      filter: (file) => !/courses[\\/](?:belong|families)[\\/][^\\/]+[\\/]index\.(?!en|ru)/.test(file),
    });
    return folder;
  });

/** Sites that one of the files of a run builds, for all of them. */
async function sharedSites(
  name: string,
  contentFolder: (folder: string) => Promise<string>,
): Promise<BuiltSites> {
  const shared = path.join(inject('runFolder'), name);
  const lock = await lockCache(shared, () => {});
  try {
    const known = await readFile(path.join(shared, 'folder'), 'utf8').catch(() => undefined);
    const folder = known ?? path.join(shared, 'sites');
    if (known === undefined) {
      const content = await contentFolder(path.join(shared, 'content'));
      await buildInto(folder, { contentFolder: content, drafts: false });
      await writeFile(path.join(shared, 'folder'), folder);
    }
    return await describeSites(folder, async () => {});
  } finally {
    await lock.free();
  }
}

/**
 * @param baseUrl where the sites are served, one folder each; without it, each at its own address
 * @param drafts whether also drafts are shown, and pages may be heavier
 */
export async function buildOwnSites(
  contentFolder = 'content',
  baseUrl?: string,
  drafts = false,
): Promise<BuiltSites> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-sites-'));
  await buildInto(folder, { contentFolder, drafts, ...(baseUrl !== undefined && { baseUrl }) });
  return describeSites(folder, () => rm(folder, { recursive: true, force: true }));
}

async function buildInto(out: string, options: Omit<BuildOptions, 'out'>): Promise<void> {
  const { sites, diagnostics } = await buildSites({ ...options, out });
  if (sites.length === 0)
    throw new Error(lines(diagnostics.filter(({ severity }) => severity === 'error')).join('\n'));
}

const describeSites = async (folder: string, remove: () => Promise<void>): Promise<BuiltSites> => ({
  folder,
  files: await listFiles(folder),
  read: (file) => readFile(path.join(folder, file), 'utf8'),
  remove,
});

/** Builds sites of other content, whose folder goes with them. */
export async function buildContent(files: Files): Promise<BuiltSites> {
  const content = await mkdtemp(path.join(os.tmpdir(), 'passport-'));
  await writeContent(content, files);
  const sites = await buildOwnSites(content);
  return {
    ...sites,
    async remove() {
      await sites.remove();
      await rm(content, { recursive: true, force: true });
    },
  };
}

export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** Answers of the preview from files that were built. */
export const answerFrom =
  (folder: string) =>
  async (pathname: string): Promise<SiteAnswer> => {
    const answer = await findAnswer(folder, pathname);
    if (answer.kind !== 'file') return answer;
    const bytes = await readFile(answer.file);
    if (answer.type.startsWith('text/html'))
      return { kind: 'page', html: bytes.toString(), status: answer.status };
    return { kind: 'file', bytes, type: answer.type };
  };

export interface SiteServer {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder as a published site is served: with its headers, and without a reload script.
 *
 * @param port of a server that was there before
 *
 * @param isCompressed with brotli, as over the line
 */
export async function serveSites(folder: string, isCompressed = false, port = 0): Promise<SiteServer> {
  const server = createServer(async (request, response) => {
    const answer = await findAnswer(folder, (request.url ?? '/').split('?')[0] ?? '/');
    if (answer.kind === 'redirect') response.writeHead(301, { Location: answer.location }).end();
    else if (answer.kind === 'nothing') response.writeHead(404).end();
    else {
      const bytes = await readFile(answer.file);
      response
        .writeHead(answer.status, {
          ...securityHeaders,
          'Content-Type': answer.type,
          ...(isCompressed && { 'Content-Encoding': 'br' }),
        })
        .end(isCompressed ? brotliCompressSync(bytes) : bytes);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
