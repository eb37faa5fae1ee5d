/** Gets the list of all files of a release: from what is here, by what has changed since, or as a whole. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { EnvironmentError } from '../../cli/errors.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { Digest, ReleasePointer } from '../../model/release/release-record.ts';
import { type FileRequest, obtainFile } from '../fetch/obtain-file.ts';
import { unfinished } from '../folder/write-whole.ts';
import { applyDelta } from '../manifest/apply-delta.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import type { KeptRelease } from './kept-releases.ts';
import type { ObtainedDelta } from './obtain-delta.ts';

/** What is needed to fetch a part of a release. */
export interface ReleaseParts extends Pick<FileRequest, 'sources' | 'onProgress' | 'warn' | 'signal'> {
  readonly pointer: ReleasePointer;
  /** Where parts lie until the release is whole, each under a name that begins with its digest. */
  readonly incoming: string;
}

/** That of two million files; whoever signs a larger one means harm, or has other mirrors in mind. */
const mostManifestBytes = 512 * 1024 * 1024;

/**
 * @param kept the releases that are here
 * @returns where it lies
 * @throws EnvironmentError when no source has it
 */
export async function obtainManifest(
  kept: readonly KeptRelease[],
  delta: ObtainedDelta | undefined,
  parts: ReleaseParts,
): Promise<string> {
  const { pointer, incoming } = parts;
  const { manifest } = pointer;
  if (manifest.bytes > mostManifestBytes)
    throw new EnvironmentError(
      `Release ${pointer.sequence} has a list of files of ${Math.round(manifest.bytes / 1_000_000)} MB; more than ${mostManifestBytes / 1024 / 1024} MB is not taken. Ask those who publish it.`,
    );
  const file = path.join(incoming, `${manifest.sha256}.json`);
  const here = [...kept.filter((one) => isOf(one, manifest)).map((one) => one.manifest), file];
  for (const one of here) if (await hasDigest(one, manifest)) return one;
  if (delta !== undefined && (await makeBy(delta, manifest, file))) return file;
  await fetchWhole(file, parts);
  return file;
}

const isOf = ({ pointer }: KeptRelease, { sha256 }: Digest): boolean => pointer.manifest.sha256 === sha256;

/** @returns whether it made the one that was signed */
async function makeBy({ delta, from }: ObtainedDelta, manifest: Digest, file: string): Promise<boolean> {
  try {
    applyDelta(from.manifest, delta, file + unfinished);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  return keepIfRight(file, manifest);
}

async function keepIfRight(file: string, manifest: Digest): Promise<boolean> {
  const isRight = await hasDigest(file + unfinished, manifest);
  if (isRight) await rename(file + unfinished, file);
  else await rm(file + unfinished, { force: true });
  return isRight;
}

/** Compressed where that is published, which is half as long. */
async function fetchWhole(
  file: string,
  { pointer, incoming: _, warn, ...transfer }: ReleaseParts,
): Promise<void> {
  const { manifest } = pointer;
  const name = releasePaths.manifest(manifest.sha256);
  const common = { maxBytes: manifest.bytes, ...transfer };
  try {
    const isRight = (found: string): Promise<boolean> => unpack(found, manifest, file);
    if (await obtainFile({ path: `${name}.br`, file: `${file}.br`, isRight, warn: () => {}, ...common }))
      return;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
  }
  const isRight = (found: string): Promise<boolean> => hasDigest(found, manifest);
  if (await obtainFile({ path: name, file, isRight, warn, ...common })) return;
  throw new EnvironmentError(
    `${name} is at no source, and without it release ${pointer.sequence} cannot be fetched. Try again in some minutes, or add another upstream.`,
  );
}

/** @returns whether it holds what was signed, however little it takes as it is */
async function unpack(packed: string, manifest: Digest, file: string): Promise<boolean> {
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(packed),
      createBrotliDecompress(),
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          bytes += piece.length;
          if (bytes > manifest.bytes) throw new FormatError('it is longer than what was signed');
          yield piece;
        }
      },
      createWriteStream(file + unfinished, { flush: true }),
    );
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
  }
  return keepIfRight(file, manifest);
}
