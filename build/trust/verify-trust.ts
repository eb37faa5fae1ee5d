/**
 * Follows from a trusted root to the pointer of the newest release, as clients of TUF do (The Update Framework, 5).
 *
 * The checks are those of tuf-js; its store of trusted metadata does no input and output. Its own client reads over HTTP into a
 * folder, wraps errors into texts, and has a clock of its own: here files come from a reader, be it a server or a memory stick.
 */
import { type Metadata, MetadataKind } from '@tufjs/models';
import { EqualVersionError } from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { sha256 } from '../model/paths.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { pointerName, versionedPath } from './current-metadata.ts';
import type { Signed } from './key-pair.ts';
import { remarksOf } from './metadata.ts';
import type { Role } from './roles.ts';
import { explainFault, TrustError } from './trust-error.ts';

export interface TrustRequest {
  /**
   * Returns a file by its path below the release, or nothing where there is none.
   *
   * @param maxBytes whoever sends more is not to be listened to (endless data, The Update Framework, 1.5.2)
   */
  readonly read: (path: string, maxBytes: number) => Promise<Uint8Array | undefined>;
  /** Root metadata that is trusted: of any version, also one that has expired. */
  readonly root: Uint8Array;
  /** What was found before, `files` of the last answer: nothing older than that is accepted. */
  readonly known?: ReadonlyMap<string, Uint8Array>;
  readonly now: Date;
}

export interface Trust {
  /** The bytes of the `ReleasePointer`. */
  readonly pointer: Uint8Array;
  readonly country: string;
  readonly isTrial: boolean;
  readonly roles: Readonly<Record<Role, { readonly version: number; readonly expires: string }>>;
  /** Everything that was looked through, by its path: newer versions of the root, metadata, the signed pointer. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Above what honest metadata of a single target needs. */
const maxMetadataBytes = 256 * 1024;
/** As many as a client of TUF follows in one go. */
const maxRootVersions = 256;

/** @throws TrustError */
export async function verifyTrust({ read, root, known = new Map(), now }: TrustRequest): Promise<Trust> {
  const files: Files = new Map();
  const take: Take = async (name, maxBytes = maxMetadataBytes) => {
    const bytes = await read(name, maxBytes);
    if (bytes === undefined) return undefined;
    if (bytes.length > maxBytes) throw new TrustError('damaged', `${name} is larger than it can be.`);
    files.set(name, bytes);
    return Buffer.from(bytes);
  };
  const store = guard('The trusted root', now, () => new TrustedMetadataStore(Buffer.from(root)));
  setClock(store, now);
  await followRoots(store, take, { known, files, now });
  const step = (file: string, check: () => unknown): void => void guard(file, now, check, store);

  recallTimestamp(store, known);
  const timestamp = await required(take, releasePaths.timestamp);
  step(releasePaths.timestamp, () => updateTimestamp(store, timestamp));

  recallSnapshot(store, known);
  const snapshotPath = versionedPath('snapshot', store.timestamp?.signed.snapshotMeta.version ?? 0);
  const snapshot = await required(take, snapshotPath);
  step(snapshotPath, () => store.updateSnapshot(snapshot));

  const targetsPath = versionedPath('targets', store.snapshot?.signed.meta['targets.json']?.version ?? 0);
  const targets = await required(take, targetsPath);
  step(targetsPath, () => store.updateDelegatedTargets(targets, MetadataKind.Targets, MetadataKind.Root));

  const pointer = await readPointer(store, take);
  const { isTrial, country } = remarksOf(store.root.signed);
  return { pointer, country, isTrial, roles: rolesOf(store), files };
}

type Files = Map<string, Uint8Array>;
type Take = (name: string, maxBytes?: number) => Promise<Buffer | undefined>;

async function required(take: Take, name: string, maxBytes?: number): Promise<Buffer> {
  const bytes = await take(name, maxBytes);
  if (bytes === undefined) throw new TrustError('missing', `${name} is missing.`);
  return bytes;
}

/** tuf-js notes the time when it begins, and nobody can hand it in. */
function setClock(store: TrustedMetadataStore, now: Date): void {
  if (!(Reflect.get(store, 'referenceTime') instanceof Date))
    throw new TypeError('tuf-js no longer keeps its clock in referenceTime');
  Reflect.set(store, 'referenceTime', now);
}

/** 5.3: each version is signed by the one before, so that lost and stolen keys can be replaced. */
async function followRoots(
  store: TrustedMetadataStore,
  take: Take,
  { known, files, now }: Pick<TrustRequest, 'now'> & Required<Pick<TrustRequest, 'known'>> & { files: Files },
): Promise<void> {
  for (let followed = 0; followed < maxRootVersions; followed++) {
    const name = releasePaths.root(store.root.signed.version + 1);
    const bytes = known.get(name) ?? (await take(name));
    if (bytes === undefined) return;
    files.set(name, bytes);
    guard(name, now, () => store.updateRoot(Buffer.from(bytes)), store);
  }
}

/** 5.4.3: what was accepted before, unless its keys have been replaced since: then it counts for nothing (5.3.11). */
function recallTimestamp(store: TrustedMetadataStore, known: ReadonlyMap<string, Uint8Array>): void {
  const bytes = known.get(releasePaths.timestamp);
  if (bytes !== undefined) quietly(() => store.updateTimestamp(Buffer.from(bytes)));
}

/** 5.5.5: as above. */
function recallSnapshot(store: TrustedMetadataStore, known: ReadonlyMap<string, Uint8Array>): void {
  const names = [...known.keys()].filter((name) => name.endsWith('.snapshot.json'));
  for (const name of names) quietly(() => store.updateSnapshot(Buffer.from(known.get(name) ?? []), true));
}

/** 5.4.3.1: the same version again is no fault, and no news. */
function updateTimestamp(store: TrustedMetadataStore, bytes: Buffer): void {
  try {
    store.updateTimestamp(bytes);
  } catch (error) {
    if (!(error instanceof EqualVersionError)) throw error;
  }
}

async function readPointer(store: TrustedMetadataStore, take: Take): Promise<Uint8Array> {
  const file = store.targets?.signed.targets[pointerName];
  const hash = sha256Of(file?.hashes.sha256);
  if (file === undefined || hash === undefined)
    throw new TrustError('damaged', `The signed metadata names no ${pointerName}.`);
  const name = releasePaths.signedPointer(hash);
  const bytes = await required(take, name, file.length);
  if (bytes.length !== file.length || sha256(bytes) !== hash)
    throw new TrustError('mismatch', `${name} is not what was signed.`);
  return bytes;
}

const sha256Of = (text = ''): ReturnType<typeof sha256> | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? (text as ReturnType<typeof sha256>) : undefined;

function rolesOf({ root, targets, snapshot, timestamp }: TrustedMetadataStore): Trust['roles'] {
  const tell = (metadata: Metadata<Signed> | undefined) => ({
    version: metadata?.signed.version ?? 0,
    expires: metadata?.signed.expires ?? '',
  });
  return { root: tell(root), targets: tell(targets), snapshot: tell(snapshot), timestamp: tell(timestamp) };
}

function guard<T>(file: string, now: Date, step: () => T, store?: TrustedMetadataStore): T {
  try {
    return step();
  } catch (error) {
    throw explainFault(error, file, store, now);
  }
}

function quietly(step: () => unknown): void {
  try {
    step();
  } catch {
    // It is no longer accepted, or has expired: the latter is still remembered.
  }
}
