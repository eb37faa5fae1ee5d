/** Mends the folder of the published sites after builds that were killed. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isRunning, type Owner, ownerPattern } from '../processes/owner.ts';
import { applyJournal, readJournal } from './journal.ts';
import { isThere, moverOf, remove } from './move.ts';
import { namesIn } from './names-in.ts';

export const stagedName = (owner: Owner): string => `.staged-${owner}`;
export const restingName = (country: string, owner: Owner): string => `.resting-${country}-${owner}`;

/**
 * Brings back sites that killed builds left resting, the newest of each country, ends updates that they had begun, and removes
 * what else they left behind; does nothing when there is no such folder.
 *
 * @throws the error of the file system
 */
export async function recoverOutput(out: string): Promise<void> {
  for (const { file, site } of await leftovers(out)) {
    if (site === undefined) await finishUpdate(out, file);
    else if (!(await isThere(site))) await bringBack(file, site);
    await remove(file);
  }
}

/** An update that had begun is ended: its list was whole before the first file moved. */
async function finishUpdate(out: string, staged: string): Promise<void> {
  const journal = await readJournal(staged);
  if (journal !== undefined) await applyJournal(out, staged, journal, moverOf());
}

interface Leftover {
  readonly file: string;
  /** Where it was published, when it is the copy of a site. */
  readonly site: string | undefined;
  readonly modifiedMs: number;
}

const pattern = new RegExp(`^\\.(?:staged|resting-([a-z]{2}))-(${ownerPattern})$`);

/** Newest first. */
async function leftovers(out: string): Promise<readonly Leftover[]> {
  const found: Leftover[] = [];
  for (const name of await namesIn(out)) {
    const [, country, owner] = pattern.exec(name) ?? [];
    if (owner === undefined || (await isRunning(owner))) continue;
    const file = path.join(out, name);
    const site = country === undefined ? undefined : path.join(out, country);
    // A rename does not change this time of a folder: it still tells when the site was built.
    const modifiedMs = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    found.push({ file, site, modifiedMs });
  }
  return found.toSorted((a, b) => b.modifiedMs - a.modifiedMs);
}

async function bringBack(resting: string, site: string): Promise<void> {
  try {
    await moverOf().moveIfThere(resting, site);
  } catch (error) {
    // Another build may have put a site there in the meantime.
    if (!(await isThere(site))) throw error;
  }
}
