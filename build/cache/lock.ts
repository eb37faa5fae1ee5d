/** One build at a time uses a cache: another waits until it is free. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { claim, isRunning, type Owner, release } from '../processes/owner.ts';

export interface Lock {
  free(): Promise<void>;
}

/**
 * Waits until no other build uses the cache.
 *
 * @param onWait told once, when there is something to wait for
 * @throws the reason of the signal when it is aborted; the error of the file system
 */
export async function lockCache(folder: string, onWait: () => void, signal?: AbortSignal): Promise<Lock> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'lock');
  const owner = await claim();
  for (let waits = 0; ; waits++) {
    signal?.throwIfAborted();
    if (await tryLock(file, owner)) break;
    if (waits === 0) onWait();
    await setTimeout(pollMs, undefined, { signal });
  }
  return {
    async free() {
      await rm(file, { force: true });
      release(owner);
    },
  };
}

const pollMs = 100;

async function tryLock(file: string, owner: Owner): Promise<boolean> {
  if (await create(file, owner)) return true;
  const other = await readFile(file, 'utf8').catch(() => '');
  // An empty one is being written at this moment, unless its writer was killed in between.
  if (other === '' ? await isFresh(file) : await isRunning(other)) return false;
  const dead = `${file}.${owner}`;
  await rename(file, dead).catch(() => {});
  await rm(dead, { force: true });
  return create(file, owner);
}

const isFresh = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs < writingMs,
    () => false,
  );

/** More than it takes to write a line. */
const writingMs = 10_000;

const create = (file: string, owner: Owner): Promise<boolean> =>
  writeFile(file, owner, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
