/** Renames and removals that withstand the short refusals of Windows, where a virus scanner may hold a file. */
import { lstat, rename as renameOnDisk, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { hasCode } from '../cli/errors.ts';

export type Rename = (from: string, to: string) => Promise<void>;

export interface Mover {
  readonly move: Rename;
  /** Does nothing when there is nothing to move. */
  readonly moveIfThere: Rename;
}

export function moverOf(rename: Rename = renameOnDisk): Mover {
  const move: Rename = async (from, to) => {
    for (const delayMs of retryDelaysMs) {
      try {
        return await rename(from, to);
      } catch (error) {
        if (!hasCode(error, 'EPERM', 'EBUSY', 'EACCES')) throw error;
        await setTimeout(delayMs);
      }
    }
    return rename(from, to);
  };
  return {
    move,
    async moveIfThere(from, to) {
      try {
        await move(from, to);
      } catch (error) {
        if (!hasCode(error, 'ENOENT')) throw error;
      }
    },
  };
}

const retryDelaysMs = [20, 60, 180] as const;

/** Removes a file or folder with all that it holds; harmless when there is none. */
export const remove = (file: string): Promise<void> =>
  rm(file, { recursive: true, force: true, maxRetries: retryDelaysMs.length });

export const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );
