/**
 * Writes sites beside the published ones and moves them into place when they are whole.
 *
 * A kill at any moment leaves whole files: either the old site, or the new one, or (between two renames) the old one under its
 * resting name, from which the next build brings it back.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';

export interface Staging {
  /** Where the new sites grow; holds one folder for each country. */
  readonly folder: string;
  write(file: OutputPath, bytes: Uint8Array): Promise<void>;
  /** Puts the sites of these countries into the place of the published ones. */
  publish(countries: readonly CountryCode[]): Promise<void>;
  /** Removes what was staged; harmless after `publish`. */
  discard(): Promise<void>;
}

/**
 * @param out the folder of the published sites, made when it does not exist
 * @throws the error of the file system
 */
export async function openStaging(out: string): Promise<Staging> {
  await makeFolder(path.resolve(out));
  await recover(out);
  const folder = path.join(out, `${stagedPrefix}${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(folder);
  const folders = new Set<string>();
  return {
    folder,
    async write(file, bytes) {
      const target = path.join(folder, file);
      const parent = path.dirname(target);
      if (!folders.has(parent)) await mkdir(parent, { recursive: true });
      folders.add(parent);
      await writeFile(target, bytes);
    },
    async publish(countries) {
      for (const country of countries) await replace(path.join(folder, country), out, country);
      await rm(folder, { recursive: true, force: true });
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Like a recursive `mkdir`, which in Node never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (isCode(error, 'EEXIST') && (await stat(folder)).isDirectory()) return;
    const parent = path.dirname(folder);
    if (!isCode(error, 'ENOENT') || parent === folder || (await isThere(parent))) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const stagedPrefix = '.staged-';
const restingPrefix = '.resting-';

async function replace(staged: string, out: string, country: CountryCode): Promise<void> {
  const site = path.join(out, country);
  const resting = path.join(
    out,
    `${restingPrefix}${country}-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  for (let attempt = 1; ; attempt++) {
    await renameIfThere(site, resting);
    try {
      await rename(staged, site);
      break;
    } catch (error) {
      // Another build has put its site there between our two renames: it rests as well.
      if (attempt < 5 && isCode(error, 'ENOTEMPTY', 'EEXIST'))
        await rm(resting, { recursive: true, force: true });
      else throw error;
    }
  }
  await rm(resting, { recursive: true, force: true });
}

/** Brings back a site that a killed build left resting, and removes what such builds left behind. */
async function recover(out: string): Promise<void> {
  const names = await readdir(out);
  for (const name of names) {
    const left = /^\.(staged|resting)-(?:([a-z]{2})-)?(\d+)-[0-9a-f]{8}$/.exec(name);
    if (left === null || isRunning(Number(left[3]))) continue;
    const country = left[2];
    if (left[1] === 'resting' && country !== undefined && !names.includes(country))
      await renameIfThere(path.join(out, name), path.join(out, country));
    await rm(path.join(out, name), { recursive: true, force: true });
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
