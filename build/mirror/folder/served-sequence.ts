import { readlink } from 'node:fs/promises';
import { hasCode } from '../../cli/errors.ts';

/** Returns which site is served; nothing where the link is none, or leads elsewhere. */
export async function servedSequence(current: string): Promise<number | undefined> {
  const digits = /^sites\/(\d+)$/.exec((await linkTarget(current)) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Returns where a symbolic link leads; nothing where there is none. */
export async function linkTarget(file: string): Promise<string | undefined> {
  try {
    return await readlink(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EINVAL', 'ENOTDIR')) return undefined;
    throw error;
  }
}
