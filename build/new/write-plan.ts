/**
 * Carries out a plan: all of it or nothing. No file is ever written over.
 */
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../cli/errors.ts';
import { type CountryFolders, locate, noCountryFolders } from '../model/content-folders.ts';
import type { SourcePath } from '../model/paths.ts';
import type { Edit, Plan } from './form.ts';

/** Something else has happened to the content since the plan was made. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';
}

export interface WriteOptions {
  readonly countryFolders?: CountryFolders;
  /** Stops between two files; what was written is taken back. */
  readonly signal?: AbortSignal;
}

/**
 * @throws ChangedMeanwhileError when a file that would be made is there, or one that would change is another than it was
 */
export async function writePlan(
  plan: Plan,
  contentFolder: string,
  { countryFolders = noCountryFolders, signal }: WriteOptions = {},
): Promise<void> {
  const pathOf = (file: SourcePath): string => locate(file, contentFolder, countryFolders);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const { path: file, text } of plan.files) {
      signal?.throwIfAborted();
      await writeNew(file, text, pathOf(file), undo);
    }
    for (const edit of plan.edits) {
      signal?.throwIfAborted();
      await replace(edit, pathOf(edit.path), undo);
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => {});
    throw error;
  }
}

type Undo = (() => Promise<unknown>)[];

async function writeNew(file: SourcePath, text: string, absolute: string, undo: Undo): Promise<void> {
  await makeFolder(path.dirname(absolute), undo);
  try {
    await writeFile(absolute, text, { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST'))
      throw new ChangedMeanwhileError(`content/${file} is there already; nothing was changed`);
    throw error;
  }
  undo.push(() => rm(absolute));
}

/** Folder by folder, so that those which were there stay when the rest is taken back. */
async function makeFolder(folder: string, undo: Undo): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const made = path.relative(first, folder).split(path.sep).filter(Boolean);
  for (let depth = 0; depth <= made.length; depth++) {
    const one = path.join(first, ...made.slice(0, depth));
    undo.push(() => rmdir(one));
  }
}

async function replace({ path: file, before, after }: Edit, absolute: string, undo: Undo): Promise<void> {
  if ((await readFile(absolute, 'utf8')) !== before)
    throw new ChangedMeanwhileError(
      `content/${file} was changed meanwhile; nothing was written. Run the command again`,
    );
  await overwrite(absolute, after);
  undo.push(() => overwrite(absolute, before));
}

/** A reader finds the old or the new file, never a part of one. */
async function overwrite(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new~`, text);
  await rename(`${file}.new~`, file);
}
