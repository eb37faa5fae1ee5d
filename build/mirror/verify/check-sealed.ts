/** Looks the parts of a release through that lie in a kept site beside the files of its manifest. */
import { lstat, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Sha256 } from '../../model/paths.ts';
import { parseDelta } from '../../model/release/delta.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parseRecord } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { namesIn } from '../../output/names-in.ts';
import { ownCommand } from '../program/this-program.ts';
import { onlyLooked } from './faults.ts';
import { obtainPart } from './obtain-part.ts';
import { kindAt, placeBytes } from './place-file.ts';
import type { Proof } from './prove-site.ts';
import { digestOf, unpackedDigestOf } from './read-digest.ts';
import { isSignedMetadata, type SealedPart, sealedPartsOf } from './sealed-parts.ts';
import type { Job } from './verification.ts';

export interface SealedSite {
  readonly label: string;
  readonly folder: string;
  readonly proof: Proof;
  /** The newest root that is trusted. */
  readonly root: Uint8Array;
}

export interface SettledParts {
  /** Of all parts that are right or whose fault is told. */
  readonly paths: readonly string[];
  readonly right: ReadonlySet<string>;
}

export async function checkSealed(job: Job, site: SealedSite): Promise<SettledParts> {
  const settled = new Set<string>();
  const right = new Set<string>();
  const parts = new Map(sealedPartsOf(site.proof));
  for (const [name, part] of parts) {
    job.signal.throwIfAborted();
    const isRight = await checkPart(job, site, name, part);
    if (isRight !== undefined) settled.add(name);
    if (isRight) right.add(name);
    // What a right part names is allowed as well; the loop comes to it.
    if (isRight) for (const [next, digest] of await namedBy(site, name)) parts.set(next, optional(digest));
  }
  for (const name of await namesIn(path.join(site.folder, 'metadata')))
    if (await isOldMetadata(site, `metadata/${name}`)) settled.add(`metadata/${name}`);
  return { paths: [...settled], right };
}

const optional = (digest: Digest): SealedPart => ({ kind: 'digest', digest, isRequired: false });

/** @returns whether it is right now; nothing where it is not there and need not be */
async function checkPart(
  job: Job,
  { label, folder }: SealedSite,
  name: string,
  part: SealedPart,
): Promise<boolean | undefined> {
  const file = path.join(folder, name);
  const kind = await kindAt(file);
  if (kind === undefined && (part.kind === 'twin' || (part.kind === 'digest' && !part.isRequired)))
    return undefined;
  if (kind === 'file' && (await isTrue(file, part))) return true;
  const what = kind === undefined ? 'missing' : kind === 'file' ? 'damaged' : 'not a file, as it should be';
  const shown = `${label}/${name}`;
  if (!job.repairs) {
    job.log.left(shown, what, onlyLooked);
    return false;
  }
  if (part.kind === 'known') {
    await placeBytes(job.paths, part.bytes, file);
    job.log.mended(shown, what, 'written again');
    return true;
  }
  if (part.kind === 'digest' && part.isRequired) {
    if (await obtainPart(job, name, part.digest, file)) {
      job.log.mended(shown, what, 'fetched again');
      return true;
    }
    await rm(file, { recursive: true, force: true });
    job.log.left(
      shown,
      what,
      `it could not be fetched again. When the line is back, run: ${ownCommand} verify`,
    );
    return false;
  }
  await rm(file, { recursive: true });
  job.log.mended(shown, what, 'taken out: who asks for it does without it');
  return false;
}

async function isTrue(file: string, part: SealedPart): Promise<boolean> {
  if (part.kind === 'known') {
    const { size } = await lstat(file);
    return size === part.bytes.length && (await readFile(file)).equals(part.bytes);
  }
  const { sha256, bytes } = part.digest;
  const found =
    part.kind === 'digest' ? await digestOf(file) : await unpackedDigestOf(file, part.suffix, bytes);
  return found === sha256;
}

/** A record names the one before, a delta its patches. */
async function namedBy({ folder, proof }: SealedSite, name: string): Promise<readonly [string, Digest][]> {
  try {
    if (name.startsWith('releases/')) {
      const { previous } = parseRecord(await readFile(path.join(folder, name)));
      return previous === undefined ? [] : [[releasePaths.record(previous.sequence), previous]];
    }
    if (name.startsWith('deltas/') && name.endsWith('.json')) {
      const { pack } = parseDelta(await readFile(path.join(folder, name)));
      return pack === undefined ? [] : [[releasePaths.patches(pack.sha256), pack]];
    }
  } catch (error) {
    // Signed, and of a later version of this project: what it names is not known.
    if (!(error instanceof FormatError)) throw error;
  }
  // Manifests of releases before, for who has a delta from them.
  return name === releasePaths.pointer
    ? Object.keys(proof.pointer.deltas).map((sha256) => [
        releasePaths.manifest(sha256 as Sha256),
        { sha256: sha256 as Sha256, bytes: 0 },
      ])
    : [];
}

async function isOldMetadata({ folder, root }: SealedSite, name: string): Promise<boolean> {
  const file = path.join(folder, name);
  if ((await kindAt(file)) !== 'file') return false;
  if ((await lstat(file)).size > mostMetadataBytes) return false;
  return isSignedMetadata(name, await readFile(file), root);
}

const mostMetadataBytes = 256 * 1024;
