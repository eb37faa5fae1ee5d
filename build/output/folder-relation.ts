import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../cli/errors.ts';

/** Returns how a folder, which need not exist, lies to another, be it by way of a link; nothing when neither is in the other. */
export async function folderRelation(
  folder: string,
  other: string,
): Promise<'is' | 'lies in' | 'holds' | undefined> {
  const [target, known] = await Promise.all([realPath(folder), realPath(other)]);
  if (target === known) return 'is';
  if (isBelow(target, known)) return 'lies in';
  return isBelow(known, target) ? 'holds' : undefined;
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/** The path without links, also of what does not exist yet. */
async function realPath(file: string): Promise<string> {
  const absolute = path.resolve(file);
  try {
    return await realpath(absolute);
  } catch (error) {
    const parent = path.dirname(absolute);
    if (!hasCode(error, 'ENOENT', 'ENOTDIR') || parent === absolute) throw error;
    return path.join(await realPath(parent), path.basename(absolute));
  }
}
