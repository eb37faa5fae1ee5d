/**
 * All files that the editor has, as the state of a repository: it has an id, which changes whenever a file does.
 */
import { createHash } from 'node:crypto';
import type { CountryFolders } from '../../model/content-folders.ts';
import type { SourcePath } from '../../model/paths.ts';
import { listContent } from '../../read/list-content.ts';
import { checkName } from '../../read/names.ts';
import { isRefusal, type Refusal } from './answers.ts';
import type { ContentFiles } from './content-files.ts';
import { kindOf } from './content-path.ts';

export interface Listed {
  readonly sha: string;
  readonly sizeBytes: number;
}

export interface Listing {
  /** 40 hexadecimal digits, as those of a commit. */
  readonly id: string;
  /** Sorted by path. */
  readonly files: ReadonlyMap<SourcePath, Listed>;
}

export interface Listings {
  /** Returns the state of the disk. @throws the error of the file system when something cannot be read */
  current(): Promise<Listing | Refusal>;
  /** Returns a state that was told before, if it is one of the last. */
  told(id: string): Listing | undefined;
  /** Returns the state that was told last, or that of the disk before any was told. */
  last(): Promise<Listing | Refusal>;
  /**
   * Returns the state that the editor knows after a save: what it was told last and what it has saved. What somebody else has
   * changed meanwhile is not in it, so that the editor still finds out.
   */
  afterSave(last: Listing, saved: ReadonlyMap<SourcePath, Listed | undefined>): Listing;
}

export function createListings(
  contentFolder: string,
  countryFolders: CountryFolders,
  files: ContentFiles,
): Listings {
  /** Digests of files by their stamps: of 10,000 files only those that were written are read again. */
  let known = new Map<SourcePath, { readonly stamp: string; readonly sha: string }>();
  /** The newest is the last. */
  let told: readonly Listing[] = [];

  function tell(found: Iterable<readonly [SourcePath, Listed]>): Listing {
    const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const digest = createHash('sha1');
    for (const [path, { sha }] of sorted) digest.update(`${path}\0${sha}\n`);
    const listing = { id: digest.digest('hex'), files: new Map(sorted) };
    told = [...told.filter(({ id }) => id !== listing.id), listing].slice(-mostTold);
    return listing;
  }

  async function current(): Promise<Listing | Refusal> {
    const nowMs = Date.now();
    const found = filesIn(contentFolder, countryFolders);
    const fresh: typeof known = new Map();
    const listed: (readonly [SourcePath, Listed])[] = [];
    for (let first = 0; first < found.length; first += readAtOnce) {
      const some = found.slice(first, first + readAtOnce);
      const answers = await Promise.all(
        some.map(async ({ path, stamp, bytes }) => {
          const kept = known.get(path);
          return kept?.stamp === stamp ? { sha: kept.sha, sizeBytes: bytes, stamp } : readListed(path);
        }),
      );
      for (const [index, { path, writtenMs }] of some.entries()) {
        const answer = answers[index];
        if (answer === undefined) continue;
        if (isRefusal(answer)) return answer;
        const { sha, sizeBytes, stamp } = answer;
        listed.push([path, { sha, sizeBytes }]);
        // Two writes within one tick of the clock leave the same stamp.
        if (nowMs - writtenMs > youngMs) fresh.set(path, { stamp, sha });
      }
    }
    known = fresh;
    return tell(listed);
  }

  async function readListed(
    path: SourcePath,
  ): Promise<(Listed & { readonly stamp: string }) | Refusal | undefined> {
    const file = await files.read(path);
    if (file === 'absent') return undefined;
    return isRefusal(file) ? file : { sha: file.sha, sizeBytes: file.bytes.length, stamp: file.stamp };
  }

  return {
    current,
    told: (id) => told.find((listing) => listing.id === id),
    last: async () => told.at(-1) ?? current(),
    afterSave(last, saved) {
      const files = new Map(last.files);
      for (const [path, file] of saved)
        if (file === undefined) files.delete(path);
        else files.set(path, file);
      return tell(files);
    },
  };
}

interface Found {
  readonly path: SourcePath;
  readonly stamp: string;
  readonly bytes: number;
  readonly writtenMs: number;
}

function filesIn(contentFolder: string, countryFolders: CountryFolders): readonly Found[] {
  const { texts, assets } = listContent(contentFolder, countryFolders);
  const found = texts
    .filter(({ unread }) => unread !== true)
    .map(({ path, stamp, writtenMs }) => ({ path, stamp, writtenMs, bytes: Number.parseInt(stamp, 10) }));
  return [...found, ...assets.values()].filter(
    ({ path }) => kindOf(path) !== undefined && checkName(path).length === 0,
  );
}

/** The editor asks for the pages of the state that it was told last; another window may have been told a newer one. */
const mostTold = 4;
const readAtOnce = 16;
const youngMs = 2000;
