/**
 * Compares a kept site with its manifest, both in the order of paths, so that neither is held as a whole: what is missing, what is not
 * what it should be, and what nobody named.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ManifestFile } from '../../model/release/manifest.ts';
import { checkFile, lackFile } from './check-file.ts';
import { expectedFiles } from './expected-files.ts';
import { onlyLooked } from './faults.ts';
import { checkSiteLinks } from './site-links.ts';
import type { Job, ProvenSite } from './verification.ts';
import { type Found, walk } from './walk.ts';
import { createWorkPool } from './work-pool.ts';

/** @param files of the manifest that may be there, in their order */
export async function checkSite(job: Job, site: ProvenSite, files: Iterable<ManifestFile>): Promise<void> {
  const pool = createWorkPool();
  const links = await checkSiteLinks(job, site);
  const expected = expectedFiles(files, [...site.settled, ...links].sort());
  let next = expected.next();
  /** Folders that stood in the place of files, which are there now. */
  const replaced = new Set<string>();
  const lack = async (): Promise<void> => {
    if (next.done !== true && next.value.suffix !== 'settled' && (await lackFile(job, site, next.value)))
      replaced.add(`${next.value.path}/`);
    next = expected.next();
  };
  let steps = 0;
  for (const found of walk(
    site.folder,
    (folder) => next.done !== true && next.value.path.startsWith(folder),
  )) {
    // Interruptions and progress have their turn.
    if (++steps % 500 === 0) await setImmediate();
    job.signal.throwIfAborted();
    while (next.done !== true && next.value.path < found.path) await lack();
    const isExpected = next.done !== true && next.value.path === found.path;
    if (isExpected && next.done !== true) {
      if (next.value.suffix !== 'settled') await checkFile(job, site, next.value, found, pool);
      next = expected.next();
    } else if (!isOnTheWay(found, next) && !replaced.has(found.path)) await removeSurplus(job, site, found);
  }
  while (next.done !== true) await lack();
  await pool.end();
}

const isOnTheWay = (
  { path: folder, kind }: Found,
  next: IteratorResult<{ readonly path: string }>,
): boolean => kind === 'folder' && next.done !== true && next.value.path.startsWith(folder);

async function removeSurplus(
  { log, repairs }: Job,
  { folder, label }: ProvenSite,
  found: Found,
): Promise<void> {
  const shown = `${label}/${found.path}`;
  const what = `surplus: ${kindWords[found.kind]} that the manifest does not name`;
  if (!repairs) return log.left(shown, what, onlyLooked);
  // A symbolic link is removed itself, and not what it leads to.
  await rm(path.join(folder, found.path.replace(/\/$/, '')), { recursive: true });
  log.mended(shown, what, 'removed');
}

const kindWords: Readonly<Record<Found['kind'], string>> = {
  file: 'a file',
  folder: 'a folder',
  link: 'a symbolic link',
  other: 'something',
};
