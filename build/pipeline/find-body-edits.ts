/**
 * Finds out whether authors have changed nothing but the running text of bodies since the last build, as they mostly do.
 *
 * Such a change shows on the pages of these texts and in search alone: no other text, list or check knows more of an entry than its
 * surface. Whatever else has changed is found by planning everything.
 */
import type { CountryCode } from '../../schemas/brands.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import type { PublishedAsset } from '../model/published.ts';
import type { BuildOptions } from '../pipeline.ts';
import type { ContentList } from '../read/list-content.ts';
import type { Settings } from '../validate/settings.ts';
import type { BuildWork, FinishedBuild } from './build-work.ts';
import { type FolderJob, jobsOf, processHere } from './load-content.ts';
import { readKeptSettings } from './settings-store.ts';
import type { SiteFrame } from './site-state.ts';
import { type ContentDigest, changedFolders, type SourceIndex } from './source-index.ts';
import { surfaceOf } from './surface.ts';

export interface BodyEdits {
  /** Folders of the entries whose bodies have changed. */
  readonly folders: readonly SourcePath[];
  readonly settings: Settings;
  readonly jobs: readonly FolderJob[];
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  /** Of every site. */
  readonly frames: ReadonlyMap<CountryCode, SiteFrame>;
}

export interface EditedContent {
  readonly list: ContentList;
  readonly index: SourceIndex;
  readonly digest: ContentDigest | undefined;
  /** The last build. */
  readonly finished: FinishedBuild;
  /** Whether its sites lie there as it left them: a thread looks while the rest of the work is done. */
  readonly isUntouched: () => Promise<boolean>;
  readonly work: BuildWork;
  readonly options: BuildOptions;
}

/** More are rather the work of a program than of an author. */
const fewFolders = 20;

/** @returns nothing when there is, or may be, any other change */
export function findBodyEdits(content: EditedContent): BodyEdits | undefined {
  const { list, index, digest, finished, work, options } = content;
  const { known, folders: store } = work;
  // The sources may be known of a later build that found errors.
  if (known?.digest?.all !== finished.digest) return undefined;
  if (digest === undefined || digest.surroundings !== known.digest.surroundings) return undefined;
  const folders = changedFolders(known.index, index);
  if (folders === undefined || folders.length > fewFolders) return undefined;
  if (finished.diagnostics.some(({ file }) => folders.includes(folderOf(file as SourcePath))))
    return undefined;
  const settings = readKeptSettings(work.cacheFolder, index.settings.key, list);
  const assets = work.assets.recall(list.assets);
  const frames = framesOf(finished, work);
  if (settings === undefined || assets === undefined || frames === undefined) return undefined;
  const jobs = jobsOf(list, index);
  const isBodyAlone = (path: SourcePath): boolean => {
    const before = store.record(path, known.index.folders[path]?.key ?? '');
    const surface = before && surfaceOf(before);
    const job = jobs.find((candidate) => candidate.path === path) as FolderJob;
    return surface !== undefined && surface === surfaceOf(processHere(job, settings.forTexts, store));
  };
  if (!folders.every(isBodyAlone)) return undefined;
  options.signal?.throwIfAborted();
  return { folders, settings, jobs, assets, frames };
}

function framesOf({ sites }: FinishedBuild, work: BuildWork): BodyEdits['frames'] | undefined {
  const frames = new Map<CountryCode, SiteFrame>();
  for (const { country } of sites) {
    const frame = work.siteFrame(country);
    if (frame === undefined) return undefined;
    frames.set(country, frame);
  }
  return frames;
}
