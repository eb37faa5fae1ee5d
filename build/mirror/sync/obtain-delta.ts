/** Fetches what turns a manifest that is here into the new one; without it everything works as well, and takes longer. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import type { Sha256 } from '../../model/paths.ts';
import { type Delta, parseDelta } from '../../model/release/delta.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { obtainFile } from '../fetch/obtain-file.ts';
import { writeWhole } from '../folder/write-whole.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import type { KeptRelease } from './kept-releases.ts';
import type { ReleaseParts } from './obtain-manifest.ts';
import { mostSealedBytes, readSealed } from './read-sealed.ts';

export interface ObtainedDelta {
  readonly delta: Delta;
  /** By which it is published. */
  readonly sha256: Sha256;
  /** Where it lies. */
  readonly file: string;
  /** What it begins with. */
  readonly from: KeptRelease;
}

/** Above that it is no shortcut, and takes more memory than a small server has to spare. */
const mostDeltaBytes = 8 * 1024 * 1024;

/** @param kept the releases that are here, the one first that the new one is most like */
export async function obtainDelta(
  kept: readonly KeptRelease[],
  parts: ReleaseParts,
): Promise<ObtainedDelta | undefined> {
  const { pointer, incoming, warn } = parts;
  const from = kept.find(({ pointer: { manifest } }) => pointer.deltas[manifest.sha256] !== undefined);
  const digest = from && pointer.deltas[from.pointer.manifest.sha256];
  if (from === undefined || digest === undefined) return undefined;
  if (digest.bytes > Math.min(mostDeltaBytes, pointer.manifest.bytes)) return undefined;
  const file = path.join(incoming, `${digest.sha256}.json`);
  const isRight = (found: string): Promise<boolean> => hasDigest(found, digest);
  try {
    const isThere = (await isRight(file)) || (await fetchDelta(digest, file, parts));
    const delta = isThere ? parseDelta(await readFile(file)) : undefined;
    const fits = delta?.from === from.pointer.manifest.sha256 && delta.to === pointer.manifest.sha256;
    return fits ? { delta, sha256: digest.sha256, file, from } : undefined;
  } catch (error) {
    if (!(error instanceof EnvironmentError || error instanceof FormatError)) throw error;
    warn(`${error.message} The whole list of files is fetched instead.`);
    return undefined;
  }
}

/** @returns whether it is there now */
async function fetchDelta(
  digest: Digest,
  file: string,
  { pointer: _, incoming: __, ...transfer }: ReleaseParts,
): Promise<boolean> {
  const name = releasePaths.delta(digest.sha256);
  if (digest.bytes > mostSealedBytes) {
    const isRight = (found: string): Promise<boolean> => hasDigest(found, digest);
    return obtainFile({ path: name, file, maxBytes: digest.bytes, isRight, ...transfer });
  }
  const bytes = await readSealed(name, digest, transfer);
  if (bytes !== undefined) await writeWhole(file, bytes);
  return bytes !== undefined;
}
