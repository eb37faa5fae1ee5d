/** The steps from the root to the pointer, by the clauses of The Update Framework. */
import { MetadataKind } from '@tufjs/models';
import { EqualVersionError } from 'tuf-js/dist/error.js';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { sha256 } from '../model/paths.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { pointerName, versionedPath } from './current-metadata.ts';
import { requirePlain } from './plain-metadata.ts';
import { TrustError } from './trust-error.ts';
import { guard, requireSound } from './trusted-store.ts';

export interface Context {
  readonly store: TrustedMetadataStore;
  /** Asks the source. */
  readonly take: Take;
  /** Notes what counts from now on. */
  readonly accept: (name: string, bytes: Uint8Array) => void;
  readonly known: ReadonlyMap<string, Uint8Array>;
  readonly now: Date;
}

export type Take = (name: string, maxBytes?: number) => Promise<Buffer | undefined>;

/** A pointer names twenty deltas, and what was withdrawn. */
const maxPointerBytes = 16 * 1024 * 1024;
/** As many as a client of TUF follows in one go. */
const maxRootVersions = 256;

/** 5.3: each version is signed by the one before, so that lost and stolen keys can be replaced. */
export async function followRoots({ store, take, accept, known, now }: Context): Promise<void> {
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

export async function followTimestamp({ store, take, accept, known, now }: Context): Promise<void> {
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

export async function followSnapshot(context: Context): Promise<void> {
  const { store, known } = context;
  // 5.5.5: what was accepted before, unless its keys have been replaced since.
  for (const [name, bytes] of known)
    if (name.endsWith('.snapshot.json')) succeeds(() => store.updateSnapshot(Buffer.from(bytes), true));
  const name = versionedPath('snapshot', store.timestamp?.signed.snapshotMeta.version ?? 0);
  const check: Check = (bytes) => requirePlain(store.updateSnapshot(bytes).signed);
  await followNamed(context, name, check);
}

export async function followTargets(context: Context): Promise<string> {
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

/** 5.7 */
export async function readPointer({ store, take, accept, known }: Context): Promise<Uint8Array> {
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

async function required(take: Take, name: string, maxBytes?: number): Promise<Buffer> {
  const bytes = await take(name, maxBytes);
  if (bytes === undefined) throw new TrustError('missing', `${name} is missing.`);
  return bytes;
}

function succeeds(step: () => unknown): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
