/**
 * Signs a release: root → targets → snapshot → timestamp, of which only the last has a name that stays the same.
 *
 * Whatever is signed here is looked through as a mirror would, before anybody gets to see it.
 */
import { Metadata, MetaFile, type Root, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import { EnvironmentError } from '../cli/errors.ts';
import { sha256 } from '../model/paths.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { currentMetadata, nextVersion, pointerName, versionedPath } from './current-metadata.ts';
import { type KeyPair, type Signed, shortId, signWith } from './key-pair.ts';
import { bytesOf, specVersion, validityOf } from './metadata.ts';
import type { SigningKeys } from './open-keys.ts';
import { defaultLifetimesDays, type LifetimesDays, type OnlineRole } from './roles.ts';
import { requireCurrent } from './root.ts';
import { type RootChain, rootChain } from './root-chain.ts';
import { verifyTrust } from './verify-trust.ts';

export interface SignRequest {
  /** `kg` */
  readonly country: string;
  /** Files of the release folder by their paths, `metadata/…`; empty for the first release. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
  /** The root metadata of the folder of keys, from the first; may be empty once it is published. */
  readonly roots: readonly Uint8Array[];
  readonly keys: SigningKeys;
  readonly now: Date;
  readonly lifetimesDays?: LifetimesDays;
}

export interface SignReleaseRequest extends SignRequest {
  /** The bytes of a `ReleasePointer`. */
  readonly pointer: Uint8Array;
}

/**
 * Returns the files to be written, the timestamp last.
 *
 * @throws EnvironmentError when a key is missing, the root is out of date, or what was published is damaged
 */
export async function signRelease(request: SignReleaseRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  const { metadata, pointer } = request;
  const chain = openChain(request);
  const hash = sha256(pointer);
  const file = new TargetFile({ path: pointerName, length: pointer.length, hashes: { sha256: hash } });
  const current = currentMetadata(metadata);
  const version = (role: OnlineRole): number => nextVersion(role, metadata, current);
  const files = new Map<string, Uint8Array>([[releasePaths.signedPointer(hash), pointer]]);
  const targets = await signTargets(file, version('targets'), chain, request, files);
  const snapshot = await signSnapshot(targets, version('snapshot'), chain, request, files);
  await signTimestamp(snapshot, version('timestamp'), chain, request, files);
  return verified(files, chain, request);
}

/** The newest root that holds. */
export function openChain({ metadata, roots, country, now }: SignRequest): RootChain {
  const chain = rootChain(metadata, roots, country);
  requireCurrent(chain.newest.signed, now);
  return chain;
}

/** Metadata as it is published: which version, and its bytes. */
export interface SignedBytes {
  readonly version: number;
  readonly bytes: Uint8Array;
}

type Files = Map<string, Uint8Array>;

export async function signTargets(
  pointer: TargetFile,
  version: number,
  chain: RootChain,
  request: SignRequest,
  files: Files,
): Promise<SignedBytes> {
  const signed = new Targets({
    ...fieldsOf('targets', version, request),
    targets: { [pointerName]: pointer },
  });
  const bytes = await sign('targets', new Metadata(signed), chain.newest.signed, request.keys);
  files.set(versionedPath('targets', version), bytes);
  return { version, bytes };
}

export async function signSnapshot(
  targets: SignedBytes,
  version: number,
  chain: RootChain,
  request: SignRequest,
  files: Files,
): Promise<SignedBytes> {
  const meta = { 'targets.json': metaFile(targets) };
  const signed = new Snapshot({ ...fieldsOf('snapshot', version, request), meta });
  const bytes = await sign('snapshot', new Metadata(signed), chain.newest.signed, request.keys);
  files.set(versionedPath('snapshot', version), bytes);
  return { version, bytes };
}

export async function signTimestamp(
  snapshot: SignedBytes,
  version: number,
  chain: RootChain,
  request: SignRequest,
  files: Files,
): Promise<void> {
  const signed = new Timestamp({
    ...fieldsOf('timestamp', version, request),
    snapshotMeta: metaFile(snapshot),
  });
  files.set(
    releasePaths.timestamp,
    await sign('timestamp', new Metadata(signed), chain.newest.signed, request.keys),
  );
}

function fieldsOf(role: OnlineRole, version: number, { now, lifetimesDays }: SignRequest) {
  const { issued, expires } = validityOf(now, (lifetimesDays ?? defaultLifetimesDays)[role]);
  return { version, specVersion, expires, unrecognizedFields: { issued } };
}

const metaFile = ({ version, bytes }: SignedBytes): MetaFile =>
  new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });

async function sign(
  role: OnlineRole,
  metadata: Metadata<Signed>,
  root: Root,
  keys: SigningKeys,
): Promise<Uint8Array> {
  for (const pair of await signersOf(role, root, keys)) signWith(pair, metadata);
  return bytesOf(metadata);
}

/** Whether the keys at hand are enough to sign for a role. */
export function canSign(role: OnlineRole, root: Root, keys: SigningKeys): boolean {
  const { keyIDs = [], threshold = 1 } = root.roles[role] ?? {};
  return keyIDs.filter((id) => keys.roleOf(id) === role).length >= threshold;
}

async function signersOf(role: OnlineRole, root: Root, keys: SigningKeys): Promise<readonly KeyPair[]> {
  const { keyIDs = [], threshold = 1 } = root.roles[role] ?? {};
  if (!canSign(role, root, keys))
    throw new EnvironmentError(
      [
        `To sign, the ${role} key ${keyIDs.map(shortId).join(' or ')} is needed, which ${root.version}.root.json names. It is not at hand in ${keys.lookedIn}. Say with --keys where it is, or store it as PASSPORT_KEY_${role.toUpperCase()}; if it is lost: npm run keys -- rotate --role ${role}`,
        ...keys.warnings,
      ].join('\n'),
    );
  const atHand = keyIDs.filter((id) => keys.roleOf(id) === role).slice(0, threshold);
  const pairs: KeyPair[] = [];
  // One after the other: each may ask for its passphrase.
  for (const id of atHand) pairs.push(await keys.pair(id));
  return pairs;
}

/** Adds the versions of the root that are not published yet, and follows from the first one to the pointer as a mirror does. */
export async function verified(
  files: Files,
  chain: RootChain,
  { metadata, now }: SignRequest,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const complete = new Map<string, Uint8Array>();
  for (const [index, bytes] of chain.all.entries()) {
    const name = releasePaths.root(index + 1);
    if (!metadata.has(name)) complete.set(name, bytes);
  }
  for (const [name, bytes] of files) complete.set(name, bytes);
  const [first = new Uint8Array()] = chain.all;
  await verifyTrust({ read: async (name) => complete.get(name) ?? metadata.get(name), root: first, now });
  return complete;
}
