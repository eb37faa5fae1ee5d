/**
 * A local repository on a real server, and what the editor asks of it.
 */
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import {
  createLocalRepository,
  type LocalRepositoryOptions,
  repositoryPath,
} from '../../../build/editor/repository/repository.ts';
import { contentFolder, type Files, temporaryFolder } from '../../support/content.ts';

export const token = 'a-token-of-this-preview';
export const own = 'repos/local/content';

export interface Served {
  /** The address of the repository, with a slash at its end. */
  readonly api: string;
  readonly port: number;
  readonly folder: string;
  readonly keptFolder: string;
  /** What was printed. */
  readonly lines: string[];
  get<T>(address: string): Promise<T>;
  /** Sends any request, with the token unless told otherwise. */
  ask(address: string, init?: RequestInit): Promise<Response>;
  /** Saves, and returns the status and the JSON of the answer. */
  save(...files: readonly object[]): Promise<SaveOutcome>;
  /** The files of the tree, by their path. */
  tree(): Promise<ReadonlyMap<string, { readonly sha: string; readonly size: number }>>;
  sha(file: string): Promise<string>;
  head(): Promise<string>;
}

export interface SaveOutcome {
  readonly status: number;
  readonly message: string;
  readonly commit: { readonly sha: string; readonly created: string };
  readonly files: readonly ({ readonly path: string; readonly sha: string } | null)[];
}

export interface Tree {
  readonly tree: readonly {
    readonly path: string;
    readonly type: string;
    readonly sha: string;
    readonly size: number;
  }[];
  readonly truncated: boolean;
}

export async function serve(
  files: Files = {},
  options: Partial<LocalRepositoryOptions> = {},
): Promise<Served> {
  const folder = options.contentFolder ?? (await contentFolder(files));
  const keptFolder = options.keptFolder ?? path.join(await temporaryFolder(), 'kept');
  const lines: string[] = [];
  let port = 0;
  const repository = createLocalRepository({
    contentFolder: folder,
    countryFolders: new Map(),
    keptFolder,
    token,
    isOwnOrigin: (origin) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`].includes(origin),
    check: async () => [],
    print: (line) => lines.push(line),
    ...options,
  });
  const server = createServer((request, response) => void repository.respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  port = (server.address() as AddressInfo).port;
  const api = `http://127.0.0.1:${port}${repositoryPath}`;

  const ask = (address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(api + address, { ...init, headers: { Authorization: `token ${token}`, ...init.headers } });
  async function get<T>(address: string): Promise<T> {
    const response = await ask(address);
    expect(response.status, address).toBe(200);
    return (await response.json()) as T;
  }
  async function save(...changes: readonly object[]): Promise<SaveOutcome> {
    const body = JSON.stringify({ branch: 'main', message: 'Update', files: changes });
    const response = await ask(`${own}/contents`, { method: 'POST', body });
    return { ...((await response.json()) as SaveOutcome), status: response.status };
  }
  const head = async (): Promise<string> =>
    (await get<{ commit: { id: string } }>(`${own}/branches/main`)).commit.id;
  async function tree(): Promise<ReadonlyMap<string, { readonly sha: string; readonly size: number }>> {
    const listed = await get<Tree>(`${own}/git/trees/${await head()}?recursive=1&page=1`);
    return new Map(listed.tree.map((file) => [file.path, file]));
  }
  return {
    api,
    port,
    folder,
    keptFolder,
    lines,
    get,
    ask,
    save,
    tree,
    head,
    sha: async (file) => (await tree()).get(file)?.sha ?? '',
  };
}

export const base64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64');

/** Every kept version, below the folder, sorted. */
export async function keptIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
