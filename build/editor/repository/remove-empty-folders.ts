import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';

/** Removes a folder and those above it, up to the top, which stays, as long as nothing is in them. */
export async function removeEmptyFolders(folder: string, top: string): Promise<void> {
  const relative = path.relative(top, folder);
  if (relative === '' || relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) return;
  try {
    await rmdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return removeEmptyFolders(path.dirname(folder), top);
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EBUSY', 'EPERM', 'EACCES')) return;
    throw error;
  }
  await removeEmptyFolders(path.dirname(folder), top);
}
