/** One command at a time changes a mirror, or reads all of it. */
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import { claim, isRunning, type Owner, release } from '../../processes/owner.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { requireOwnMirror } from '../folder/on-disk-of.ts';

export interface MirrorLock {
  /** @throws EnvironmentError when somebody has taken it away: then nothing more may be changed */
  requireHeld(): Promise<void>;
  free(): Promise<void>;
}

/**
 * Takes the lock, also from a process that has died with it.
 *
 * @throws EnvironmentError which says who holds it, or whose it is
 */
export async function lockMirror({ top, lock: file }: MirrorPaths): Promise<MirrorLock> {
  await requireOwnMirror(top);
  const owner = await claim();
  const held = await take(file, owner).catch((error: unknown) => {
    release(owner);
    throw error;
  });
  if (!held) {
    release(owner);
    const holder = await readFile(file, 'utf8').catch(() => '');
    const process = /^\d+/.exec(holder)?.[0];
    throw new EnvironmentError(
      `Another command is at work on the mirror ${top}${process === undefined ? '' : `: process ${process}`}. Wait until it has ended, and run this one again.`,
    );
  }
  return {
    async requireHeld() {
      if ((await readFile(file, 'utf8').catch(() => '')) !== owner)
        throw new EnvironmentError(`Another command has taken the mirror ${top} over. Run this one again.`);
    },
    async free() {
      if ((await readFile(file, 'utf8').catch(() => '')) === owner) await rm(file, { force: true });
      release(owner);
    },
  };
}

const take = async (file: string, owner: Owner): Promise<boolean> =>
  (await create(file, owner)) || ((await removeDead(file, owner)) && (await create(file, owner)));

/** @returns whether nobody holds it any more */
async function removeDead(file: string, owner: Owner): Promise<boolean> {
  const other = await readFile(file, 'utf8').catch(() => '');
  // Where there are no hard links, an empty one is being written at this moment, unless its writer was killed in between.
  if (other === '' ? await isFresh(file) : await isRunning(other)) return false;
  const dead = `${file}.${owner}`;
  await rename(file, dead).catch(() => {});
  const taken = await readFile(dead, 'utf8').catch(() => '');
  // Somebody else was quicker, and it is that one's lock which was moved.
  const isOthers = taken !== other && (await isRunning(taken));
  if (isOthers) await rename(dead, file);
  await rm(dead, { force: true });
  return !isOthers;
}

const isFresh = (file: string): Promise<boolean> =>
  stat(file).then(
    // The clock may have been wrong by a year, and be right again.
    ({ mtimeMs }) => Math.abs(Date.now() - mtimeMs) < writingMs,
    () => false,
  );

/** More than it takes to write a line. */
const writingMs = 10_000;

/** Written beside its place: neither a kill nor a full disk leaves a lock that does not say whose it is. */
async function create(file: string, owner: Owner): Promise<boolean> {
  const beside = `${file}.${owner}`;
  try {
    await writeFile(beside, owner);
    await link(beside, file);
    return true;
  } catch (error) {
    // Whoever holds it may remove what lies beside it.
    if (hasCode(error, 'EEXIST', 'ENOENT')) return false;
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    return await createWithoutLinks(file, owner);
  } finally {
    await rm(beside, { force: true });
  }
}

async function createWithoutLinks(file: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
