/** Puts the parts of a release into its site, where they are published: from there other mirrors take it. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import { hasCode } from '../../cli/errors.ts';
import { parseDelta } from '../../model/release/delta.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { ReleasePointer } from '../../model/release/release-record.ts';
import { type MirrorPaths, siteLinks } from '../folder/mirror-paths.ts';
import { unfinished, writeWhole } from '../folder/write-whole.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import type { KeptRelease } from './kept-releases.ts';
import { type TrustFiles, timestampLast } from './known-trust.ts';
import { linkOrCopy } from './link-files.ts';
import type { ObtainedDelta } from './obtain-delta.ts';

export interface SealedParts {
  readonly pointer: ReleasePointer;
  /** Metadata and the signed pointer, by their published paths. */
  readonly signed: TrustFiles;
  /** Bytes of the pointer. */
  readonly pointerBytes: Uint8Array;
  /** Bytes of the record. */
  readonly record: Uint8Array;
  /** Where the manifest lies. */
  readonly manifest: string;
  readonly delta: ObtainedDelta | undefined;
  /** What was served before. */
  readonly before: KeptRelease | undefined;
}

export async function addSealedParts(site: string, paths: MirrorPaths, parts: SealedParts): Promise<void> {
  const { pointer, record, manifest } = parts;
  const at = (name: string): string => path.join(site, name);
  for (const folder of ['manifests', ...deltaFolders]) await mkdir(at(folder), { recursive: true });
  const name = at(releasePaths.manifest(pointer.manifest.sha256));
  if (name !== manifest) await replace(manifest, name);
  if (!linkOrCopy(`${manifest}.br`, `${name}.br`)) await compress(name);
  await keepDeltas(site, paths, parts);
  await removeEmptyFolders(site);
  await writeIfOther(at(releasePaths.record(pointer.sequence)), record);
  await renewSigned(site, parts);
  await addLinks(site);
}

/** Where what leads from earlier releases lies, in a site that has any of it. */
export const deltaFolders = ['deltas', 'patches'] as const;

/** A site has no folder that holds nothing. */
export async function removeEmptyFolders(site: string): Promise<void> {
  for (const folder of deltaFolders)
    await rmdir(path.join(site, folder)).catch((error: unknown) => {
      if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
    });
}

/** The timestamp comes last, so that whoever reads meanwhile finds all that it names. */
async function renewSigned(site: string, { signed, pointerBytes }: SealedParts): Promise<void> {
  const files = [...signed, [releasePaths.pointer, pointerBytes] as const];
  for (const [name, bytes] of timestampLast(files)) await writeIfOther(path.join(site, name), bytes);
}

async function writeIfOther(file: string, bytes: Uint8Array): Promise<void> {
  const there = await readFile(file).catch(() => undefined);
  if (there?.equals(bytes) !== true) await writeWhole(file, bytes);
}

async function replace(from: string, to: string): Promise<void> {
  await rm(to + unfinished, { force: true });
  linkOrCopy(from, to + unfinished);
  await rename(to + unfinished, to);
  // Of two names of the same file, rename(2) leaves both.
  await rm(to + unfinished, { force: true });
}

/** Names in a site that lead to what is not its own. */
async function addLinks(site: string): Promise<void> {
  for (const [name, target] of Object.entries(siteLinks))
    await symlink(target, path.join(site, name)).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
}

/** What led here leads others as well; what the release before kept stays as long as the pointer names it. */
async function keepDeltas(
  site: string,
  { incoming }: MirrorPaths,
  { pointer, delta, before }: SealedParts,
): Promise<void> {
  for (const { sha256 } of Object.values(pointer.deltas)) {
    const name = releasePaths.delta(sha256);
    const isUsed = delta?.sha256 === sha256;
    const old = before && path.join(before.folder, name);
    const from = isUsed ? delta.file : old;
    // One that the disk has damaged is left to verify: nobody needs it.
    if (from === undefined || !(await hasDigest(from, { sha256 }))) continue;
    if (!linkOrCopy(from, path.join(site, name))) continue;
    const { pack } = parseDelta(await readFile(from));
    const packs = pack === undefined ? undefined : releasePaths.patches(pack.sha256);
    if (pack === undefined || packs === undefined) continue;
    if (before !== undefined && linkOrCopy(path.join(before.folder, packs), path.join(site, packs))) continue;
    const fetched = (await readdir(incoming))
      .filter((file) => file.startsWith(pack.sha256))
      .map((file) => path.join(incoming, file));
    // Where only some of the patches were needed, there is no whole pack.
    for (const file of fetched) if (await hasDigest(file, pack)) linkOrCopy(file, path.join(site, packs));
  }
}

/** Quickly: most of a manifest are digests, which nothing makes smaller. */
async function compress(file: string): Promise<void> {
  const to = `${file}.br`;
  await pipeline(
    createReadStream(file),
    createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    createWriteStream(to + unfinished, { flush: true }),
  );
  await rename(to + unfinished, to);
}
