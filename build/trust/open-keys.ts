/**
 * The keys at hand: files of a folder, files that are named, lines of the environment. A file is decrypted only when its key signs.
 */
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import { readKeyFile, unsealKey, WrongPassphraseError } from './key-file.ts';
import type { KeyFile } from './key-file-shape.ts';
import { keyFilesAt, keyFilesIn, openToOthers, readKeyText } from './key-folder.ts';
import { keysFromEnvironment } from './key-line.ts';
import { type KeyPair, shortId } from './key-pair.ts';
import type { Role } from './roles.ts';

export interface KeyRequest {
  readonly country: string;
  /** With the key files of the country; need not exist. */
  readonly folder?: string;
  /** Key files elsewhere, or folders with some: on the memory sticks of those who keep root keys. */
  readonly files?: readonly string[];
  /** `PASSPORT_KEY_TARGETS` and so on hold keys, `PASSPORT_KEYS_PASSPHRASE` the passphrase of key files. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Asks whoever sits at the terminal; absent where nobody does. */
  readonly askPassphrase?: AskPassphrase;
}

/** @param isRepeated whether the last answer was wrong */
export type AskPassphrase = (what: string, isRepeated: boolean) => Promise<string>;

export interface SigningKeys {
  /** Returns the role that a key at hand is for; nothing for a key that is not at hand. */
  roleOf(id: string): Role | undefined;
  /**
   * Returns a key at hand, for which a passphrase may have to be asked.
   *
   * @throws EnvironmentError when it is not at hand or its passphrase is wrong
   */
  pair(id: string): Promise<KeyPair>;
  /** What is wrong with files of the folder, and who else can read them: sentences. */
  readonly warnings: readonly string[];
  /** The places where keys were looked for, for a sentence. */
  readonly lookedIn: string;
}

interface KeyAtHand {
  readonly role: Role;
  readonly open: () => Promise<KeyPair>;
}

interface Session {
  readonly request: KeyRequest;
  /** The passphrase that was right last: the keys that sign a release often share one. */
  last?: string;
}

/** How often a passphrase may be typed wrong. */
const attempts = 3;

/** @throws EnvironmentError for what is wrong with a named file or a line of the environment */
export async function openKeys(request: KeyRequest): Promise<SigningKeys> {
  const { folder, files = [], country, env } = request;
  const keys = new Map<string, KeyAtHand>();
  const warnings: string[] = [];
  const session: Session = { request };
  const add = async (file: string): Promise<void> => {
    const key = await readKeyOf(file, country);
    keys.set(key.keyid, { role: key.role, open: opener(key, file, session) });
    const warning = await openToOthers(file, request.platform);
    if (warning !== undefined) warnings.push(warning);
  };
  for (const name of folder === undefined ? [] : await keyFilesIn(folder))
    try {
      await add(path.join(folder ?? '', name));
    } catch (error) {
      // It may be one that is not needed.
      if (!(error instanceof EnvironmentError)) throw error;
      warnings.push(error.message);
    }
  for (const given of files) for (const file of await keyFilesAt(given)) await add(file);
  for (const { pair, role } of keysFromEnvironment(env, country))
    keys.set(pair.id, { role, open: async () => pair });
  return {
    warnings,
    lookedIn: [folder, ...files, 'the environment'].filter((place) => place !== undefined).join(', '),
    roleOf: (id) => keys.get(id)?.role,
    async pair(id) {
      const key = keys.get(id);
      if (key === undefined) throw new EnvironmentError(`The key ${shortId(id)} is not at hand.`);
      return key.open();
    },
  };
}

async function readKeyOf(file: string, country: string): Promise<KeyFile> {
  const key = readKeyFile(await readKeyText(file), file);
  if (key.country !== country)
    throw new EnvironmentError(
      `${file} is a key of the country "${key.country}", not of "${country}". Give the key file of ${country}, or --country ${key.country}.`,
    );
  return key;
}

/** Opens a key file once, however often its key signs. */
function opener(key: KeyFile, file: string, session: Session): () => Promise<KeyPair> {
  let opened: Promise<KeyPair> | undefined;
  return () => {
    opened ??= open(key, file, session);
    return opened;
  };
}

async function open(key: KeyFile, file: string, session: Session): Promise<KeyPair> {
  const { env, askPassphrase } = session.request;
  if (key.protection.kind === 'none') return unsealKey(key, file);
  const known = env.PASSPORT_KEYS_PASSPHRASE || undefined;
  if (known !== undefined) return unsealKey(key, file, known);
  if (askPassphrase === undefined)
    throw new EnvironmentError(
      `${file} is protected by a passphrase, and there is nobody to ask. Run the command on a terminal, or put the passphrase into the variable PASSPORT_KEYS_PASSPHRASE.`,
    );
  const again = session.last === undefined ? undefined : await tryToOpen(key, file, session.last);
  if (again !== undefined) return again;
  const what = `passphrase of the ${key.role} key ${shortId(key.keyid)} (${key.country})`;
  for (let attempt = 1; attempt < attempts; attempt++) {
    const passphrase = await askPassphrase(what, attempt > 1);
    const pair = await tryToOpen(key, file, passphrase);
    if (pair === undefined) continue;
    session.last = passphrase;
    return pair;
  }
  return unsealKey(key, file, await askPassphrase(what, true));
}

async function tryToOpen(key: KeyFile, file: string, passphrase: string): Promise<KeyPair | undefined> {
  try {
    return await unsealKey(key, file, passphrase);
  } catch (error) {
    if (error instanceof WrongPassphraseError) return undefined;
    throw error;
  }
}
