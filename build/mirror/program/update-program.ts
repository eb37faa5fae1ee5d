/**
 * Puts the program that a verified release brings into the place of the one that runs the mirror: what no signed manifest names is
 * never started.
 */
import { copyFile, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../../cli/errors.ts';
import { sha256 } from '../../model/paths.ts';
import type { ManifestFile } from '../../model/release/manifest.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { syncFolder, writeSynced } from '../folder/write-whole.ts';
import { readManifestFiles } from '../manifest/read-manifest.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import { ownCommand, programPath } from './this-program.ts';

export interface ProgramUpdate {
  readonly paths: MirrorPaths;
  /** The folder of the release that was just verified and is served. */
  readonly site: string;
  /** Its manifest, whose digest was compared. */
  readonly manifest: string;
  /** What the administrator has allowed. */
  readonly updatesProgram: boolean;
  /**
   * Starts a program only to ask for its version.
   *
   * @throws an error whose message is the end of a sentence
   */
  readonly versionOf: (file: string) => Promise<string>;
  readonly warn: (sentence: string) => void;
}

/**
 * `unlisted`: the release has no program. `current`: it is the one that is here. `off`: there is another one, which may not be taken.
 * `updated`: it was taken. `kept`: it cannot be used, as a warning says.
 */
export type ProgramOutcome =
  | { readonly outcome: 'unlisted' | 'current' | 'off' | 'kept' }
  | { readonly outcome: 'updated'; readonly version: string };

/** The one before, for an administrator who wants it back. */
export const previousProgram = ({ top }: MirrorPaths): string =>
  path.join(top, 'passport-mirror.previous.mjs');

/** Node takes it for a module by its ending. */
const candidateProgram = ({ top }: MirrorPaths): string => path.join(top, 'passport-mirror.new~.mjs');

/** @throws the error of the file system */
export async function updateProgram(update: ProgramUpdate): Promise<ProgramOutcome> {
  const { paths, site, manifest, updatesProgram, versionOf, warn } = update;
  const listed = findProgram(manifest);
  if (listed === undefined) return { outcome: 'unlisted' };
  if (await hasDigest(paths.program, listed)) return { outcome: 'current' };
  if (!updatesProgram) return { outcome: 'off' };
  const bytes = await readListed(path.join(site, programPath), listed);
  if (bytes === undefined) {
    warn(`${programPath} is damaged, and the program stays as it is. Mend the mirror: ${ownCommand} verify.`);
    return { outcome: 'kept' };
  }
  const candidate = candidateProgram(paths);
  try {
    await writeSynced(candidate, bytes);
    const version = await versionOf(candidate);
    await keepPrevious(paths);
    await rename(candidate, paths.program);
    await syncFolder(paths.top);
    return { outcome: 'updated', version };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    const why = error instanceof Error ? error.message : String(error);
    warn(
      `The new program that the release brings does not work here (${why}), and the one before stays. Tell those who publish the site.`,
    );
    return { outcome: 'kept' };
  } finally {
    await rm(candidate, { force: true });
  }
}

function findProgram(manifest: string): ManifestFile | undefined {
  for (const file of readManifestFiles(manifest)) if (file.path === programPath) return file;
  return undefined;
}

/** Returns the program, where the file of the site is the one that was signed. */
async function readListed(file: string, listed: ManifestFile): Promise<Uint8Array | undefined> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  if (handle === undefined) return undefined;
  try {
    if ((await handle.stat()).size !== listed.bytes) return undefined;
    const bytes = await handle.readFile();
    return sha256(bytes) === listed.sha256 ? bytes : undefined;
  } finally {
    await handle.close();
  }
}

/** Copied, not moved: at every moment there is a program. */
async function keepPrevious(paths: MirrorPaths): Promise<void> {
  const previous = previousProgram(paths);
  try {
    await copyFile(paths.program, `${previous}.new~`);
  } catch (error) {
    // A mirror that was made from a clone of the project has none yet.
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await rename(`${previous}.new~`, previous);
}
