/**
 * Writes sites beside the published ones and moves them into place: whole sites when they are complete, or into a published
 * site the files of it that have changed.
 *
 * A kill at any moment leaves whole files: either the old site, or the new one, or (between two renames) the old one under its
 * resting name, from which the next build brings it back; or, of an update, old and new files side by side, and the list with
 * which the next build ends it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { hasCode } from '../cli/errors.ts';
import type { OutputPath } from '../model/paths.ts';
import { claim, release } from '../processes/owner.ts';
import { isBuiltSite, requireReplaceable } from './built-site.ts';
import { applyJournal, writeJournal } from './journal.ts';
import { isThere, type Mover, moverOf, type Rename, remove } from './move.ts';
import { recoverOutput, restingName, stagedName } from './recover.ts';
import { changedFiles } from './staged-files.ts';

export interface Staging {
  /** Where the new sites grow; holds one folder for each country. */
  readonly folder: string;
  write(file: OutputPath, bytes: Uint8Array): void;
  /**
   * Puts the sites of these countries, whole, into the place of the published ones, and discards the rest.
   *
   * @throws EnvironmentError, before anything is moved, when a folder with the name of a country is not a built site
   */
  publish(countries: readonly CountryCode[], options?: PublishOptions): Promise<void>;
  /**
   * Moves what was staged for these countries into their published sites, file by file, and removes `gone` from them.
   *
   * @returns the files that are new or differ from the published ones
   */
  update(countries: readonly CountryCode[], gone: readonly OutputPath[]): Promise<readonly OutputPath[]>;
  /** Removes what was staged; harmless after `publish`. */
  discard(): Promise<void>;
}

export interface PublishOptions {
  /** Built sites of any other country leave, as those that have left the content must; without it all others stay. */
  readonly keepOnly?: readonly CountryCode[];
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
    // Not by promises: each of the ten thousand small files would wait for a thread three times.
    write(file, bytes) {
      const target = path.join(folder, file);
      const parent = path.dirname(target);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(target, bytes);
    },
    async publish(countries, { keepOnly } = {}) {
      const places = countries.map((country) => ({
        staged: path.join(folder, country),
        site: path.join(out, country),
        resting: path.join(out, restingName(country, owner)),
      }));
      const retire = retireInto(folder, mover);
      for (const { site } of places) await requireReplaceable(site);
      for (const place of places) await replace(place, mover, retire);
      if (keepOnly !== undefined) for (const site of await otherSites(out, keepOnly)) await retire(site);
      await discard();
    },
    async update(countries, gone) {
      const puts = await changedFiles(out, folder, countries);
      const journal = { puts, deletes: gone };
      if (puts.length + gone.length === 0) return puts;
      await writeJournal(folder, journal);
      await applyJournal(out, folder, journal, mover);
      return puts;
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
