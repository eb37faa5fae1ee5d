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
    const fresh: typeof known = new Map();
    const listed: (readonly [SourcePath, Listed])[] = [];
    const written: Found[] = [];
    for (const found of filesIn(contentFolder, countryFolders, known)) {
      const kept = known.get(found.path);
      if (kept?.stamp !== found.stamp) written.push(found);
      else {
        fresh.set(found.path, kept);
        listed.push([found.path, { sha: kept.sha, sizeBytes: found.bytes }]);
      }
    }
    for (let first = 0; first < written.length; first += readAtOnce) {
      const some = written.slice(first, first + readAtOnce);
      const answers = await Promise.all(some.map(({ path }) => files.read(path)));
      for (const [index, found] of some.entries()) {
        const file = answers[index];
        // It has gone since it was found.
        if (file === undefined || file === 'absent') continue;
        if (isRefusal(file)) return file;
        const { sha, stamp, bytes } = file;
        listed.push([found.path, { sha, sizeBytes: bytes.length }]);
        // Two writes within one tick of the clock leave the same stamp.
        const isOld = stamp === found.stamp && nowMs - found.writtenMs > youngMs;
        if (isOld) fresh.set(found.path, { stamp, sha });
      }
    }
    known = fresh;
    return tell(listed);
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

/** @param known files of which it is known that the editor has them */
function filesIn(
  contentFolder: string,
  countryFolders: CountryFolders,
  known: ReadonlyMap<SourcePath, unknown>,
): readonly Found[] {
  const { texts, assets } = listContent(contentFolder, countryFolders);
  const found = texts
    .filter(({ unread }) => unread !== true)
    .map(({ path, stamp, writtenMs }) => ({ path, stamp, writtenMs, bytes: Number.parseInt(stamp, 10) }));
  return [...found, ...assets.values()].filter(
    ({ path }) => known.has(path) || (kindOf(path) !== undefined && checkName(path).length === 0),
  );
}

/** The editor asks for the pages of the state that it was told last; another window may have been told a newer one. */
const mostTold = 4;
const readAtOnce = 16;
const youngMs = 2000;
