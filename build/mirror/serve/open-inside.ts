import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';

/** Opens a file below a folder; nothing where there is none, or where a symbolic link leads to it. */
export async function openInside(top: string, below: string): Promise<FileHandle | undefined> {
  try {
    const folder = await realpath(path.join(top, path.dirname(below)));
    if (folder !== path.join(await realpath(top), path.dirname(below))) return undefined;
    const handle = await open(
      path.join(folder, path.basename(below)),
      // A pipe in place of a file would wait for its other end.
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    return undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ENXIO', 'ENAMETOOLONG')) return undefined;
    throw error;
  }
}
