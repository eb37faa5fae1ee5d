/**
 * Follows from a trusted root to the pointer of the newest release, as clients of TUF do (The Update Framework, 5).
 *
 * The checks are those of tuf-js; its store of trusted metadata does no input and output. Its own client reads over HTTP into a
 * folder, wraps errors into texts, and has a clock of its own: here files come from a reader, be it a server or a memory stick.
 */
import type { Metadata } from '@tufjs/models';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { releasePaths } from '../model/release/release-paths.ts';
import {
  type Context,
  followRoots,
  followSnapshot,
  followTargets,
  followTimestamp,
  readPointer,
  type Take,
} from './follow-metadata.ts';
import type { Signed } from './key-pair.ts';
import { remarksOf } from './metadata.ts';
import type { Role } from './roles.ts';
import { TrustError } from './trust-error.ts';
import { guard, openStore, setClock } from './trusted-store.ts';

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
  const files = new Map<string, Uint8Array>();
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

function requireCurrent(metadata: Metadata<Signed> | undefined, name: string, now: Date): void {
  if (metadata?.signed.isExpired(now) !== false)
    throw new TrustError('expired', `${name} expired on ${metadata?.signed.expires.slice(0, 10)}.`);
}

function rolesOf({ root, targets, snapshot, timestamp }: TrustedMetadataStore): Trust['roles'] {
  const tell = (metadata: Metadata<Signed> | undefined) => ({
    version: metadata?.signed.version ?? 0,
    expires: metadata?.signed.expires ?? '',
  });
  return { root: tell(root), targets: tell(targets), snapshot: tell(snapshot), timestamp: tell(timestamp) };
}
