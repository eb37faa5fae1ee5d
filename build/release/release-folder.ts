/**
 * The folder `releases/<country>/`: every release that is kept, and what the next one continues.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../cli/errors.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import type { Manifest } from '../model/release/manifest.ts';
import { FormatError } from '../model/release/plain-json.ts';
import { parsePointer, parseRecord } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { ReleasePointer, ReleaseRecord } from '../model/release/release-record.ts';
import { namesIn } from '../output/names-in.ts';

/** The newest release of a folder. */
export interface LatestRelease {
  readonly pointer: ReleasePointer;
  readonly record: ReleaseRecord;
}

/** Returns the newest release that is complete; nothing in a folder without one. */
export async function readLatest(folder: string): Promise<LatestRelease | undefined> {
  const pointer = await readPart(folder, releasePaths.pointer, parsePointer);
  if (pointer === undefined) return undefined;
  const record = await readRecord(folder, pointer.sequence);
  if (record === undefined) throw missing(folder, releasePaths.record(pointer.sequence));
  return { pointer, record };
}

/** Holds the highest number that somebody else has claimed for a release which was never completed. */
const claimedFile = '.claimed';

/** Remembers a number that is taken. */
export const writeClaimed = (folder: string, sequence: number): Promise<void> =>
  writeParts(folder, [[claimedFile, String(sequence)]]);

/** Returns the highest number that is taken elsewhere, or 0. */
export async function readClaimed(folder: string): Promise<number> {
  const text = await readFile(path.join(folder, claimedFile), 'utf8').catch(() => '');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

/** The number of the release to come. */
export const nextSequence = async (folder: string, latest: LatestRelease | undefined): Promise<number> =>
  Math.max(latest?.pointer.sequence ?? 0, await readClaimed(folder)) + 1;

/** @throws EnvironmentError for a folder without a release */
export async function requireLatest(folder: string): Promise<LatestRelease> {
  const latest = await readLatest(folder);
  if (latest === undefined)
    throw new EnvironmentError(`There is no release in "${folder}". Make one: npm run release.`);
  return latest;
}

export const readRecord = (folder: string, sequence: number): Promise<ReleaseRecord | undefined> =>
  readPart(folder, releasePaths.record(sequence), parseRecord);

/**
 * Returns a manifest that was made here, or was looked through when it came: its digest says that it is the same. To look through
 * thousands of files of twenty manifests again would take longer than all else.
 */
export async function readManifest(folder: string, manifest: Sha256): Promise<Manifest | undefined> {
  const text = await readManifestText(folder, manifest);
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

export const readManifestText = (folder: string, manifest: Sha256): Promise<string | undefined> =>
  readPart(folder, releasePaths.manifest(manifest), (bytes) => {
    if (sha256(bytes) !== manifest) throw new FormatError('it is damaged');
    return Buffer.from(bytes).toString();
  });

/** @throws EnvironmentError where it is not kept */
export async function requireManifest(folder: string, manifest: Sha256): Promise<Manifest> {
  const found = await readManifest(folder, manifest);
  if (found === undefined) throw missing(folder, releasePaths.manifest(manifest));
  return found;
}

/** Returns the numbers of the releases whose records are kept, the newest first. */
export async function sequencesIn(folder: string): Promise<readonly number[]> {
  const names = await namesIn(path.join(folder, 'releases'));
  return names
    .flatMap((name) => {
      const [, digits] = /^([1-9]\d*)\.json$/.exec(name) ?? [];
      return digits === undefined ? [] : [Number(digits)];
    })
    .toSorted((a, b) => b - a);
}

/** Writes files below the folder, each wholly or not at all, in their order. */
export async function writeParts(
  folder: string,
  parts: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<void> {
  for (const [name, content] of parts) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new~`, content);
    await rename(`${file}.new~`, file);
  }
}

async function readPart<T>(
  folder: string,
  name: string,
  parse: (bytes: Uint8Array) => T,
): Promise<T | undefined> {
  const file = path.join(folder, name);
  try {
    return parse(await readFile(file));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(
      `${file} cannot be read: ${error.message}. Move ${folder} away and take up what is published: npm run release -- … --published TARGET.`,
    );
  }
}

const missing = (folder: string, name: string): EnvironmentError =>
  new EnvironmentError(
    `${path.join(folder, name)} is missing. Move ${folder} away and take up what is published: npm run release -- … --published TARGET.`,
  );
