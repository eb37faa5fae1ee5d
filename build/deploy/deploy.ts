/**
 * Publishes the newest release of a folder to a target, in an order in which no reader ever sees a page without what it needs.
 *
 * A kill at any moment leaves a site whose files are whole and whose pages work; the next deployment ends what this one began.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../cli/errors.ts';
import type { StageProgress, StageWords } from '../cli/progress.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { keptReleases } from '../model/release/kept-releases.ts';
import type { Manifest } from '../model/release/manifest.ts';
import { countOf, fieldsOf, parseJson } from '../model/release/plain-json.ts';
import { parseRecord } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { ReleasePointer, ReleaseRecord } from '../model/release/release-record.ts';
import { type CleanUp, planCleanUp } from './clean-up.ts';
import { type LiveState, type LocalReleases, readLiveState } from './live-state.ts';
import { beatEveryMs, type DeployLock, type LockRequest, lockTarget, readLastLock } from './lock.ts';
import { type DeployPlan, type Part, planDeployment, withTwins } from './plan.ts';
import { openResumeJournal, type ResumeJournal } from './resume-journal.ts';
import type { StageName } from './stages.ts';
import type { Target, Upload } from './targets/target.ts';
import { requireSources } from './verify-sources.ts';

/** What is deployed: the newest release of a folder, as it was read from there. */
export interface DeployedRelease {
  /** `releases/kg` */
  readonly folder: string;
  readonly pointer: ReleasePointer;
  /** Of the pointer. */
  readonly digest: Sha256;
  readonly record: ReleaseRecord;
  /** Exactly as its digest tells it. */
  readonly recordBytes: Uint8Array;
  readonly manifest: Manifest;
  readonly sealed: readonly Part[];
  /** Paths of the deltas and patches of the last releases. */
  readonly recentDeltas: ReadonlySet<string>;
  /** Each is published when those before are there; the last one makes the release complete. */
  readonly pointerParts: readonly (readonly Part[])[];
  readonly local: LocalReleases;
}

export interface DeployRequest {
  readonly release: DeployedRelease;
  readonly target: Target;
  readonly storedAs: 'br' | 'gzip' | undefined;
  readonly mayRemoveMuch: boolean;
  readonly lock: Omit<LockRequest, 'signal'>;
  readonly onProgress: (progress: DeployProgress) => void;
  readonly signal: AbortSignal;
}

export type DeployProgress = StageProgress<'look' | StageName | 'clean'>;

export const deployWords: StageWords<DeployProgress['stage']> = {
  look: () => 'looking at what is published',
  sealed: () => 'uploading what mirrors read',
  assets: () => 'uploading programs, drawings and parts of the search',
  media: () => 'uploading pictures and sounds',
  pages: () => 'uploading new pages',
  listings: () => 'uploading pages that have changed',
  search: () => 'uploading lists and feeds',
  pointer: () => 'making it the newest release',
  clean: () => 'removing what no release needs any more',
};

export interface DeployResult {
  /** Files of the site. */
  readonly changed: readonly string[];
  /** Files of the site that went at once. */
  readonly withdrawn: readonly string[];
  /** Whatever else went, objects among it. */
  readonly removed: readonly string[];
  /** How many files of the site wait for somebody to allow that they are removed. */
  readonly heldBack: number;
  readonly uploadedFiles: number;
  readonly uploadedBytes: number;
}

/** What a deployment would do. */
export interface DryRun {
  readonly plan: DeployPlan;
  readonly cleanUp: CleanUp;
}

/** Looks at the target and changes nothing. */
export async function planOnly(request: DeployRequest): Promise<DryRun> {
  const state = await lookAt(request);
  const last = await readLastLock(request.target, request.signal);
  return { plan: planFor(request, state), cleanUp: cleanUpFor(request, state, last?.cleanedThrough ?? 0) };
}

/** @throws EnvironmentError when another one deploys, when a newer release is there, and for whatever the target refuses */
export async function deploy(request: DeployRequest): Promise<DeployResult> {
  const { release, target, signal } = request;
  const lock = await lockTarget(target, { ...request.lock, signal });
  const cleaned = lock.before?.cleanedThrough ?? 0;
  let nextCleaned = cleaned;
  let beating: Promise<unknown> = Promise.resolve();
  const heart = setInterval(() => {
    beating = lock.beat().catch(() => {});
  }, beatEveryMs);
  try {
    const state = await lookAt(request);
    await claimSequence(request);
    await requireNewestSignature(request);
    const journal = openResumeJournal({
      folder: release.folder,
      targetName: target.name,
      release: release.digest,
      lock: lock.number,
    });
    const plan = planFor(request, state);
    const live = new Set(state.live?.manifest.files.map((file) => file.path));
    const withdrawn = [...plan.withdrawn.files, ...plan.withdrawn.objects];
    await target.remove(withTwins(withdrawn), signal);
    const uploaded = await uploadStages(request, plan, journal, lock);
    const cleanUp = cleanUpFor(request, state, cleaned);
    await lock.requireHeld();
    request.onProgress({ stage: 'clean' });
    const removed = [
      ...cleanUp.pages,
      ...cleanUp.sealed,
      ...(await oldDeltas(request, withdrawn.length > 0)),
    ];
    await target.remove(withTwins(removed), signal);
    nextCleaned = cleanUp.cleanedThrough;
    journal.end();
    return {
      changed: plan.changed,
      withdrawn: plan.withdrawn.files.filter((name) => live.has(name)),
      removed: [...plan.withdrawn.objects, ...removed],
      heldBack: cleanUp.heldBack,
      ...uploaded,
    };
  } finally {
    clearInterval(heart);
    await beating;
    // A lock that is not freed is one that the next deployment has to wait for, and no more.
    await lock.free(nextCleaned).catch(() => {});
  }
}

async function lookAt({ release, target, signal, onProgress }: DeployRequest): Promise<LiveState> {
  onProgress({ stage: 'look' });
  const state = await readLiveState(target, release.local, keptReleases + olderReleases, signal);
  const { live, liveRecord } = state;
  if (live === undefined || liveRecord === undefined) return state;
  if (live.record.country !== release.record.country)
    throw new EnvironmentError(
      `${target.name} has the site of "${live.record.country}", and this is a release of "${release.record.country}". Choose another target.`,
    );
  if (live.record.sequence > release.record.sequence)
    throw new EnvironmentError(
      `${target.name} has release ${live.record.sequence}, which is newer than ${release.record.sequence}. To bring back an older state use "npm run rollback"; to go on from what is published: npm run release -- … --published ${target.name}.`,
    );
  await requireSameLine(release, { sequence: live.record.sequence, digest: liveRecord }, target);
  return state;
}

/**
 * A release goes on from the one that is live, through all that came between: a computer that has not heard of it would put back what
 * others have corrected, or withdrawn.
 */
async function requireSameLine(
  { record, recordBytes, local }: DeployedRelease,
  live: { readonly sequence: number; readonly digest: Sha256 },
  target: Target,
): Promise<void> {
  const wanted = live.digest;
  let digest = sha256(recordBytes);
  let current: ReleaseRecord | undefined = record;
  while (digest !== wanted && current?.previous !== undefined && current.sequence > live.sequence) {
    digest = current.previous.sha256;
    const bytes: Uint8Array | undefined = await local.readRecord(current.previous.sequence);
    current = bytes !== undefined && sha256(bytes) === digest ? parseRecord(bytes) : undefined;
  }
  if (digest !== wanted)
    throw new EnvironmentError(
      `${target.name} has release ${live.sequence}, which was made elsewhere and which this one does not go on from: what was corrected or withdrawn there would come back. Go on from it: npm run release -- … --published ${target.name}.`,
    );
}

/**
 * What was signed anew elsewhere is newer, although the release is not: a mirror that has seen it takes nothing older.
 */
async function requireNewestSignature({ release, target, signal }: DeployRequest): Promise<void> {
  const published = await target.read(releasePaths.timestamp, signal);
  if (published === undefined) return;
  const own = await readFile(path.join(release.folder, releasePaths.timestamp));
  const [there, here] = [published, own].map(versionOf) as [number, number];
  if (here > there || own.equals(published)) return;
  throw new EnvironmentError(
    `What is published at ${target.name} was signed anew elsewhere, and mirrors would refuse what is signed here. Go on from it: npm run keys -- renew --country ${release.record.country} --from ${release.folder} --published ${target.name}; then deploy again.`,
  );
}

/** What cannot be read is older than anything. */
function versionOf(timestamp: Uint8Array): number {
  try {
    const { signed } = fieldsOf(parseJson(timestamp), 'it');
    return countOf(fieldsOf(signed, 'signed').version, 'version');
  } catch {
    return 0;
  }
}

/** So many that are no longer kept are looked at, for what can go with them. */
const olderReleases = 10;

/** Of two releases of the same number that were made apart only one can be published. */
async function claimSequence({ release, target, signal }: DeployRequest): Promise<void> {
  const name = releasePaths.record(release.record.sequence);
  const json = 'application/json; charset=utf-8';
  if (await target.create(name, release.recordBytes, json, signal)) return;
  const there = await target.read(name, signal);
  if (there !== undefined && Buffer.compare(there, release.recordBytes) === 0) return;
  throw new EnvironmentError(
    `${target.name} has another release ${release.record.sequence}, made elsewhere. Go on from it: npm run release -- … --published ${target.name}.`,
  );
}

const planFor = ({ release, target, storedAs }: DeployRequest, state: LiveState): DeployPlan =>
  planDeployment({
    folder: release.folder,
    manifest: release.manifest,
    state,
    servesTwins: target.servesTwins,
    storedAs,
    // A release that is complete there has all of them.
    sealed: state.live?.record.sequence === release.record.sequence ? [] : release.sealed,
    pointer: release.pointerParts,
    withdrawn: new Set(release.pointer.withdrawn.digests),
  });

const cleanUpFor = (
  { release, lock, mayRemoveMuch }: DeployRequest,
  { live, begun, earlier }: LiveState,
  cleanedThrough: number,
): CleanUp =>
  planCleanUp({
    earlier: [...(live === undefined ? [] : [live]), ...begun, ...earlier].filter(
      ({ record }) => record.sequence < release.record.sequence,
    ),
    current: release,
    cleanedThrough,
    nowMs: lock.now().getTime(),
    mayBeMuch: mayRemoveMuch,
  });

async function uploadStages(
  request: DeployRequest,
  { stages }: DeployPlan,
  journal: ResumeJournal,
  lock: DeployLock,
): Promise<{ readonly uploadedFiles: number; readonly uploadedBytes: number }> {
  const { target, signal, onProgress } = request;
  let [uploadedFiles, uploadedBytes] = [0, 0];
  for (const { name, batches, staleTwins } of stages) {
    const open = batches.map((batch) => batch.filter((file) => !journal.has(file.path)));
    const total = bytesOf(open.flat());
    let done = 0;
    for (const batch of open) {
      if (batch.length === 0) continue;
      await lock.requireHeld();
      await requireSources(batch);
      await target.write(
        batch,
        (file) => {
          // What makes it the newest release may be signed anew before the next attempt.
          if (name !== 'pointer') journal.add(file.path);
          done += file.bytes;
          uploadedFiles++;
          onProgress({ stage: name, done, total, unit: 'bytes' });
        },
        signal,
      );
    }
    if (staleTwins.length > 0) await target.remove(staleTwins, signal);
    uploadedBytes += total;
  }
  return { uploadedFiles, uploadedBytes };
}

const bytesOf = (files: readonly Upload[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Deltas to releases before lead nowhere any more; a mirror may be reading those to the last ones. After a withdrawal all go, since a
 * patch may hold what was withdrawn.
 */
async function oldDeltas(
  { release, target, signal }: DeployRequest,
  afterWithdrawal: boolean,
): Promise<readonly string[]> {
  const wanted = new Set(release.sealed.map((part) => part.path));
  const found = [...(await target.list('deltas/', signal)), ...(await target.list('patches/', signal))];
  return found.filter((name) => !wanted.has(name) && (afterWithdrawal || !release.recentDeltas.has(name)));
}
