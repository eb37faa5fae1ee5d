/** Where a published file lies in a folder, and never outside of it. */
import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../../../cli/errors.ts';
import { isThere } from '../../../output/move.ts';

export interface Inside {
  /**
   * Returns the file of the system.
   *
   * @throws EnvironmentError when a link leads its folder elsewhere
   */
  fileOf(path: string): Promise<string>;
  /** The same, and of the file itself, which may be a link. */
  fileToRead(path: string): Promise<string>;
  /** As `fileOf`, and makes its folder. */
  makeRoomFor(path: string): Promise<string>;
}

/** @param root without links in it */
export function insideOf(root: string, name: string): Inside {
  const made = new Set<string>();
  const check = async (place: string, sitePath: string): Promise<void> => {
    // Asked first: another file may make the folder of the site meanwhile.
    const isMade = await isThere(root);
    const real = await realAncestor(place);
    if (isMade && real !== root && !real.startsWith(root + path.sep))
      throw new EnvironmentError(
        `${name}: a link in it leads "${sitePath}" to another place, so it was left alone. Remove the link.`,
      );
  };
  const fileOf = async (sitePath: string): Promise<string> => {
    const file = path.join(root, ...sitePath.split('/'));
    if (!made.has(path.dirname(file))) await check(path.dirname(file), sitePath);
    return file;
  };
  return {
    fileOf,
    async fileToRead(sitePath) {
      const file = await fileOf(sitePath);
      await check(file, sitePath);
      return file;
    },
    async makeRoomFor(sitePath) {
      const file = await fileOf(sitePath);
      const folder = path.dirname(file);
      if (!made.has(folder)) await mkdir(folder, { recursive: true });
      made.add(folder);
      return file;
    },
  };
}

/** What a place, or the nearest folder above it that exists, is without links. */
async function realAncestor(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    return realAncestor(path.dirname(place));
  }
}
