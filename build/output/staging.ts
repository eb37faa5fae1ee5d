/**
 * Writes sites beside the published ones and moves them into place when they are whole.
 *
 * A kill at any moment leaves whole files: either the old site, or the new one, or (between two renames) the old one under its
 * resting name, from which the next build brings it back.
 */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import { isBuiltSite, requireReplaceable } from './built-site.ts';
import { hasCode, isThere, type Mover, moverOf, type Rename, remove } from './move.ts';
import { claim, release } from './owner.ts';
import { recoverOutput, restingName, stagedName } from './recover.ts';

export interface Staging {
  /** Where the new sites grow; holds one folder for each country. */
  readonly folder: string;
  write(file: OutputPath, bytes: Uint8Array): Promise<void>;
  /**
   * Puts the sites of these countries into the place of the published ones.
   *
   * @throws EnvironmentError, before anything is moved, when a folder with the name of a country is not a built site
   */
  publish(countries: readonly CountryCode[], options?: PublishOptions): Promise<void>;
  /** Removes what was staged; harmless after `publish`. */
  discard(): Promise<void>;
}

export interface PublishOptions {
  /** Whether built sites of other countries leave, as those that have left the content must. */
  readonly removeOthers: boolean;
}

/**
 * @param out the folder of the published sites, made when it does not exist
 * @param rename replaced by tests alone
 * @throws the error of the file system
 */
export async function openStaging(out: string, rename?: Rename): Promise<Staging> {
  await makeFolder(path.resolve(out));
  await recoverOutput(out);
  const owner = await claim();
  const folder = path.join(out, stagedName(owner));
  await mkdir(folder);
  const folders = new Set<string>();
  const mover = moverOf(rename);
  const discard = async (): Promise<void> => {
    await remove(folder);
    release(owner);
  };
  return {
    folder,
    async write(file, bytes) {
      const target = path.join(folder, file);
      const parent = path.dirname(target);
      if (!folders.has(parent)) await mkdir(parent, { recursive: true });
      folders.add(parent);
      await writeFile(target, bytes);
    },
    async publish(countries, { removeOthers } = { removeOthers: false }) {
      const places = countries.map((country) => ({
        staged: path.join(folder, country),
        site: path.join(out, country),
        resting: path.join(out, restingName(country, owner)),
      }));
      const retire = retireInto(folder, mover);
      for (const { site } of places) await requireReplaceable(site);
      for (const place of places) await replace(place, mover, retire);
      if (removeOthers) for (const site of await otherSites(out, countries)) await retire(site);
      await discard();
    },
    discard,
  };
}

/** Like a recursive `mkdir`, which in Node never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (hasCode(error, 'EEXIST') && (await stat(folder)).isDirectory()) return;
    const parent = path.dirname(folder);
    if (!hasCode(error, 'ENOENT') || parent === folder || (await isThere(parent))) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

interface Place {
  readonly staged: string;
  readonly site: string;
  readonly resting: string;
}

type Retire = (site: string) => Promise<void>;

/** Moves sites among what was staged, which goes as a whole: a kill leaves no half of a site that could be brought back. */
function retireInto(folder: string, { moveIfThere }: Mover): Retire {
  let count = 0;
  return (site) => moveIfThere(site, path.join(folder, `retired-${count++}`));
}

async function replace({ staged, site, resting }: Place, mover: Mover, retire: Retire): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await mover.moveIfThere(site, resting);
    try {
      await mover.move(staged, site);
      break;
    } catch (error) {
      // Another build has put its site there between our two renames: it rests in place of the older one.
      if (attempt < 5 && (await isThere(site))) await retire(resting);
      else {
        // Where even this fails, the next build brings it back.
        await mover.moveIfThere(resting, site).catch(() => {});
        throw error;
      }
    }
  }
  await retire(resting);
}

async function otherSites(out: string, countries: readonly string[]): Promise<readonly string[]> {
  const sites: string[] = [];
  for (const name of await readdir(out)) {
    const site = path.join(out, name);
    if (/^[a-z]{2}$/.test(name) && !countries.includes(name) && (await isBuiltSite(site))) sites.push(site);
  }
  return sites;
}
