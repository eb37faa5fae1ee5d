/**
 * The list of what an update does to published sites: files that are moved into place, and files that go.
 *
 * It is written, whole, before the first of them is touched. A kill on the way leaves old and new files side by side, each of
 * them whole, and the next build takes the list up where it was left.
 */
import { mkdir, readFile, rename, rmdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../cli/errors.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';
import type { Mover } from './move.ts';

export interface Journal {
  /** Files among what was staged that take the place of published ones; in this order. */
  readonly puts: readonly OutputPath[];
  /** Published files that go, after the others have come. */
  readonly deletes: readonly OutputPath[];
}

const name = 'journal.json';

export async function writeJournal(staged: string, journal: Journal): Promise<void> {
  const file = path.join(staged, name);
  await writeFile(`${file}.new`, JSON.stringify(journal));
  await rename(`${file}.new`, file);
}

/** Returns nothing when the build was killed before its list was whole. */
export async function readJournal(staged: string): Promise<Journal | undefined> {
  const text = await readFile(path.join(staged, name), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { puts, deletes } = JSON.parse(text) as Record<keyof Journal, readonly string[]>;
  return { puts: puts.map(toOutputPath), deletes: deletes.map(toOutputPath) };
}

/** Does what is left to do of a list; may be done again and again. */
export async function applyJournal(
  out: string,
  staged: string,
  { puts, deletes }: Journal,
  { move }: Mover,
): Promise<void> {
  for (const file of puts) {
    const target = path.join(out, file);
    try {
      await move(path.join(staged, file), target);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
      // Its folder is new, or it was moved before the build was killed.
      await mkdir(path.dirname(target), { recursive: true });
      await move(path.join(staged, file), target).catch(ignore('ENOENT'));
    }
  }
  for (const file of deletes) {
    await unlink(path.join(out, file)).catch(ignore('ENOENT', 'ENOTDIR'));
    await removeEmptyFolders(out, path.posix.dirname(file));
  }
}

/** A clean build has no empty folders, so that an update leaves none. */
async function removeEmptyFolders(out: string, folder: string): Promise<void> {
  for (let at = folder; at.includes('/'); at = path.posix.dirname(at)) {
    try {
      await rmdir(path.join(out, at));
    } catch (error) {
      if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) return;
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
}

const ignore =
  (...codes: readonly string[]) =>
  (error: unknown): void => {
    if (!hasCode(error, ...codes)) throw error;
  };
