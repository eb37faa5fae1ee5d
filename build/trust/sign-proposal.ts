/** A root that is signed in several places: each holder of a root key adds a signature to the same file. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Metadata, Root } from '@tufjs/models';
import { EnvironmentError, hasCode, UsageError } from '../cli/errors.ts';
import { isCompleteRoot, signRoot } from './change-root.ts';
import { addToFolder, writePrivate } from './key-folder.ts';
import { bytesOf, parseRoot, remarksOf } from './metadata.ts';
import type { SigningKeys } from './open-keys.ts';

export interface Proposal {
  readonly file: string;
  readonly root: Metadata<Root>;
}

/**
 * @param newest the root that holds today
 * @throws EnvironmentError when it is no proposal for the version to come
 */
export async function readProposal(file: string, newest: Root): Promise<Proposal> {
  const root = parseRoot(await readFileOrExplain(file), file);
  const { country, isTrial } = remarksOf(newest);
  const proposed = remarksOf(root.signed);
  if (proposed.country !== country || proposed.isTrial !== isTrial)
    throw new EnvironmentError(
      `${file} is a root of "${proposed.country}", and not for the keys of "${country}" here. Say which with --country and --keys.`,
    );
  if (root.signed.version <= newest.version)
    throw new EnvironmentError(
      `${file} is version ${root.signed.version}, and version ${newest.version} is already there: it came too late, or is already done. Propose the change again.`,
    );
  if (root.signed.version > newest.version + 1)
    throw new EnvironmentError(
      `${file} is version ${root.signed.version}, and only ${newest.version}.root.json is known here. Copy the versions between into the folder of keys; they are published below metadata/.`,
    );
  return { file, root };
}

async function readFileOrExplain(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new UsageError(`there is no file "${file}"`);
  }
}

/**
 * Adds signatures of the keys at hand, and once there are enough puts the root beside the others.
 *
 * @param folder the folder of keys
 * @returns whether it counts now, and where it lies
 */
export async function signProposal(
  { file, root }: Proposal,
  newest: Root,
  keys: SigningKeys,
  folder: string,
): Promise<{ readonly isComplete: boolean; readonly file: string; readonly added: number }> {
  const before = Object.keys(root.signatures).length;
  await signRoot(root, newest, keys);
  const added = Object.keys(root.signatures).length - before;
  const isComplete = isCompleteRoot(root, newest);
  if (added > 0) await writePrivate(file, bytesOf(root));
  if (!isComplete) return { isComplete, file, added };
  const name = `${root.signed.version}.root.json`;
  await addToFolder(folder, new Map([[name, bytesOf(root)]]));
  const isOwn = path.resolve(path.dirname(file)) === path.resolve(folder);
  if (isOwn) await rm(file, { force: true });
  return { isComplete, file: path.join(folder, name), added };
}
