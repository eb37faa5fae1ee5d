/** Keeps the sites out of the content, whose folders bear the names of countries as well. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { hasCode, UsageError } from '../cli/errors.ts';

/**
 * @param out the folder for the sites, which need not exist
 * @throws UsageError when it is the content folder, lies in it, or holds it, be it by way of a link
 */
export async function checkOutputFolder(out: string, contentFolder: string): Promise<void> {
  const [target, content] = await Promise.all([realPath(out), realPath(contentFolder)]);
  const relation =
    target === content
      ? 'is'
      : isBelow(target, content)
        ? 'lies in'
        : isBelow(content, target)
          ? 'holds'
          : undefined;
  if (relation !== undefined)
    throw new UsageError(
      `--out: "${out}" ${relation} the content folder "${contentFolder}". Choose a folder of its own, such as dist.`,
    );
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
