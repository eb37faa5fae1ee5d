/** Signs anew what is about to expire, over the same release. */
import { EnvironmentError } from '../cli/errors.ts';
import { sha256 } from '../model/paths.ts';
import { type CurrentMetadata, currentMetadata, nextVersion } from './current-metadata.ts';
import type { Signed } from './key-pair.ts';
import { halfLifeOf, isAccepted } from './metadata.ts';
import type { RootChain } from './root-chain.ts';
import {
  canSign,
  openChain,
  type SignedBytes,
  type SignRequest,
  signSnapshot,
  signTargets,
  signTimestamp,
  verified,
} from './sign-release.ts';

/**
 * Returns the files to be written, the timestamp last: a new timestamp; a new snapshot and new targets where they are past half of
 * their lives and their keys are at hand, a new snapshot also where its key was replaced.
 *
 * @param request its `metadata` must hold the signed pointer, too
 * @throws EnvironmentError when there is no release, or the key for targets was replaced: what a thief may have signed
 * with the old one is not signed anew
 */
export async function renewTimestamp(request: SignRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  const { metadata, country } = request;
  const chain = openChain(request);
  const current = currentMetadata(metadata);
  if (current === undefined)
    throw new EnvironmentError(
      `There is no signed release of ${country} to be renewed. Make one: npm run release -- --country ${country}`,
    );
  requireAcceptedTargets(current, chain);
  const files = new Map<string, Uint8Array>();
  const targets = await renewTargets(current, chain, request, files);
  const snapshot = await renewSnapshot(targets, current, chain, request, files);
  await signTimestamp(snapshot, nextVersion('timestamp', metadata, current), chain, request, files);
  return verified(files, chain, request);
}

function requireAcceptedTargets({ targets }: CurrentMetadata, { newest }: RootChain): void {
  if (!isAccepted(newest.signed, 'targets', targets))
    throw new EnvironmentError(
      `${targets.signed.version}.targets.json is not signed by the targets key that ${newest.signed.version}.root.json names: the key was replaced since. Whoever had the old key may have signed it. Release the site again from its sources, which signs it with the new key: npm run release`,
    );
}

async function renewTargets(
  current: CurrentMetadata,
  chain: RootChain,
  request: SignRequest,
  files: Map<string, Uint8Array>,
): Promise<SignedBytes> {
  const { targets, targetsBytes, pointer } = current;
  const root = chain.newest.signed;
  if (!isPastHalf(targets.signed, request.now) || !canSign('targets', root, request.keys))
    return { version: targets.signed.version, bytes: targetsBytes };
  return signTargets(pointer, nextVersion('targets', request.metadata, current), chain, request, files);
}

async function renewSnapshot(
  targets: SignedBytes,
  current: CurrentMetadata,
  chain: RootChain,
  request: SignRequest,
  files: Map<string, Uint8Array>,
): Promise<SignedBytes> {
  const { snapshot, snapshotBytes } = current;
  const root = chain.newest.signed;
  const isSame =
    isAccepted(root, 'snapshot', snapshot) &&
    snapshot.signed.meta['targets.json']?.hashes?.sha256 === sha256(targets.bytes);
  const isLeft = !isPastHalf(snapshot.signed, request.now) || !canSign('snapshot', root, request.keys);
  if (isSame && isLeft) return { version: snapshot.signed.version, bytes: snapshotBytes };
  return signSnapshot(targets, nextVersion('snapshot', request.metadata, current), chain, request, files);
}

const isPastHalf = (signed: Signed, now: Date): boolean => now >= halfLifeOf(signed);
