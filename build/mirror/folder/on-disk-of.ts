/** Says of which disk it is when one cannot be written: of bytes that have no room the system does not tell where they were to go. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';

/**
 * Does what writes in a folder.
 *
 * @throws EnvironmentError where the disk is full, faulty or read-only, and where the folder belongs to another user
 */
export async function onDiskOf<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const sentence = await sentenceOf(error, folder);
    if (sentence === undefined) throw error;
    throw new EnvironmentError(sentence, { cause: error });
  }
}

async function sentenceOf(error: unknown, folder: string): Promise<string | undefined> {
  if (hasCode(error, 'EACCES', 'EPERM')) return isInside(error, folder) ? ofOthers(folder) : undefined;
  return sentences.find(([codes]) => hasCode(error, ...codes))?.[1](folder);
}

const sentences: readonly (readonly [codes: readonly string[], sentence: (folder: string) => string])[] = [
  [
    ['ENOSPC'],
    (folder) =>
      `The disk of ${folder} is full. Free some space and run the command again; what is served stays as it is.`,
  ],
  [
    ['EDQUOT'],
    (folder) =>
      `The quota of the disk of ${folder} is used up. Free some space and run the command again; what is served stays as it is.`,
  ],
  [
    ['EROFS'],
    (folder) =>
      `The disk of ${folder} is read-only. Mount it for writing and run the command again; where the system itself made it so, the disk is failing: see dmesg.`,
  ],
  [
    ['EIO'],
    (folder) =>
      `The disk of ${folder} reports an error. See dmesg, and check the disk before you run the command again.`,
  ],
];

/** A mirror is made by one user, and kept by a timer that is perhaps another one's. */
async function ofOthers(folder: string): Promise<string | undefined> {
  const own = process.geteuid?.();
  const owner = await stat(folder).catch(() => undefined);
  if (owner === undefined || own === undefined) return undefined;
  const user = await nameOf(owner.uid);
  return owner.uid === own
    ? `Not all of ${folder} belongs to the user ${user}: a command ran as another one, perhaps with sudo. Give it back: sudo chown -R ${user} ${folder}`
    : `${folder} belongs to the user ${user}, and this one has no right to it. Run the command as that user: sudo -u ${user} …`;
}

/**
 * Root may write everywhere; what it leaves in the folder of another user, the timer of that one cannot replace.
 *
 * @throws EnvironmentError for root where the folder is another one's
 */
export async function requireOwnMirror(folder: string): Promise<void> {
  if (process.geteuid?.() !== 0) return;
  const owner = await stat(folder).catch(() => undefined);
  if (owner === undefined || owner.uid === 0) return;
  const user = await nameOf(owner.uid);
  throw new EnvironmentError(
    `${folder} belongs to the user ${user}, who could not change what root leaves there. Run the command as that user: sudo -u ${user} …`,
  );
}

/** Not of a stick, for example, from which something was to come. */
const isInside = (error: unknown, folder: string): boolean =>
  error instanceof Error &&
  'path' in error &&
  typeof error.path === 'string' &&
  !path.relative(folder, error.path).startsWith('..');

/** As passwd(5) has it, else the number, as sudo takes it. */
async function nameOf(uid: number): Promise<string> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  const found = lines.map((line) => line.split(':')).find(([, , id]) => id === String(uid));
  return found?.[0] ?? `'#${uid}'`;
}
