/** What stands in a key file. */
import { keyIdOf } from './key-pair.ts';
import { isRole, type Role } from './roles.ts';

export interface KeyFile {
  readonly format: 1;
  readonly country: string;
  readonly role: Role;
  readonly keyid: string;
  readonly public: string;
  readonly created: string;
  readonly protection: Protection;
  /** The seed, encrypted as `protection` says; base64, as all bytes here. */
  readonly secret: string;
}

export type Protection =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'scrypt+aes-256-gcm';
      readonly N: number;
      readonly r: number;
      readonly p: number;
      readonly salt: string;
      readonly nonce: string;
      readonly tag: string;
    };

export function isKeyFile(value: object): value is KeyFile {
  const { format, country, role, keyid, created, protection, secret, ...rest } = value as Partial<KeyFile>;
  return (
    format === 1 &&
    isRole(role) &&
    [country, keyid, created, secret, rest.public].every((text) => typeof text === 'string') &&
    keyid === keyIdOf(rest.public ?? '') &&
    isProtection(protection)
  );
}

/** A file that somebody else has made must not take all memory: costs have a limit. */
function isProtection(protection: Protection | undefined): boolean {
  if (typeof protection !== 'object' || protection === null) return false;
  if (protection.kind === 'none') return true;
  const { kind, N, r, p, salt, nonce, tag } = protection;
  return (
    kind === 'scrypt+aes-256-gcm' &&
    [N, r, p].every((cost) => Number.isInteger(cost) && cost > 0) &&
    N <= 2 ** 20 &&
    Number.isInteger(Math.log2(N)) &&
    N > 1 &&
    r <= 16 &&
    p <= 4 &&
    bytesIn(salt) >= 16 &&
    bytesIn(nonce) === 12 &&
    bytesIn(tag) === 16
  );
}

const bytesIn = (text: unknown): number =>
  typeof text === 'string' ? Buffer.from(text, 'base64').length : 0;
