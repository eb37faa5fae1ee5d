/** Files that are there wholly or not at all: written under a name beside their own, which nobody asks for, and then moved. */
import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../../cli/errors.ts';
import { moverOf } from '../../../output/move.ts';

const nameBeside = (): string => `.passport-${randomBytes(6).toString('hex')}~`;

/** Whether a deployment left it behind that was killed, or is at work with it. */
export const isNameBeside = (name: string): boolean => /^\.passport-[0-9a-f]{12}~$/.test(name);

/** Makes or replaces a file. */
export async function writeBeside(file: string, content: Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(file), nameBeside());
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await moverOf().move(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** @returns false where there is a file already */
export async function createExclusively(file: string, content: Uint8Array): Promise<boolean> {
  const beside = path.join(path.dirname(file), nameBeside());
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await link(beside, file).catch((error: unknown) => {
      // On a disk without hard links, a USB stick for example, a kill at this moment leaves half a file.
      if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
      return copyFile(beside, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}
