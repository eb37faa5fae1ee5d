/** Files that are there wholly or not at all, also after the power went. */
import { closeSync, fsync, openSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';

/** Of what is being written: a kill may leave it, and the next synchronisation removes it. */
export const unfinished = '.new~';

/** Writes a file beside its place, and moves it there. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const beside = file + unfinished;
  await mkdir(path.dirname(file), { recursive: true });
  await writeSynced(beside, content);
  await rename(beside, file);
}

/**
 * Writes a file, and waits until the disk has it. Only the disk is waited for beside other work: what goes to the memory of the system
 * is done before one of Node's threads would have begun it, which counts where there are a hundred thousand files.
 */
export async function writeSynced(file: string, content: Uint8Array | string): Promise<void> {
  const descriptor = openSync(file, 'w');
  try {
    writeFileSync(descriptor, content);
    await new Promise<void>((resolve, reject) => {
      fsync(descriptor, (error) => (error === null ? resolve() : reject(error)));
    });
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until the disk has the names in a folder; some systems cannot, and need it less. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP')) throw error;
  }
}
