/**
 * Pairs of ed25519 keys. A private key is its seed of 32 bytes (RFC 8032, 5.1.5), from which all else follows.
 */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  Key,
  type Metadata,
  type Root,
  Signature,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import { sha256 } from '../model/paths.ts';

export interface PublicKey {
  /** The digest that TUF gives to the public key: 64 hexadecimal digits. */
  readonly id: string;
  /** 32 bytes in hexadecimal digits. */
  readonly public: string;
}

export interface KeyPair extends PublicKey {
  readonly privateKey: KeyObject;
}

/** What TUF signs. */
export type Signed = Root | Targets | Snapshot | Timestamp;

/** Of a seed that nobody can guess, and so never of one that is handed in. */
export const newKeyPair = (): KeyPair => keyPairOf(randomBytes(32));

export function keyPairOf(seed: Uint8Array): KeyPair {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateKeyHead, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const hex = Buffer.from(x, 'base64url').toString('hex');
  return { id: keyIdOf(hex), public: hex, privateKey };
}

export const seedOf = ({ privateKey }: KeyPair): Buffer =>
  Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');

/** What stands before the seed in PKCS #8 (RFC 8410, 7). */
const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The digest of the key in canonical JSON (The Update Framework, 4.2): names sorted, no spaces. */
export const keyIdOf = (publicHex: string): string =>
  sha256(JSON.stringify({ keytype: 'ed25519', keyval: { public: publicHex }, scheme: 'ed25519' }));

export const tufKey = ({ id, public: publicHex }: PublicKey): Key =>
  new Key({ keyID: id, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: publicHex } });

/** Adds the signature of a key. */
export function signWith({ id, privateKey }: KeyPair, metadata: Metadata<Signed>): void {
  metadata.sign((data) => new Signature({ keyID: id, sig: sign(null, data, privateKey).toString('hex') }));
}

/** A key as people tell it from others. */
export const shortId = (id: string): string => id.slice(0, 8);
