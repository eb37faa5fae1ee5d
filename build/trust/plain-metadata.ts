/** What tuf-js takes, and the specification does not (The Update Framework, 4.2 to 4.6). */
import { createPublicKey } from 'node:crypto';
import type { Root } from '@tufjs/models';
import { FormatError } from '../model/release/plain-json.ts';
import type { Signed } from './key-pair.ts';

/**
 * Refuses a version that nothing can be counted on from, and an end that is no instant: such metadata would never expire.
 *
 * @throws FormatError
 */
export function requirePlain({ version, expires }: Signed): void {
  if (!Number.isSafeInteger(version) || version < 1) throw new FormatError('its version is none');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(expires) || Number.isNaN(Date.parse(expires)))
    throw new FormatError('it expires at no instant');
}

/**
 * Refuses a root that gives a role the same key under two names: one holder would count as two.
 *
 * @throws FormatError
 */
export function requireSeparateKeys({ keys, roles }: Root): void {
  for (const { keyIDs } of Object.values(roles)) {
    const values = keyIDs.flatMap((id) => keys[id]?.keyVal.public ?? []).map(plainKey);
    if (new Set(values).size < values.length) throw new FormatError('it names a key twice');
  }
}

/** The same key can be written in several ways: with capital letters, and as PEM. */
function plainKey(value: string): string {
  if (!value.startsWith('-----BEGIN')) return value.toLowerCase();
  try {
    const key = createPublicKey(value);
    const { x = '' } = key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }) : {};
    if (x !== '') return Buffer.from(x, 'base64url').toString('hex');
    return key.export({ format: 'der', type: 'spki' }).toString('hex');
  } catch {
    // Nobody can sign with it.
    return value;
  }
}
