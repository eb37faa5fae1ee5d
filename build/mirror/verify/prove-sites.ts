/** Follows from the trusted root to the manifest of each kept site, and mends what leads there. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { releasePaths } from '../../model/release/release-paths.ts';
import { namesIn } from '../../output/names-in.ts';
import { parseTimestamp } from '../../trust/metadata.ts';
import { siteFolder } from '../folder/mirror-paths.ts';
import { servedSequence } from '../folder/served-sequence.ts';
import { checkSealed } from './check-sealed.ts';
import { onlyLooked } from './faults.ts';
import type { Withdrawal } from './kept-files.ts';
import { placeBytes } from './place-file.ts';
import { type Proof, prove } from './prove-site.ts';
import type { Job, ProvenSite } from './verification.ts';

export interface ProvenSites {
  /** The newest first. */
  readonly sites: readonly ProvenSite[];
  readonly withdrawn: Withdrawal;
  /** Which of them is served; nothing where `current` leads to none of them. */
  readonly served: number | undefined;
  /** Then it is not known which contents are needed. */
  readonly areSomeUnproven: boolean;
}

export async function proveSites(job: Job, root: Uint8Array): Promise<ProvenSites> {
  const { paths } = job;
  const numbers = (await namesIn(paths.sites)).filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  const sequences = numbers.sort((a, b) => b - a);
  const served = await servedSequence(paths.current);
  const accepted = new Map<string, Uint8Array>();
  const believed = await prove(paths.trust, root, (name, bytes) => void accepted.set(name, bytes));
  const sites: ProvenSite[] = [];
  let newest: Proof | undefined = typeof believed === 'string' ? undefined : believed;
  let areSomeUnproven = false;
  for (const sequence of sequences) {
    const [folder, label] = [siteFolder(paths, sequence), `sites/${sequence}`];
    const proof =
      typeof believed !== 'string' && believed.pointer.sequence === sequence
        ? believed
        : await prove(folder, root);
    if (typeof proof === 'string' || proof.pointer.sequence !== sequence) {
      const why =
        typeof proof === 'string' ? proof : `Its signed pointer is of release ${proof.pointer.sequence}.`;
      areSomeUnproven ||= !(await dropUnproven(job, { folder, label, why, isServed: sequence === served }));
      continue;
    }
    newest ??= proof;
    const settled = await checkSealed(job, { label, folder, proof, root: newestRoot(proof, root) });
    const manifest = releasePaths.manifest(proof.pointer.manifest.sha256);
    if (settled.right.has(manifest))
      sites.push({ sequence, label, folder, manifest: path.join(folder, manifest), settled: settled.paths });
    else areSomeUnproven = true;
  }
  if (typeof believed === 'string' && sequences.length > 0 && !isAhead(accepted, newest))
    await mendTrust(job, believed, newest);
  const { digests = [], paths: gone = [] } = newest?.pointer.withdrawn ?? {};
  return {
    sites,
    withdrawn: { digests: new Set(digests), paths: new Set(gone) },
    served: sites.some(({ sequence }) => sequence === served) || areSomeUnproven ? served : undefined,
    areSomeUnproven,
  };
}

/** @returns whether it is gone: what is not served and cannot be proven is of no use */
async function dropUnproven(
  { log, repairs }: Job,
  site: { readonly folder: string; readonly label: string; readonly why: string; readonly isServed: boolean },
): Promise<boolean> {
  const [shown, what] = [`${site.label}/`, `not proven: ${site.why}`];
  if (!repairs) log.left(shown, what, onlyLooked);
  else if (site.isServed)
    log.left(shown, what, 'none of its files could be looked through. Run: mirror sync, then mirror verify');
  else {
    await rm(site.folder, { recursive: true });
    log.mended(shown, what, 'removed: it is an earlier release, and not served');
    return true;
  }
  return false;
}

/**
 * Whether a newer timestamp was accepted, and what it names did not come: that is no damage, and whoever went back from it could be led
 * to something older (The Update Framework, 5.4.3).
 */
function isAhead(accepted: ReadonlyMap<string, Uint8Array>, newest: Proof | undefined): boolean {
  const [here, there] = [accepted, newest?.files].map((files) => files?.get(releasePaths.timestamp));
  return here !== undefined && there !== undefined && timestampVersion(here) > timestampVersion(there);
}

const timestampVersion = (bytes: Uint8Array): number =>
  parseTimestamp(bytes, releasePaths.timestamp).signed.version;

/** What was believed last is damaged; what the newest kept site was proven with takes its place. */
async function mendTrust(
  { paths, log, repairs }: Job,
  why: string,
  newest: Proof | undefined,
): Promise<void> {
  const [shown, what] = ['trust/', `damaged: ${why}`];
  if (!repairs) return log.left(shown, what, onlyLooked);
  if (newest === undefined)
    return log.left(shown, what, 'there is nothing to mend it from. Run: mirror sync');
  for (const [name, bytes] of newest.files) await placeBytes(paths, bytes, path.join(paths.trust, name));
  log.mended(shown, what, `written again, as of release ${newest.pointer.sequence}`);
}

/** The last one that was followed to. */
function newestRoot({ files }: Proof, root: Uint8Array): Uint8Array {
  const followed = [...files].filter(([name]) => name.endsWith('.root.json'));
  return followed.at(-1)?.[1] ?? root;
}
