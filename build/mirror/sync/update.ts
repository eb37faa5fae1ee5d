/** The steps of a synchronisation, in the order that keeps a whole release served at any moment. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fetchObjects } from '../fetch/fetch-objects.ts';
import type { MirrorPaths } from '../folder/mirror-paths.ts';
import { readState, writeState } from '../folder/state.ts';
import { surveyManifest } from '../manifest/survey-manifest.ts';
import { buildSite } from './build-site.ts';
import { cleanUp, wholeReleases } from './clean-up.ts';
import { type KeptRelease, readCurrent, readKept } from './kept-releases.ts';
import { type LearntRelease, learnNewest } from './learn-newest.ts';
import { linkFiles, openLinked } from './link-files.ts';
import type { MirrorLock } from './lock.ts';
import { collectMissing, objectsHere } from './objects-here.ts';
import { type ObtainedDelta, obtainDelta } from './obtain-delta.ts';
import { obtainManifest, type ReleaseParts } from './obtain-manifest.ts';
import { type ObtainedRecord, obtainRecord } from './obtain-record.ts';
import { tellServed } from './report-state.ts';
import { addSealedParts, type SealedParts } from './sealed-parts.ts';
import { switchTo } from './switch.ts';
import type { SyncRequest, SyncResult } from './sync.ts';
import { removeWithdrawn } from './withdraw.ts';

/** @throws EnvironmentError */
export async function update(request: SyncRequest, lock: MirrorLock): Promise<SyncResult> {
  const { paths, onProgress } = request;
  onProgress({ stage: 'trust' });
  const current = await readCurrent(paths);
  const newest = await learnNewest(request, current);
  try {
    return await take(request, newest, current, lock);
  } catch (error) {
    // What must go does not wait for what is to come.
    const kept = current === undefined ? [] : await wholeReleases(paths, current.sequence);
    await removeWithdrawn(paths, kept, newest.pointer.withdrawn);
    throw error;
  }
}

async function take(
  request: SyncRequest,
  newest: LearntRelease,
  current: KeptRelease | undefined,
  lock: MirrorLock,
): Promise<SyncResult> {
  const { paths, configuration, onProgress } = request;
  const { pointer } = newest;
  const isNew = current?.sequence !== pointer.sequence;
  const list = await obtainList(request, newest, current);
  const fetched = await fetchMissing(request, newest, list, isNew ? undefined : current?.folder);
  await lock.requireHeld();
  const parts: SealedParts = {
    pointer,
    signed: newest.signed,
    pointerBytes: newest.trust.pointer,
    record: list.bytes,
    manifest: list.manifest,
    delta: list.delta,
    before: current,
  };
  const linked = await (isNew ? takeNew : mend)(request, parts, list, fetched.isAllLinked);
  if (isNew) {
    await lock.requireHeld();
    await switchTo(paths, pointer.sequence);
  }
  const served = await tellServed(request, newest, list.record);
  onProgress({ stage: 'clean' });
  const { objects, patched } = fetched;
  const { sequence } = pointer;
  const { keptReleases } = configuration;
  if (objects + linked > 0 || !(await isCleaned(request, sequence))) {
    await cleanUp(paths, sequence, keptReleases, pointer.withdrawn);
    await writeState(paths, { ...(await readState(paths)), cleaned: { sequence, keptReleases } });
  }
  return { current: served, isNew, linked, objects, patched };
}

/** Then nothing has come since that could be removed. */
async function isCleaned(
  { paths, configuration: { keptReleases } }: SyncRequest,
  sequence: number,
): Promise<boolean> {
  const { cleaned } = await readState(paths);
  return cleaned?.sequence === sequence && cleaned.keptReleases === keptReleases;
}

interface ReleaseList extends ObtainedRecord {
  /** Where the manifest lies. */
  readonly manifest: string;
  readonly delta: ObtainedDelta | undefined;
}

async function obtainList(
  { paths, onProgress, warn, signal }: SyncRequest,
  { pointer, sources }: LearntRelease,
  current: KeptRelease | undefined,
): Promise<ReleaseList> {
  const parts: ReleaseParts = {
    pointer,
    incoming: paths.incoming,
    sources,
    onProgress: (done) => onProgress({ stage: 'list', done, unit: 'bytes' }),
    warn,
    signal,
  };
  const others = (await readKept(paths)).filter(({ sequence }) => sequence !== current?.sequence);
  const kept = current === undefined ? others : [current, ...others];
  const record = await obtainRecord(current, parts);
  const delta = current?.sequence === pointer.sequence ? undefined : await obtainDelta(kept, parts);
  return { ...record, delta, manifest: await obtainManifest(kept, delta, parts) };
}

/**
 * Looks the list through, and fetches what is not here.
 *
 * @param site whose files are looked for
 */
async function fetchMissing(
  { paths, configuration, onProgress, warn, signal }: SyncRequest,
  { pointer, sources }: LearntRelease,
  { record, manifest, delta }: ReleaseList,
  site: string | undefined,
): Promise<Pick<SyncResult, 'objects' | 'patched'> & { readonly isAllLinked: boolean }> {
  const missing = collectMissing(objectsHere(paths));
  const isLinked = site === undefined ? () => false : openLinked(site);
  let isAllLinked = true;
  surveyManifest(manifest, pointer, record, (file) => {
    missing.add(file);
    isAllLinked &&= isLinked(file);
  });
  const wanted = missing.list();
  await removeStale(paths, [
    pointer.manifest.sha256,
    ...(delta === undefined ? [] : [delta.sha256, delta.delta.pack?.sha256]),
    ...wanted.map(({ sha256 }) => sha256),
  ]);
  if (wanted.length === 0) return { objects: 0, patched: 0, isAllLinked };
  const fetched = await fetchObjects({
    paths,
    sources,
    wanted,
    ...(delta !== undefined && { patches: { delta: delta.delta } }),
    mostConnections: configuration.mostConnections,
    onProgress: (done, total) => onProgress({ stage: 'fetch', done, total, unit: 'bytes' }),
    warn,
    signal,
  });
  return { ...fetched, isAllLinked };
}

/** What a synchronisation before has begun to fetch, and nobody wants any more. */
async function removeStale(
  { incoming }: MirrorPaths,
  wanted: readonly (string | undefined)[],
): Promise<void> {
  const digests = new Set(wanted);
  for (const name of await readdir(incoming))
    if (!digests.has(name.slice(0, 64)))
      await rm(path.join(incoming, name), { recursive: true, force: true });
}

async function takeNew(
  { paths, onProgress, signal }: SyncRequest,
  parts: SealedParts,
  { record }: ReleaseList,
): Promise<number> {
  const total = record.counts.files;
  return buildSite(paths, parts, {
    onProgress: (done) => onProgress({ stage: 'link', done, total }),
    signal,
  });
}

/** Adds what the site that is served has lost, and what was signed anew. */
async function mend(
  { paths, signal }: SyncRequest,
  parts: SealedParts,
  _: ReleaseList,
  isAllLinked: boolean,
): Promise<number> {
  const folder = parts.before?.folder ?? '';
  const { manifest } = parts;
  const linked = isAllLinked
    ? 0
    : await linkFiles({ paths, manifest, folder, isFresh: false, onProgress: () => {}, signal });
  await addSealedParts(folder, paths, parts);
  return linked;
}
