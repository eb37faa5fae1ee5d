/** Why a release is not to be trusted, in sentences. */
import { LengthOrHashMismatchError, UnsignedMetadataError } from '@tufjs/models/dist/error.js';
import { BadVersionError, ExpiredMetadataError } from 'tuf-js/dist/error.js';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { EnvironmentError } from '../cli/errors.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { versionedPath } from './current-metadata.ts';

/**
 * `expired`: nobody has signed it anew in time, or somebody holds the newer one back. `forged`: not signed by keys that the root
 * names. `rollback`: older than what was seen before. `mismatch`: parts of different releases. `damaged`: no metadata at all.
 */
export type TrustFault = 'expired' | 'forged' | 'rollback' | 'mismatch' | 'damaged' | 'missing';

export class TrustError extends EnvironmentError {
  readonly fault: TrustFault;
  /** What was found, without what to do. */
  readonly what: string;
  /** Nothing but the timestamp or the snapshot has expired: who knows the way that it came may accept it (`acceptsStale`). */
  readonly isOnlyStale: boolean;

  /** @param what a sentence; what to do is added */
  constructor(fault: TrustFault, what: string, { isOnlyStale = false } = {}) {
    super(`${what} ${remedies[fault]}`);
    this.fault = fault;
    this.what = what;
    this.isOnlyStale = isOnlyStale;
  }
}

const remedies: Readonly<Record<TrustFault, string>> = {
  expired:
    'Nothing newer is accepted from here, and what you have stays. Fetch it from another place, or ask those who publish it to sign anew (npm run keys -- renew; for the root: npm run keys -- extend); check also the clock of this computer.',
  forged:
    'Do not use this release. Fetch it from another place, and tell those who publish it: somebody may have put it there.',
  rollback:
    'Somebody serves an old state. What you have is newer, and stays. Fetch it from another place; those who publish must go on from the newest metadata, which is where the release was published last.',
  mismatch:
    'Parts of different releases lie together: a transfer is under way, or somebody has changed them. Try again in some minutes, or fetch it from another place.',
  damaged: 'Fetch it again, or from another place.',
  missing:
    'The release is not complete, or there is none here. Check the address, or fetch it from another place.',
};

/**
 * @param file which was looked through when the fault was found
 * @param store as far as it has come
 */
export function explainFault(
  error: unknown,
  file: string,
  store: TrustedMetadataStore | undefined,
  now: Date,
): unknown {
  if (error instanceof ExpiredMetadataError) return expired(file, store, now);
  if (error instanceof UnsignedMetadataError)
    return new TrustError('forged', `${file} is not signed by enough of the keys that the root names.`);
  if (error instanceof LengthOrHashMismatchError)
    return new TrustError('mismatch', `${file} is not the one that the signed metadata names.`);
  if (error instanceof BadVersionError) return badVersion(error, file);
  // A fault of the machine while reading keeps its own words.
  if (error instanceof TrustError) return error;
  return new TrustError('damaged', `${file} does not hold what its name says.`);
}

/** The store tells of a file that has expired only when it looks at the next one. */
function expired(file: string, store: TrustedMetadataStore | undefined, now: Date): TrustError {
  const { root, timestamp, snapshot } = store ?? {};
  const named = [
    [root, releasePaths.root(root?.signed.version ?? 0)],
    [timestamp, releasePaths.timestamp],
    [snapshot, versionedPath('snapshot', snapshot?.signed.version ?? 0)],
  ] as const;
  const [metadata, name] = named.find(([found]) => found?.signed.isExpired(now)) ?? [undefined, file];
  const day = metadata === undefined ? '' : ` on ${metadata.signed.expires.slice(0, 10)}`;
  return new TrustError('expired', `${name} expired${day}.`);
}

function badVersion({ message }: Error, file: string): TrustError {
  if (!/less than current/.test(message))
    return new TrustError('mismatch', `${file} is of another version than the signed metadata names.`);
  return new TrustError('rollback', `${file} leads to an older release than one that was seen before.`);
}
