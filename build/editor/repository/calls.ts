/**
 * The calls that the editor makes, each by its method and address.
 */
import type { IncomingMessage } from 'node:http';
import { gitIdentity, openGit } from '../../git/git.ts';
import type { SourcePath } from '../../model/paths.ts';
import { type Answer, isRefusal, type Refusal, refusal } from './answers.ts';
import { createContentFiles, type DiskFile } from './content-files.ts';
import { toContentPath, typeOf } from './content-path.ts';
import { createKeptVersions } from './kept-versions.ts';
import { createListings, type Listing } from './listing.ts';
import * as answers from './read-answers.ts';
import { readJson } from './read-body.ts';
import type { LocalRepositoryOptions } from './repository.ts';
import { save } from './save.ts';
import { isRecord } from './save-request.ts';

/** @param address below the path of the repository, with its query */
export type Call = (request: IncomingMessage, address: string) => Promise<Answer>;

type CallOptions = Omit<LocalRepositoryOptions, 'token' | 'isOwnOrigin'>;

export function createCalls({ contentFolder, countryFolders, keptFolder, check, print }: CallOptions): Call {
  const files = createContentFiles(contentFolder, countryFolders);
  const listings = createListings(contentFolder, countryFolders, files);
  const kept = createKeptVersions(keptFolder);
  const inTurn = createTurns();
  const current = (): Promise<Listing | Refusal> => inTurn(listings.current);

  async function read(given: unknown): Promise<(DiskFile & { readonly source: SourcePath }) | Refusal> {
    const path = toContentPath(given);
    if (isRefusal(path)) return path;
    const file = await files.read(path.source);
    if (file === 'absent')
      return refusal(404, `content/${path.source} is not there any more. Load the editor anew.`);
    return isRefusal(file) ? file : { ...file, source: path.source };
  }

  async function sendFile(address: string): Promise<Answer> {
    const file = await read(decoded(address));
    return isRefusal(file) ? file : { bytes: file.bytes, type: typeOf(file.source) };
  }

  async function tree(asked: string, query: URLSearchParams): Promise<Answer> {
    const listing = asked === answers.branch ? await current() : listings.told(asked);
    if (listing === undefined)
      return refusal(404, 'The content has changed since the editor asked for it. Load the editor anew.');
    if (isRefusal(listing)) return listing;
    const perPage = Math.min(countIn(query, 'per_page', 1000), 1000);
    return { json: answers.treeAnswer(listing, countIn(query, 'page', 1), perPage) };
  }

  async function contents(request: IncomingMessage): Promise<Answer> {
    const body = await readJson(request);
    if (isRefusal(body)) return body;
    const asked = isRecord(body.value) ? body.value.files : undefined;
    if (!Array.isArray(asked) || asked.length > answers.limits.filesAtOnce)
      return refusal(422, `Ask for at most ${answers.limits.filesAtOnce} files at once, as a list "files".`);
    const found: (object | null)[] = [];
    let sizeBytes = 0;
    for (let first = 0; first < asked.length; first += readAtOnce) {
      const files = await Promise.all(asked.slice(first, first + readAtOnce).map(read));
      for (const file of files) {
        if (isRefusal(file) && file.refused !== 404) return file;
        found.push(isRefusal(file) ? null : answers.contentsAnswer(file.source, file));
        sizeBytes += isRefusal(file) ? 0 : file.bytes.length;
        // Twice as many as the editor asks for: a file without content would look to it like an empty one.
        if (sizeBytes > 2 * answers.limits.responseBytes)
          return refusal(422, 'Together these files are too long. Ask for fewer at once.');
      }
    }
    return { json: found };
  }

  async function commits(query: URLSearchParams): Promise<Answer> {
    const path = toContentPath(query.get('path'));
    if (isRefusal(path)) return path;
    const { folder, below } = files.rootOf(path.source);
    const git = await openGit(folder);
    const changes =
      'why' in git ? [] : await git.historyOf(below, Math.min(countIn(query, 'limit', 50), 100));
    return { json: answers.commitsAnswer(changes) };
  }

  async function user(): Promise<Answer> {
    const { name, email } = await gitIdentity(contentFolder);
    return { json: answers.userAnswer(name, email) };
  }

  async function branch(): Promise<Answer> {
    const listing = await current();
    return isRefusal(listing) ? listing : { json: answers.branchAnswer(listing) };
  }

  async function saveBody(request: IncomingMessage): Promise<Answer> {
    const body = await readJson(request);
    if (isRefusal(body)) return body;
    return inTurn(() => save(body.value, { files, listings, kept, check, print }));
  }

  const own = 'repos/local/content';
  const calls: Readonly<Record<string, Readonly<Record<string, CallOf>>>> = {
    version: { GET: async () => ({ json: answers.versionAnswer }) },
    user: { GET: user },
    'settings/api': { GET: async () => ({ json: answers.settingsAnswer }) },
    [own]: { GET: async () => ({ json: answers.repositoryAnswer }) },
    [`${own}/branches/${answers.branch}`]: { GET: branch },
    [`${own}/git/trees/*`]: { GET: ({ rest, query }) => tree(rest, query) },
    [`${own}/file-contents`]: { POST: ({ request }) => contents(request) },
    [`${own}/raw/*`]: { GET: ({ rest }) => sendFile(rest) },
    [`${own}/media/${answers.branch}/*`]: { GET: ({ rest }) => sendFile(rest) },
    [`${own}/commits`]: { GET: ({ query }) => commits(query) },
    [`${own}/contents`]: { POST: ({ request }) => saveBody(request) },
  };

  return async (request, address) => {
    const [, pathname = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(address) ?? [];
    for (const [pattern, byMethod] of Object.entries(calls)) {
      const rest = restOf(pathname, pattern);
      if (rest === undefined) continue;
      const call = byMethod[request.method ?? ''];
      if (call !== undefined) return call({ request, rest, query: new URLSearchParams(query) });
      const allow = Object.keys(byMethod).join(', ');
      return { ...refusal(405, `This address answers only to ${allow}.`), allow };
    }
    return refusal(404, 'The editor asked for something that this preview does not have. Load it anew.');
  };
}

const readAtOnce = 16;

/** `rest`: of the address, behind what names the call. */
type CallOf = (asked: {
  readonly request: IncomingMessage;
  readonly rest: string;
  readonly query: URLSearchParams;
}) => Promise<Answer>;

/** Returns what `*` at the end of a pattern stands for, or nothing when an address is none of this pattern. */
function restOf(pathname: string, pattern: string): string | undefined {
  if (!pattern.endsWith('*')) return pathname === pattern ? '' : undefined;
  const start = pattern.slice(0, -1);
  return pathname.startsWith(start) ? pathname.slice(start.length) : undefined;
}

/** Returns nothing that a path may be when an address is not escaped as it should be. */
function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

/** @returns at least 1 */
function countIn(query: URLSearchParams, name: string, otherwise: number): number {
  const given = query.get(name) ?? '';
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : otherwise;
}

/** One after the other: what one save looks at, no other one writes. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}
