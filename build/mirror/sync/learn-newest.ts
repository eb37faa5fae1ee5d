/** Learns which release is the newest, and keeps what proves it. */
import { readFile } from 'node:fs/promises';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import { parseRoot } from '../../trust/metadata.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { readState } from '../folder/state.ts';
import { clockOf } from './clock.ts';
import { findNewest, type NewestRelease } from './find-newest.ts';
import type { KeptRelease } from './kept-releases.ts';
import { addTrust, keepTrust, knownPointer, readKnownTrust, type TrustFiles } from './known-trust.ts';
import { tellNewest } from './report-state.ts';
import type { SyncRequest } from './sync.ts';

export interface LearntRelease extends NewestRelease {
  /** All that is signed of it, the trusted root among it, by its published path. */
  readonly signed: TrustFiles;
}

/** @throws EnvironmentError when no source can prove what it has */
export async function learnNewest(
  request: SyncRequest,
  current: KeptRelease | undefined,
): Promise<LearntRelease> {
  const { paths, sources, now, acceptsStale, warn, signal } = request;
  const root = await readRoot(paths);
  const known = await readKnownTrust(paths);
  const seen = [knownPointer(known)?.released, current?.pointer.released];
  const clock = clockOf(now(), latest([...seen, (await readState(paths)).newest?.released]));
  const accepted = new Map(known);
  const newest = await findNewest({
    sources,
    root,
    known: accepted,
    current: current?.pointer,
    now: clock.now,
    acceptsStale,
    onAccepted: (name, bytes) => void accepted.set(name, bytes),
    warn,
    signal,
  }).catch(async (error: unknown) => {
    await addTrust(paths, known, accepted);
    throw error;
  });
  await keepTrust(paths, known, newest.trust.files);
  await tellNewest(request, newest);
  const warning = clock.warning ?? clockOf(now(), newest.pointer.released).warning;
  if (warning !== undefined) warn(warning);
  // With each release once: a timer would say it twice an hour.
  if (newest.trust.isTrial && current?.sequence !== newest.pointer.sequence)
    warn(
      'The root is one for trying out: whoever has the computer where it was made can sign for it. It is not for the public.',
    );
  const rootPath = releasePaths.root(parseRoot(root, paths.root).signed.version);
  return { ...newest, signed: new Map([[rootPath, root], ...newest.trust.files]) };
}

async function readRoot({ root }: MirrorPaths): Promise<Uint8Array> {
  try {
    return await readFile(root);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new EnvironmentError(
      `${root} is missing, and without it nothing can be trusted. Make the mirror anew in an empty folder, with the fingerprint that the publishers have given to you, and copy its root.json here.`,
    );
  }
}

const latest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants
    .filter((instant) => instant !== undefined)
    .toSorted()
    .at(-1);
