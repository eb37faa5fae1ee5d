/**
 * Writes the files of a save: all of them, each wholly, or none.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SourcePath } from '../../model/paths.ts';
import { moverOf } from '../../output/move.ts';
import type { ContentFiles, DiskFile } from './content-files.ts';
import { removeEmptyFolders } from './remove-empty-folders.ts';

export interface Edit {
  readonly source: SourcePath;
  /** What lies there; nothing for a new file. */
  readonly before: DiskFile | undefined;
  /** What is to lie there; nothing for a file that goes. */
  readonly after: Uint8Array | undefined;
}

/**
 * @returns the first file that somebody has written since it was read, or nothing; then no file was touched
 * @throws the error of the file system; what was written before it is taken back
 */
export async function writeEdits(
  edits: readonly Edit[],
  files: ContentFiles,
): Promise<SourcePath | undefined> {
  const staged = new Map<Edit, string>();
  const done: Edit[] = [];
  let isDone = false;
  try {
    for (const edit of edits)
      if (edit.after !== undefined)
        staged.set(edit, await stage(files.locate(edit.source), edit.after, edit.before?.mode));
    for (const { source, before } of edits) if ((await files.stamp(source)) !== before?.stamp) return source;
    for (const [edit, file] of staged) {
      await mover.move(file, files.locate(edit.source));
      done.push(edit);
    }
    for (const edit of edits) {
      if (edit.after !== undefined) continue;
      await rm(files.locate(edit.source), { maxRetries: 3 });
      done.push(edit);
    }
    isDone = true;
    return undefined;
  } catch (error) {
    await takeBack(done, files);
    throw error;
  } finally {
    for (const file of staged.values()) await rm(file, { force: true });
    for (const edit of edits)
      if (!isDone || edit.after === undefined)
        await removeEmptyFolders(path.dirname(files.locate(edit.source)), files.rootOf(edit.source).folder);
  }
}

/** Writes beside a file, under a name that neither a build nor a watch looks at. */
async function stage(file: string, bytes: Uint8Array, mode?: number): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(4).toString('hex')}.new~`;
  try {
    await writeFile(beside, bytes, { flag: 'wx', ...(mode !== undefined && { mode }) });
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return beside;
}

async function takeBack(done: readonly Edit[], files: ContentFiles): Promise<void> {
  for (const { source, before } of done.toReversed()) {
    const file = files.locate(source);
    if (before === undefined) await rm(file, { force: true });
    else await mover.move(await stage(file, before.bytes, before.mode), file);
  }
}

const mover = moverOf();
