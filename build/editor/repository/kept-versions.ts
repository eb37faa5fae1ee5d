/**
 * Versions of files that would be lost otherwise: those that a save replaced and Git does not have, and those that could not be saved.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import { fileNameOf, folderOf, type SourcePath } from '../../model/paths.ts';
import { removeEmptyFolders } from './remove-empty-folders.ts';

export type WhyKept = 'replaced' | 'not-saved';

export interface KeptVersions {
  /**
   * Keeps a version under the path that it has in the content, with the time and the reason before its name.
   *
   * @returns where it is, as the author would type it
   */
  keep(why: WhyKept, source: SourcePath, bytes: Uint8Array): Promise<string>;
  /**
   * Removes the oldest. What cannot be removed is in nobody's way.
   *
   * @param justKept how many of the newest stay, whatever their number
   */
  prune(justKept: number): Promise<void>;
}

/** @param folder made when it is needed */
export function createKeptVersions(folder: string): KeptVersions {
  return {
    async keep(why, source, bytes) {
      const below = path.join(folder, folderOf(source));
      await mkdir(below, { recursive: true });
      const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
      for (let number = 1; ; number++) {
        const count = number === 1 ? '' : `-${number}`;
        const file = path.join(below, `${time}${count}-${why}-${fileNameOf(source)}`);
        try {
          // Never over another one.
          await writeFile(file, bytes, { flag: 'wx' });
          return file.replaceAll('\\', '/');
        } catch (error) {
          if (!hasCode(error, 'EEXIST')) throw error;
        }
      }
    },
    async prune(justKept) {
      const files = await keptBelow(folder).catch(() => []);
      const oldestFirst = files.toSorted((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
      for (const file of oldestFirst.slice(0, -Math.max(mostKept, justKept))) {
        await rm(file, { force: true }).catch(() => {});
        await removeEmptyFolders(path.dirname(file), folder);
      }
    },
  };
}

export const mostKept = 200;

async function keptBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^\d{4}-\d\d-\d\dT.*-(replaced|not-saved)-/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
