/**
 * Follows from a trusted root to the pointer of the newest release, as clients of TUF do (The Update Framework, 5).
 *
 * The checks are those of tuf-js; its store of trusted metadata does no input and output. Its own client reads over HTTP into a
 * folder, wraps errors into texts, and has a clock of its own: here files come from a reader, be it a server or a memory stick.
 */
import { type Metadata, MetadataKind, type Root } from '@tufjs/models';
import { EqualVersionError } from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { sha256 } from '../model/paths.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { pointerName, versionedPath } from './current-metadata.ts';
import type { Signed } from './key-pair.ts';
import { remarksOf } from './metadata.ts';
import { requirePlain, requireSeparateKeys } from './plain-metadata.ts';
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
  /**
   * Takes a timestamp and a snapshot that have expired: for a memory stick that was long on its way. Nobody then says that this is the
   * newest release; whoever asks demands that it is newer than what there is. The root and the targets must still hold, and nothing
   * older than what is known is accepted.
   */
  readonly acceptsStale?: boolean;
  /**
   * Told of each file as soon as it counts, whatever happens after it: who keeps it as known is not led back by a transfer that broke
   * off (5.3.8, 5.4.5, 5.5.7, 5.6.6).
   */
  readonly onAccepted?: (path: string, bytes: Uint8Array) => void;
}

export interface Trust {
  /** The bytes of the `ReleasePointer`. */
  readonly pointer: Uint8Array;
  readonly country: string;
  readonly isTrial: boolean;
  readonly roles: Readonly<Record<Role, { readonly version: number; readonly expires: string }>>;
  /** Everything that was looked through, by its path: newer versions of the root, metadata, the signed pointer. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Whether the timestamp or the snapshot have expired, which `acceptsStale` allows. */
  readonly isStale: boolean;
}

/** Above what honest metadata of a single target needs. */
const maxMetadataBytes = 256 * 1024;
/** A pointer names twenty deltas, and what was withdrawn. */
const maxPointerBytes = 16 * 1024 * 1024;
/** As many as a client of TUF follows in one go. */
const maxRootVersions = 256;

/** @throws TrustError */
export async function verifyTrust(request: TrustRequest): Promise<Trust> {
  if (request.acceptsStale === true) return follow(request);
  const read = memoized(request.read);
  try {
    return await follow({ ...request, read });
  } catch (error) {
    if (!(error instanceof TrustError && error.fault === 'expired')) throw error;
    const { onAccepted: _, ...again } = request;
    const isOnlyStale = await follow({ ...again, read, acceptsStale: true }).then(
      () => true,
      () => false,
    );
    throw isOnlyStale ? new TrustError('expired', error.what, { isOnlyStale }) : error;
  }
}

/** Whoever looks twice asks once. */
function memoized(read: TrustRequest['read']): TrustRequest['read'] {
  const answers = new Map<string, Uint8Array | undefined>();
  return async (name, maxBytes) => {
    if (!answers.has(name)) answers.set(name, await read(name, maxBytes));
    return answers.get(name);
  };
}

async function follow(request: TrustRequest): Promise<Trust> {
  const { read, root, known = new Map(), now, acceptsStale = false, onAccepted } = request;
  const files: Files = new Map();
  const take: Take = async (name, maxBytes = maxMetadataBytes) => {
    const bytes = await read(name, maxBytes);
    if (bytes !== undefined && bytes.length > maxBytes)
      throw new TrustError('damaged', `${name} is larger than it can be.`);
    return bytes && Buffer.from(bytes);
  };
  const accept = (name: string, bytes: Uint8Array): void => {
    files.set(name, bytes);
    onAccepted?.(name, bytes);
  };
  const store = guard('The trusted root', now, () => openStore(root));
  // Nothing has expired at the beginning of time: the root and the targets are then looked at here.
  setClock(store, acceptsStale ? new Date(0) : now);
  const context: Context = { store, take, accept, known, now };
  await followRoots(context);
  if (acceptsStale) requireCurrent(store.root, releasePaths.root(store.root.signed.version), now);
  await followTimestamp(context);
  await followSnapshot(context);
  const targetsPath = await followTargets(context);
  if (acceptsStale) requireCurrent(store.targets, targetsPath, now);
  const pointer = await readPointer(context);
  const { isTrial, country } = remarksOf(store.root.signed);
  const isStale = [store.timestamp, store.snapshot].some((metadata) => metadata?.signed.isExpired(now));
  return { pointer, country, isTrial, roles: rolesOf(store), files, isStale };
}

interface Context {
  readonly store: TrustedMetadataStore;
  readonly take: Take;
  readonly accept: (name: string, bytes: Uint8Array) => void;
  readonly known: ReadonlyMap<string, Uint8Array>;
  readonly now: Date;
}

type Files = Map<string, Uint8Array>;
type Take = (name: string, maxBytes?: number) => Promise<Buffer | undefined>;

/** 5.2 */
function openStore(root: Uint8Array): TrustedMetadataStore {
  const store = new TrustedMetadataStore(Buffer.from(root));
  requireSound(store.root.signed);
  return store;
}

function requireSound(root: Root): void {
  requirePlain(root);
  requireSeparateKeys(root);
}

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

function requireCurrent(metadata: Metadata<Signed> | undefined, name: string, now: Date): void {
  if (metadata?.signed.isExpired(now) !== false)
    throw new TrustError('expired', `${name} expired on ${metadata?.signed.expires.slice(0, 10)}.`);
}

/** 5.3: each version is signed by the one before, so that lost and stolen keys can be replaced. */
async function followRoots({ store, take, accept, known, now }: Context): Promise<void> {
  for (let fetched = 0; fetched < maxRootVersions; ) {
    const name = releasePaths.root(store.root.signed.version + 1);
    const check: Check = (root) => requireSound(store.updateRoot(root).signed);
    const before = known.get(name);
    // One that was accepted before is accepted again, unless its file has decayed since.
    const isKnown = before !== undefined && succeeds(() => check(Buffer.from(before)));
    const bytes = isKnown ? before : await take(name);
    if (bytes === undefined) return;
    if (!isKnown) fetched++;
    if (!isKnown) guard(name, now, () => check(Buffer.from(bytes)), store);
    accept(name, bytes);
  }
}

async function followTimestamp({ store, take, accept, known, now }: Context): Promise<void> {
  const name = releasePaths.timestamp;
  // 5.4.3: what was accepted before, unless its keys have been replaced since: then it counts for nothing (5.3.11). One
  // that has expired is remembered all the same.
  const before = known.get(name);
  if (before !== undefined) succeeds(() => store.updateTimestamp(Buffer.from(before)));
  const recalled = store.timestamp;
  const bytes = await required(take, name);
  const isNews = guard(name, now, () => updateTimestamp(store, bytes), store);
  // 5.4.3.1: of another one with the same version nothing is kept.
  accept(name, isNews || before === undefined || recalled === undefined ? bytes : before);
}

/** 5.4.3.1: the same version again is no fault, and no news. */
function updateTimestamp(store: TrustedMetadataStore, bytes: Buffer): boolean {
  try {
    requirePlain(store.updateTimestamp(bytes).signed);
    return true;
  } catch (error) {
    if (!(error instanceof EqualVersionError)) throw error;
    return false;
  }
}

async function followSnapshot(context: Context): Promise<void> {
  const { store, known } = context;
  // 5.5.5: what was accepted before, unless its keys have been replaced since.
  for (const [name, bytes] of known)
    if (name.endsWith('.snapshot.json')) succeeds(() => store.updateSnapshot(Buffer.from(bytes), true));
  const name = versionedPath('snapshot', store.timestamp?.signed.snapshotMeta.version ?? 0);
  const check: Check = (bytes) => requirePlain(store.updateSnapshot(bytes).signed);
  await followNamed(context, name, check);
}

async function followTargets(context: Context): Promise<string> {
  const { store } = context;
  const version = store.snapshot?.signed.meta['targets.json']?.version;
  if (version === undefined) throw new TrustError('damaged', 'The signed snapshot names no targets.');
  const name = versionedPath('targets', version);
  await followNamed(context, name, (bytes) => {
    store.updateDelegatedTargets(bytes, MetadataKind.Targets, MetadataKind.Root);
    if (store.targets !== undefined) requirePlain(store.targets.signed);
  });
  return name;
}

/** What a name with a version holds is signed once and stays: it is not asked for again where it is known and does. */
async function followNamed(
  { store, take, accept, known, now }: Context,
  name: string,
  check: Check,
): Promise<void> {
  const before = known.get(name);
  if (before !== undefined && succeeds(() => check(Buffer.from(before)))) return accept(name, before);
  const bytes = await required(take, name);
  guard(name, now, () => check(bytes), store);
  accept(name, bytes);
}

/** Takes metadata into the store, or throws what is wrong with it. */
type Check = (bytes: Buffer) => void;

async function readPointer({ store, take, accept, known }: Context): Promise<Uint8Array> {
  const file = store.targets?.signed.targets[pointerName];
  const hash = sha256Of(file?.hashes.sha256);
  if (file === undefined || hash === undefined)
    throw new TrustError('damaged', `The signed metadata names no ${pointerName}.`);
  const name = releasePaths.signedPointer(hash);
  if (file.length > maxPointerBytes) throw new TrustError('damaged', `${name} is larger than it can be.`);
  const isSigned = (bytes: Uint8Array): boolean => bytes.length === file.length && sha256(bytes) === hash;
  const before = known.get(name);
  const bytes = before !== undefined && isSigned(before) ? before : await required(take, name, file.length);
  if (!isSigned(bytes)) throw new TrustError('mismatch', `${name} is not what was signed.`);
  accept(name, bytes);
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

function succeeds(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
