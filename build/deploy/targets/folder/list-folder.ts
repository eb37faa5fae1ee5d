import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../../cli/errors.ts';
import { isNameBeside } from './beside.ts';

/** No deployment takes as long. */
const leftBehindMs = 24 * 60 * 60 * 1000;

/**
 * Returns the paths of the files below a folder, without following links; removes what a killed deployment left half-written a day ago.
 *
 * @param siteFolder ends with a slash, or is empty
 */
export async function listFolder(
  root: string,
  siteFolder: string,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const paths: string[] = [];
  const waiting = [siteFolder];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    signal?.throwIfAborted();
    for (const entry of await entriesOf(path.join(root, folder))) {
      if (entry.isDirectory()) waiting.push(`${folder}${entry.name}/`);
      else if (isNameBeside(entry.name)) await removeOld(path.join(root, folder, entry.name));
      else if (entry.isFile()) paths.push(folder + entry.name);
    }
  }
  return paths;
}

const entriesOf = (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  });

async function removeOld(file: string): Promise<void> {
  const { mtimeMs } = (await stat(file).catch(() => undefined)) ?? { mtimeMs: Number.POSITIVE_INFINITY };
  if (Date.now() - mtimeMs > leftBehindMs) await rm(file, { force: true });
}
