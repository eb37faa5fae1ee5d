/**
 * A private key in a file: JSON in which role and public key can be read, and the private one only with a passphrase
 * (scrypt, RFC 7914, and AES-256-GCM).
 */
import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { EnvironmentError } from '../cli/errors.ts';
import { sha256 } from '../model/paths.ts';
import { isKeyFile, type KeyFile, type Protection } from './key-file-shape.ts';
import { type KeyPair, keyPairOf, seedOf } from './key-pair.ts';
import type { Role } from './roles.ts';

export interface KeyOwner {
  /** `kg` */
  readonly country: string;
  readonly role: Role;
  /** The day on which the key was made: `2026-11-29`. */
  readonly created: string;
}

/** What scrypt costs: N, r and p of RFC 7914. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** A third of a second and 128 MB for each guess (OWASP, Password Storage Cheat Sheet). */
export const strongCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** The passphrase was typed wrong: whoever can be asked is asked again. */
export class WrongPassphraseError extends EnvironmentError {}

/** @param passphrase none leaves the private key open to whoever has the file */
export async function sealKey(
  pair: KeyPair,
  owner: KeyOwner,
  passphrase?: string,
  cost = strongCost,
): Promise<string> {
  const readable = {
    format: 1,
    country: owner.country,
    role: owner.role,
    keyid: pair.id,
    public: pair.public,
    created: owner.created,
  } as const;
  const seed = seedOf(pair);
  if (passphrase === undefined)
    return textOf({ ...readable, protection: { kind: 'none' }, secret: seed.toString('base64') });
  const [salt, nonce] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt, cost), nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(readable)));
  const secret = Buffer.concat([cipher.update(seed), cipher.final()]).toString('base64');
  const protection: Protection = {
    kind: 'scrypt+aes-256-gcm',
    N: cost.N,
    r: cost.r,
    p: cost.p,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  return textOf({ ...readable, protection, secret });
}

/**
 * Reads all of a key file but the private key.
 *
 * @throws EnvironmentError when it is none, or no longer what was written
 */
export function readKeyFile(text: string, file: string): KeyFile {
  const damaged = new EnvironmentError(
    `${file}: this key file is damaged. Copy it again from where a second copy is kept; without one the key is lost: put a new one in its place with "npm run keys -- rotate".`,
  );
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw damaged;
  }
  if (typeof content !== 'object' || content === null || !('check' in content)) throw damaged;
  const { check, ...rest } = content;
  if (check !== checkOf(rest) || !isKeyFile(rest)) throw damaged;
  return rest;
}

/**
 * @param passphrase is not looked at where the file has none
 * @throws WrongPassphraseError
 */
export async function unsealKey(key: KeyFile, file: string, passphrase = ''): Promise<KeyPair> {
  const secret = Buffer.from(key.secret, 'base64');
  const { protection } = key;
  const seed = protection.kind === 'none' ? secret : await decrypt(key, protection, secret, passphrase);
  const pair = seed?.length === 32 ? keyPairOf(seed) : undefined;
  if (pair?.id !== key.keyid)
    throw new WrongPassphraseError(
      `${file}: the passphrase is wrong. Type it again, as it was typed when this ${key.role} key was made; mind the language of the keyboard and Caps Lock. A passphrase that is lost cannot be got back: put a new key in its place with "npm run keys -- rotate".`,
    );
  return pair;
}

async function decrypt(
  { format, country, role, keyid, public: publicHex, created }: KeyFile,
  protection: Protection & { kind: 'scrypt+aes-256-gcm' },
  secret: Buffer,
  passphrase: string,
): Promise<Buffer | undefined> {
  const key = await keyFrom(passphrase, Buffer.from(protection.salt, 'base64'), protection);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(protection.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(JSON.stringify({ format, country, role, keyid, public: publicHex, created })));
  decipher.setAuthTag(Buffer.from(protection.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(secret), decipher.final()]);
  } catch {
    return undefined;
  }
}

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** The same letters can be typed as different characters: й is one or two of them (Unicode, UAX 15). */
const keyFrom = (passphrase: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> =>
  derive(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 2 ** 20 + 256 * N * r });

const textOf = (key: KeyFile): string => `${JSON.stringify({ ...key, check: checkOf(key) }, null, 2)}\n`;

/** Tells a file that has decayed from a passphrase that is wrong. */
const checkOf = (content: object): string => sha256(JSON.stringify(content));
