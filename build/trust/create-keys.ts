/** The root ceremony: all keys of a country and the first root, as files. */
import { UsageError } from '../cli/errors.ts';
import { sha256 } from '../model/paths.ts';
import { type ScryptCost, sealKey, strongCost } from './key-file.ts';
import { keyFileName, makeKeysFolder, requireEmpty } from './key-folder.ts';
import { type KeyPair, newKeyPair, signWith } from './key-pair.ts';
import { bytesOf } from './metadata.ts';
import { type Role, roles } from './roles.ts';
import { firstRoot } from './root.ts';

export interface Ceremony {
  readonly country: string;
  readonly folder: string;
  readonly now: Date;
  readonly rootLifetimeDays: number;
  /** How many root keys there are, and how many of them must sign. */
  readonly rootKeys: number;
  readonly rootThreshold: number;
  /**
   * Returns the passphrase for a new key; nothing leaves it open.
   *
   * @param number of the root key, from 1
   */
  readonly passphrase: (role: Role, number: number) => Promise<string | undefined>;
  readonly isTrial?: boolean;
  /** Cheaper only in tests, which make many. */
  readonly cost?: ScryptCost;
}

export interface CreatedKeys {
  /** By their names in the folder. */
  readonly keyFiles: readonly { readonly name: string; readonly role: Role; readonly number: number }[];
  readonly root: Uint8Array;
  /** `sha256:…`, by which mirrors know the first root. */
  readonly fingerprint: string;
}

/**
 * Makes the folder of the keys, whole or not at all.
 *
 * @throws EnvironmentError when it holds anything already
 */
export async function createKeys(ceremony: Ceremony): Promise<CreatedKeys> {
  const { country, folder, now, rootKeys, rootThreshold, rootLifetimeDays, isTrial = false } = ceremony;
  if (rootThreshold < 1 || rootThreshold > rootKeys)
    throw new UsageError(`of ${rootKeys} root keys ${rootThreshold} cannot sign`);
  await requireEmpty(folder);
  const made = roles.flatMap((role) =>
    Array.from({ length: role === 'root' ? rootKeys : 1 }, (_, index) => ({
      role,
      number: index + 1,
      pair: newKeyPair(),
    })),
  );
  const keysOf = (role: Role): KeyPair[] => made.filter((key) => key.role === role).map(({ pair }) => pair);
  const root = firstRoot({
    country,
    now,
    lifetimeDays: rootLifetimeDays,
    isTrial,
    roles: {
      root: { keys: keysOf('root'), threshold: rootThreshold },
      targets: { keys: keysOf('targets'), threshold: 1 },
      snapshot: { keys: keysOf('snapshot'), threshold: 1 },
      timestamp: { keys: keysOf('timestamp'), threshold: 1 },
    },
  });
  // All of them: each shows that it is what the root says.
  for (const pair of keysOf('root')) signWith(pair, root);
  const files = new Map<string, string | Uint8Array>();
  const created = now.toISOString().slice(0, 10);
  for (const { role, number, pair } of made) {
    const passphrase = await ceremony.passphrase(role, number);
    const owner = { country, role, created };
    files.set(keyFileName(role, pair), await sealKey(pair, owner, passphrase, ceremony.cost ?? strongCost));
  }
  const keyFiles = made.map(({ role, number, pair }) => ({ name: keyFileName(role, pair), role, number }));
  const bytes = bytesOf(root);
  files.set('1.root.json', bytes);
  await makeKeysFolder(folder, files);
  return { keyFiles, root: bytes, fingerprint: fingerprintOf(bytes) };
}

/**
 * Makes keys that anybody at this computer can use, for trying out: releases that they sign are marked, and are not for the public.
 *
 * @throws EnvironmentError when the folder holds anything already
 */
export const createTrialKeys = (folder: string, country: string, now: Date): Promise<CreatedKeys> =>
  createKeys({
    country,
    folder,
    now,
    rootLifetimeDays: 365,
    rootKeys: 1,
    rootThreshold: 1,
    isTrial: true,
    passphrase: async () => undefined,
  });

export const fingerprintOf = (root: Uint8Array): string => `sha256:${sha256(root)}`;
