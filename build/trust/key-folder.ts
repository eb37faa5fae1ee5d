/**
 * The folder with the keys of a country: private ones in `<role>-<8 digits of the key id>.key.json`, and the root metadata, which
 * everybody may have, in `1.root.json`, `2.root.json` …
 */
import { mkdir, open, readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../cli/errors.ts';
import { moverOf } from '../output/move.ts';
import { namesIn } from '../output/names-in.ts';
import { type PublicKey, shortId } from './key-pair.ts';
import type { Role } from './roles.ts';

export interface KeysPlace {
  /** What `--keys` says: a folder with one for each country. */
  readonly given?: string | undefined;
  readonly country: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder of whoever runs the command. */
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/** Where the keys of a country lie: never in the repository, unless somebody says so. */
export function keysFolderOf({ given, country, env, home, platform }: KeysPlace): string {
  const config = (platform === 'win32' ? env.APPDATA : env.XDG_CONFIG_HOME) || path.join(home, '.config');
  const all = given ?? (env.PASSPORT_KEYS_DIR || path.join(config, 'learning-passport', 'keys'));
  return path.join(all, country);
}

export const keyFileName = (role: Role, { id }: PublicKey): string => `${role}-${shortId(id)}.key.json`;

export const keyFilesIn = async (folder: string): Promise<readonly string[]> =>
  (await namesIn(folder)).filter((name) => name.endsWith('.key.json')).toSorted();

/** @returns the file itself, or the key files of a folder. @throws EnvironmentError when there is none */
export async function keyFilesAt(place: string): Promise<readonly string[]> {
  const found = await stat(place).catch(() => undefined);
  if (found?.isDirectory() !== true) return [place];
  const names = await keyFilesIn(place);
  if (names.length === 0)
    throw new EnvironmentError(`${place}: there is no key file in this folder. Check the path.`);
  return names.map((name) => path.join(place, name));
}

/** Returns the root metadata that a folder has, in the order of their versions. */
export async function readRoots(folder: string): Promise<readonly Uint8Array[]> {
  const names = (await namesIn(folder)).filter((name) => /^[1-9]\d*\.root\.json$/.test(name));
  const sorted = names.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return Promise.all(sorted.map((name) => readFile(path.join(folder, name))));
}

/**
 * Writes files which only their owner may read, each wholly or not at all, in their order.
 *
 * @throws EnvironmentError when one of them is there already
 */
export async function addToFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = await namesIn(folder);
  for (const name of files.keys())
    if (there.includes(name))
      throw new EnvironmentError(
        name.endsWith('.proposed.json')
          ? `${path.join(folder, name)} still waits for signatures. End it with "npm run keys -- sign", or remove it if it is given up.`
          : `${path.join(folder, name)} is there already, and is not written over. Look at "npm run keys -- status".`,
      );
  for (const [name, content] of files) await writePrivate(path.join(folder, name), content);
}

/** @throws EnvironmentError when a folder holds anything already */
export async function requireEmpty(folder: string): Promise<void> {
  if ((await namesIn(folder)).length > 0)
    throw new EnvironmentError(
      `${folder} holds keys already, which are not written over. Keep them, or choose another folder with --keys.`,
    );
}

/** Makes a folder with all of these files, or nothing. @throws EnvironmentError when it holds anything already */
export async function makeKeysFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await requireEmpty(folder);
  const beside = `${folder}.new~`;
  await rm(beside, { recursive: true, force: true });
  await addToFolder(beside, files);
  // Windows does not move a folder over another one, even an empty one.
  await rmdir(folder).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  await moverOf().move(beside, folder);
}

/** Writes, or writes over, a file that only its owner may read. */
export async function writePrivate(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.new~`;
  try {
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await moverOf().move(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Says when others than its owner can read a file; on Windows, rights are of another kind. */
export async function openToOthers(file: string, platform: NodeJS.Platform): Promise<string | undefined> {
  if (platform === 'win32') return undefined;
  const { mode } = await stat(file);
  return (mode & 0o077) === 0
    ? undefined
    : `${file} can be read by others than you. Run: chmod 600 '${file}'`;
}

/** Reads a key file. @throws EnvironmentError when there is none */
export async function readKeyText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EISDIR')) throw error;
    throw new EnvironmentError(`${file}: there is no such key file. Check the path.`);
  }
}
