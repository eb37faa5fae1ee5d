/** Which releases a mirror has: told by their folders alone, so that a lost `state.json` loses nothing. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parsePointer } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { ReleasePointer } from '../../model/release/release-record.ts';
import { namesIn } from '../../output/names-in.ts';
import { type MirrorPaths, siteFolder } from '../folder/mirror-paths.ts';
import { servedSequence } from '../folder/served-sequence.ts';

export interface KeptRelease {
  readonly sequence: number;
  /** `sites/7` */
  readonly folder: string;
  readonly pointer: ReleasePointer;
  /** Where its manifest lies. */
  readonly manifest: string;
}

/** Returns all that are there, the newest first. */
export async function readKept(paths: MirrorPaths): Promise<readonly KeptRelease[]> {
  const numbers = (await namesIn(paths.sites)).filter((name) => /^\d+$/.test(name)).map(Number);
  const found: KeptRelease[] = [];
  for (const sequence of numbers.toSorted((one, other) => other - one)) {
    const release = await readRelease(paths, sequence);
    if (release !== undefined) found.push(release);
  }
  return found;
}

/** Returns what is served. */
export async function readCurrent(paths: MirrorPaths): Promise<KeptRelease | undefined> {
  const sequence = await servedSequence(paths.current);
  return sequence === undefined ? undefined : readRelease(paths, sequence);
}

async function readRelease(paths: MirrorPaths, sequence: number): Promise<KeptRelease | undefined> {
  const folder = siteFolder(paths, sequence);
  try {
    const pointer = parsePointer(await readFile(path.join(folder, releasePaths.pointer)));
    const manifest = path.join(folder, releasePaths.manifest(pointer.manifest.sha256));
    return pointer.sequence === sequence ? { sequence, folder, pointer, manifest } : undefined;
  } catch (error) {
    if (error instanceof FormatError || hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
