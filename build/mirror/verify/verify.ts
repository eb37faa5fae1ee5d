/**
 * Proves that a mirror is whole and holds nothing else, from the trusted root on, and mends what it can.
 *
 * Each content is read once, in `objects/`; a site is right where its files are links to contents that are. Memory does not grow with
 * the files but for some bytes each: manifests are read line by line, and beside their sorted lines the folders are walked.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { namesIn } from '../../output/names-in.ts';
import type { MirrorConfiguration } from '../folder/configuration.ts';
import { readState, writeState } from '../folder/state.ts';
import { healthOf, instantOf } from '../health/health.ts';
import { healthFiles, writeHealth } from '../health/write-health.ts';
import { ownCommand } from '../program/this-program.ts';
import { checkObjects } from './check-objects.ts';
import { checkSite } from './check-site.ts';
import { DigestTable } from './digest-table.ts';
import { createFaultLog, type FaultLog, onlyLooked } from './faults.ts';
import { contentsOf, keptFiles } from './kept-files.ts';
import { mendObjects } from './mend-objects.ts';
import { mendTwins } from './mend-twins.ts';
import { proveSites } from './prove-sites.ts';
import { checkLink } from './site-links.ts';
import type { Job, VerifyRequest } from './verification.ts';

export interface Verification {
  /** Of the site that is served, as its manifest names them. */
  readonly files: number;
  /** Kept releases that were looked through. */
  readonly releases: readonly number[];
  readonly faults: Pick<FaultLog, 'total' | 'unmended' | 'listed'>;
}

/**
 * Whoever calls it holds the lock of the mirror. What was found is noted in its state and in its health.
 *
 * @throws EnvironmentError where nothing can be proven: there is no root, or a manifest of another version
 */
export async function verifyMirror(
  request: VerifyRequest & { readonly configuration: MirrorConfiguration; readonly now: () => Date },
): Promise<Verification> {
  const { paths, onProgress } = request;
  const log = createFaultLog();
  const job: Job = { ...request, log, contents: new DigestTable() };
  const root = await readRoot(paths.root);
  await mkdir(paths.objects, { recursive: true });
  const { sites, withdrawn, served, areSomeUnproven } = await proveSites(job, root);
  const totals = await understood(() => contentsOf(job.contents, sites, withdrawn));
  const state = await readState(paths);
  const isBehind = (state.newest?.sequence ?? 0) > (state.current?.sequence ?? 0);
  await checkObjects(job, {
    // Without any site nobody knows what is not needed.
    areOthersAwaited: isBehind || areSomeUnproven || sites.length === 0,
    withdrawn: withdrawn.digests,
    totalBytes: totals.bytes,
  });
  await mendObjects(job, sites);
  await mendTwins(job);
  let done = 0;
  for (const site of sites)
    await checkSite(
      job,
      site,
      keptFiles(site, withdrawn, () => onProgress({ stage: 'sites', done: ++done, total: totals.files })),
    );
  await checkServed(job, served, sites[0]?.sequence);
  await checkHealthFolder(job);
  const files = totals.ofSite.get(served ?? sites[0]?.sequence ?? 0) ?? 0;
  // Nothing has been proven of a mirror that has nothing.
  if (sites.length > 0 || log.total > 0) await note(request, files, log.unmended);
  return { files, releases: sites.map(({ sequence }) => sequence), faults: log };
}

async function readRoot(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    throw new EnvironmentError(
      `${file} is missing: without a trusted root nothing can be proven. Make another mirror in an empty folder, with the fingerprint that the publishers have given to you (${ownCommand} init), and copy its root.json here.`,
    );
  }
}

async function understood<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new EnvironmentError(
      `A signed list of files cannot be read: ${error.message}. A newer version of this program may be needed.`,
    );
  }
}

/** @param served what the link leads to; @param newest of the proven sites */
async function checkServed(job: Job, served: number | undefined, newest: number | undefined): Promise<void> {
  const target = served ?? newest;
  if (target !== undefined)
    await checkLink(job, { file: job.paths.current, shown: 'current', target: `sites/${target}` });
}

/** It is served as well. */
async function checkHealthFolder({ paths, log, repairs }: Job): Promise<void> {
  const own = Object.values<string>(healthFiles);
  for (const name of await namesIn(paths.health)) {
    if (own.includes(name.replace(/\.new~$/, ''))) continue;
    const [shown, what] = [`health/${name}`, 'surplus: nothing of this mirror is called so'];
    if (repairs) {
      await rm(path.join(paths.health, name), { recursive: true });
      log.mended(shown, what, 'removed');
    } else log.left(shown, what, onlyLooked);
  }
}

async function note(
  { paths, configuration, now }: Parameters<typeof verifyMirror>[0],
  files: number,
  faults: number,
): Promise<void> {
  const at = now();
  const state = { ...(await readState(paths)), verified: { at: instantOf(at), files, faults } };
  await writeState(paths, state);
  await writeHealth(paths, healthOf(state, configuration, at));
}
