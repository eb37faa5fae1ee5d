/** The metadata of a release folder on this computer. */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../cli/errors.ts';
import type { Sha256 } from '../model/paths.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { moverOf } from '../output/move.ts';
import { namesIn } from '../output/names-in.ts';
import { currentMetadata } from './current-metadata.ts';

/**
 * Returns, by their paths, all roots, the timestamp, the newest and the current snapshot and targets, and the signed pointer.
 *
 * @param folder `releases/kg`; need not exist
 */
export async function readReleaseMetadata(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = await namesIn(path.join(folder, 'metadata'));
  const isWanted = (name: string): boolean => /^(\d+\.(root|targets|snapshot)|timestamp)\.json$/.test(name);
  const files = new Map<string, Uint8Array>();
  for (const name of names.filter(isWanted))
    files.set(`metadata/${name}`, await readFile(path.join(folder, 'metadata', name)));
  const hash = currentMetadata(files)?.pointer.hashes.sha256;
  if (hash === undefined) return files;
  const name = releasePaths.signedPointer(hash as Sha256);
  const pointer = await readFile(path.join(folder, name)).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  return pointer === undefined ? files : files.set(name, pointer);
}

/**
 * Writes signed files in their order, the timestamp last: until then, whoever reads the folder sees the release before.
 *
 * @throws EnvironmentError when another command has signed the same version meanwhile
 */
export async function writeReleaseMetadata(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    const beside = `${file}.new~`;
    await mkdir(path.dirname(file), { recursive: true });
    try {
      await writeFile(beside, bytes);
      if (name === releasePaths.timestamp) await moverOf().move(beside, file);
      else await createFrom(beside, file, bytes);
    } finally {
      await rm(beside, { force: true });
    }
  }
}

async function createFrom(beside: string, file: string, bytes: Uint8Array): Promise<void> {
  try {
    await link(beside, file);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      if ((await readFile(file)).equals(bytes)) return;
      throw new EnvironmentError(
        `${file} was written by another command just now. Run this one again: it then signs the version after it.`,
      );
    }
    // Memory sticks and some network drives know no links.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    await moverOf().move(beside, file);
  }
}
