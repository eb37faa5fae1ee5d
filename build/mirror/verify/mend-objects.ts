/**
 * Brings contents back that are missing or damaged: from a site that still has them, from their compressed copies, and only then over
 * the line.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../../cli/errors.ts';
import type { Sha256 } from '../../model/paths.ts';
import type { ManifestFile } from '../../model/release/manifest.ts';
import { fetchObjects } from '../fetch/fetch-objects.ts';
import { objectFile, twinSuffixes } from '../folder/mirror-paths.ts';
import { readManifestFiles } from '../manifest/read-manifest.ts';
import { unpackFile } from '../objects/recode.ts';
import { marksOf } from './check-objects.ts';
import { marks } from './digest-table.ts';
import { onlyLooked } from './faults.ts';
import { kindAt, placeLink, placeWith } from './place-file.ts';
import { digestOf } from './read-digest.ts';
import type { Job, ProvenSite } from './verification.ts';

/** After it `job.contents` marks as true what can be linked into the sites. */
export async function mendObjects(job: Job, sites: readonly ProvenSite[]): Promise<void> {
  const { contents, log, repairs, paths } = job;
  const needed = new Set(contents.where(0, marks.isTrue));
  if (needed.size === 0) return;
  const what = (sha256: Sha256): string =>
    contents.is(sha256, marks.isDamaged) ? 'damaged: it does not hold what its name says' : 'missing';
  if (!repairs) {
    for (const sha256 of needed) log.left(`objects/${sha256}`, what(sha256), onlyLooked);
    return;
  }
  const wanted: ManifestFile[] = [];
  for (const file of linesOf(sites, needed)) {
    const done = (await fromSites(job, sites, file)) ?? (await fromTwins(job, file));
    if (done === undefined) wanted.push(file);
    else {
      contents.mark(file.sha256, marks.isTrue);
      log.mended(`objects/${file.sha256}`, what(file.sha256), done);
    }
  }
  const why = await fetchAll(job, wanted);
  for (const { sha256 } of wanted) {
    const isThere = (await kindAt(objectFile(paths, sha256))) === 'file';
    if (isThere) log.mended(`objects/${sha256}`, what(sha256), 'fetched again');
    else log.left(`objects/${sha256}`, what(sha256), why);
    if (!isThere) continue;
    contents.mark(sha256, marks.isTrue);
    for (const suffix of twinSuffixes)
      if ((await kindAt(objectFile(paths, sha256, suffix))) === 'file')
        contents.mark(sha256, marksOf[suffix].isTrue);
  }
}

/** Finds the manifests' lines of some contents, one for each. */
function linesOf(sites: readonly ProvenSite[], needed: ReadonlySet<Sha256>): readonly ManifestFile[] {
  const found = new Map<Sha256, ManifestFile>();
  for (const { manifest } of sites)
    for (const file of readManifestFiles(manifest)) if (needed.has(file.sha256)) found.set(file.sha256, file);
  return [...found.values()];
}

/** @returns what was done; nothing where no site has it */
async function fromSites(
  { paths }: Job,
  sites: readonly ProvenSite[],
  { path: sitePath, sha256 }: ManifestFile,
): Promise<string | undefined> {
  for (const { folder, label } of sites) {
    const file = path.join(folder, sitePath);
    if ((await kindAt(file)) !== 'file') continue;
    if ((await digestOf(file)) !== sha256) continue;
    await placeLink(paths, file, objectFile(paths, sha256));
    return `linked anew from ${label}/${sitePath}`;
  }
  return undefined;
}

async function fromTwins(
  { paths, contents }: Job,
  { sha256, bytes }: ManifestFile,
): Promise<string | undefined> {
  const suffix = twinSuffixes.find((one) => contents.is(sha256, marksOf[one].isTrue));
  if (suffix === undefined) return undefined;
  await placeWith(paths, objectFile(paths, sha256), async (fresh) => {
    await unpackFile(objectFile(paths, sha256, suffix), fresh, suffix, bytes);
  });
  return 'made again from its compressed copy';
}

/** @returns why some of them may not have come */
async function fetchAll(job: Job, wanted: readonly ManifestFile[]): Promise<string> {
  const { paths, sources, mostConnections, onProgress, warn, signal } = job;
  for (const { sha256 } of wanted)
    for (const suffix of ['', ...twinSuffixes] as const)
      if (!job.contents.is(sha256, marksOf[suffix].isTrue))
        await rm(objectFile(paths, sha256, suffix), { recursive: true, force: true });
  if (wanted.length === 0) return '';
  if (sources.length === 0) return 'removed; there is no upstream to fetch it from';
  try {
    await fetchObjects({
      paths,
      sources,
      wanted,
      mostConnections,
      onProgress: (done, total) => onProgress({ stage: 'fetch', done, total, unit: 'bytes' }),
      warn,
      signal,
    });
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return `removed, and not fetched again: ${error.message}`;
  }
  return 'removed, and it did not come';
}
