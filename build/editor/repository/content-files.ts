/**
 * Files of the content on disk: read wholly or not at all, and never by way of a link.
 */
import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import path from 'node:path';
import type { CountryCode } from '../../../schemas/brands.ts';
import { hasCode } from '../../cli/errors.ts';
import { type CountryFolders, locate } from '../../model/content-folders.ts';
import type { SourcePath } from '../../model/paths.ts';
import { type Refusal, refusal } from './answers.ts';
import { blobShaOf } from './blob.ts';
import { repositoryPathOf } from './content-path.ts';

export interface DiskFile {
  readonly bytes: Buffer;
  /** See {@link blobShaOf}; of these very bytes. */
  readonly sha: string;
  /** Changes whenever the file is written; see {@link stampOf}. */
  readonly stamp: string;
  readonly mode: number;
}

export interface ContentFiles {
  locate(source: SourcePath): string;
  /** The folder that holds the part of the content that a file belongs to, and the path of the file below it. */
  rootOf(source: SourcePath): { readonly folder: string; readonly below: string };
  /** Returns `absent` where there is none, and a refusal where a link or something else lies on the way. */
  read(source: SourcePath): Promise<DiskFile | 'absent' | Refusal>;
  /** Returns the stamp of a file, or nothing where there is none. */
  stamp(source: SourcePath): Promise<string | undefined>;
}

export function createContentFiles(contentFolder: string, countryFolders: CountryFolders): ContentFiles {
  function rootOf(source: SourcePath): { readonly folder: string; readonly below: string } {
    const [top, code = '', ...below] = source.split('/');
    const own = top === 'countries' ? countryFolders.get(code as CountryCode) : undefined;
    return own === undefined
      ? { folder: contentFolder, below: source }
      : { folder: own, below: below.join('/') };
  }

  /** What lies at each step from the root to the file, as far as there is something. */
  async function look(source: SourcePath): Promise<'file' | 'absent' | Refusal> {
    const { folder, below } = rootOf(source);
    const names = below.split('/');
    let at = folder;
    for (const [index, name] of names.entries()) {
      at = path.join(at, name);
      const found = await lstatIfThere(at);
      if (found === undefined) return 'absent';
      const isLast = index === names.length - 1;
      if (found.isSymbolicLink()) return unfit(source, 'is reached by a link, and links are not followed');
      if (!(isLast ? found.isFile() : found.isDirectory()))
        return unfit(source, isLast ? 'is no file' : 'would lie below something that is no folder');
    }
    return 'file';
  }

  const absoluteOf = (source: SourcePath): string => locate(source, contentFolder, countryFolders);
  return {
    locate: absoluteOf,
    rootOf,
    async read(source) {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const found = await look(source);
        if (found !== 'file') return found;
        const file = await readUnchanged(absoluteOf(source));
        if (file !== undefined) return file;
      }
      return refusal(
        503,
        `${repositoryPathOf(source)} is being written by another program. Try again in a moment.`,
      );
    },
    async stamp(source) {
      const found = await lstatIfThere(absoluteOf(source));
      return found === undefined ? undefined : stampOf(found);
    },
  };
}

const mostAttempts = 3;

const unfit = (source: SourcePath, what: string): Refusal =>
  refusal(422, `${repositoryPathOf(source)} ${what}. Put a file of its own into a folder of the content.`);

/** Returns nothing when the file has changed while it was read. */
async function readUnchanged(file: string): Promise<DiskFile | undefined> {
  try {
    // Windows has no such flag.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const before = await handle.stat();
      const bytes = await handle.readFile();
      const [after, there] = [await handle.stat(), await lstatIfThere(file)];
      const stamp = stampOf(before);
      const isSame =
        stamp === stampOf(after) &&
        there !== undefined &&
        stamp === stampOf(there) &&
        bytes.length === before.size;
      return isSame ? { bytes, sha: blobShaOf(bytes), stamp, mode: before.mode } : undefined;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return undefined;
    throw error;
  }
}

/** Size and times, as Git's index has them. */
const stampOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size}-${mtimeMs}-${ctimeMs}-${ino}`;

async function lstatIfThere(file: string): Promise<Stats | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
