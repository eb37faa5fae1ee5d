/** Which parts of a release may lie in a kept site beside the files of its manifest, and what they must hold. */

import type { Sha256 } from '../../model/paths.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { Digest } from '../../model/release/release-record.ts';
import { isAccepted, parseRoot, parseSnapshot, parseTargets, remarksOf } from '../../trust/metadata.ts';
import type { TwinSuffix } from '../folder/mirror-paths.ts';
import type { Proof } from './prove-site.ts';

export type SealedPart =
  /** Small, and its bytes are known. */
  | { readonly kind: 'known'; readonly bytes: Uint8Array }
  | { readonly kind: 'digest'; readonly digest: Digest; readonly isRequired: boolean }
  /** A compressed copy of what has a digest. */
  | { readonly kind: 'twin'; readonly digest: Digest; readonly suffix: TwinSuffix };

/** Returns them by their paths: those that must be there, and those that may. */
export function sealedPartsOf({ pointer, pointerBytes, files }: Proof): ReadonlyMap<string, SealedPart> {
  const parts = new Map<string, SealedPart>();
  for (const [name, bytes] of files) parts.set(name, { kind: 'known', bytes });
  parts.set(releasePaths.pointer, { kind: 'known', bytes: pointerBytes });
  const add = (name: string, digest: Digest, isRequired: boolean): void => {
    parts.set(name, { kind: 'digest', digest, isRequired });
    for (const suffix of ['.br', '.gz'] as const) parts.set(name + suffix, { kind: 'twin', digest, suffix });
  };
  add(releasePaths.record(pointer.sequence), pointer.record, true);
  add(releasePaths.manifest(pointer.manifest.sha256), pointer.manifest, true);
  for (const delta of Object.values(pointer.deltas)) add(releasePaths.delta(delta.sha256), delta, false);
  return parts;
}

/** Patches are named by their own digest, and by a delta whose digest is signed. */
export const patchesPath = (path: string): Sha256 | undefined =>
  /^patches\/([0-9a-f]{64})$/.exec(path)?.[1] as Sha256 | undefined;

/**
 * Whether a file is metadata that these keys have signed: older versions stay for whoever is in the middle of reading them, and
 * roots before the trusted one for whoever trusts an older one.
 *
 * @param root the newest one of the site
 */
export function isSignedMetadata(name: string, bytes: Uint8Array, root: Uint8Array): boolean {
  const [, digits, role] = /^metadata\/(\d+)\.(root|targets|snapshot)\.json$/.exec(name) ?? [];
  const version = Number(digits);
  try {
    const { signed } = parseRoot(root, 'the root');
    if (role === 'snapshot' || role === 'targets') {
      const metadata = role === 'snapshot' ? parseSnapshot(bytes, name) : parseTargets(bytes, name);
      return metadata.signed.version === version && isAccepted(signed, role, metadata);
    }
    if (role !== 'root') return false;
    const older = parseRoot(bytes, name);
    return (
      older.signed.version === version &&
      remarksOf(older.signed).country === remarksOf(signed).country &&
      (version < signed.version ? isAccepted(older.signed, 'root', older) : older.signed.equals(signed))
    );
  } catch {
    return false;
  }
}
