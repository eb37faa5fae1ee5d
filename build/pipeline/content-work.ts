/**
 * What is worked with to know the content: a cache that one process at a time uses, processes that share the work, and what is known
 * since the last time.
 */
import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeCached } from '../cache/cached-file.ts';
import { lockCache } from '../cache/lock.ts';
import type { CountryFolders } from '../model/content-folders.ts';
import type { SourcePath } from '../model/paths.ts';
import { addressOf } from '../processes/own-program.ts';
import { openPool, type Pool } from '../processes/pool.ts';
import { type ContentList, listContent } from '../read/list-content.ts';
import type { Settings } from '../validate/settings.ts';
import { type AssetIndex, type AssetStore, openAssetStore } from './asset-store.ts';
import type { BuildJobs, WorkerSetup } from './build-worker.ts';
import { type FolderStore, openFolderStore } from './folder-store.ts';
import { indexAndProcess, indexContent, type LoadOptions } from './load-content.ts';
import { bundlePrograms, type OwnPrograms } from './own-files.ts';
import { programKey } from './program-key.ts';
import type { OnProgress } from './progress.ts';
import { keepSettings } from './settings-store.ts';
import { readJson } from './site-store.ts';
import { type ContentDigest, contentDigest, type SourceIndex } from './source-index.ts';

export interface ContentWork {
  readonly cacheFolder: string;
  /** Digest of the program. */
  readonly program: string;
  readonly assets: AssetStore;
  /** Lists the content. */
  list(contentFolder: string, countryFolders?: CountryFolders): ContentList;
  /** What has changed of the content since the last time. */
  index(list: ContentList): SourceIndex;
  /** Nothing, while a file is so new that it may change unseen. */
  digest(list: ContentList, index: SourceIndex): ContentDigest | undefined;
  /** The content as it was found the last time. */
  readonly known: KnownSources | undefined;
  readonly folders: FolderStore;
  loadOptions(list: ContentList, index: SourceIndex): LoadOptions;
  /** Processes that share the work, started when they are first needed. */
  pool(): Pool<BuildJobs>;
  /** Bundles our own programs: in a process that has nothing else to do, where there are some. */
  programs(): Promise<OwnPrograms>;
  keepSources(index: SourceIndex, digest: ContentDigest | undefined): void;
  keepSettings(index: SourceIndex, settings: Settings): void;
  /** Removes from the cache what the content no longer has. */
  forgetUnused(index: SourceIndex): void;
  close(): Promise<void>;
}

export interface KnownSources {
  readonly index: SourceIndex;
  readonly assets: AssetIndex;
  readonly digest?: ContentDigest;
}

export interface ContentWorkOptions {
  /** Make everything anew, whatever is kept. */
  readonly clean?: boolean;
  /** `false` leaves out what is said of texts without faults, see `quality/`; what is kept is then without it. */
  readonly quality?: boolean;
  /** Whether the processes that share the work will make pages, too; a preview makes each when it is asked for. */
  readonly makesPages?: boolean;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Fewer texts are processed sooner than processes start. */
const fewTexts = 150;
/** As many as keep the processes busy without holding up each other at the end. */
const foldersPerJob = 12;
/** More processes take more memory, and the machines of ministries have two cores. */
const mostProcesses = 4;
/** File systems tell times to 2 s at worst (FAT). */
const clockGrainMs = 2000;

/** @throws the reason of the signal; the error of the file system */
export async function openContentWork(
  cacheFolder: string,
  { clean = false, quality = true, makesPages = false, onProgress = () => {}, signal }: ContentWorkOptions,
): Promise<ContentWork> {
  const lock = await lockCache(cacheFolder, () => onProgress({ stage: 'waiting' }), signal);
  if (clean) await emptyCache(cacheFolder);
  const program = programKey();
  const trustedBeforeMs = Date.now() - clockGrainMs;
  const sourcesFile = path.join(cacheFolder, 'sources');
  const known = readJson<KnownSources>(sourcesFile, program);
  const assets = openAssetStore(cacheFolder, program, known?.assets ?? {}, trustedBeforeMs);
  const store = openFolderStore(cacheFolder);
  let pool: Pool<BuildJobs> | undefined;
  const openedPool = (): Pool<BuildJobs> => {
    pool ??= openPool<BuildJobs>(
      addressOf('build/pipeline/build-worker'),
      Math.min(os.availableParallelism(), mostProcesses),
      { cacheFolder, program } satisfies WorkerSetup,
    );
    return pool;
  };
  return {
    cacheFolder,
    program,
    assets,
    known,
    folders: store,
    pool: openedPool,
    programs: () => pool?.run('programs', null) ?? bundlePrograms({ cacheFolder, program }),
    list: (contentFolder, countryFolders) =>
      listContent(contentFolder, countryFolders, (count) => {
        // Nothing is known: all texts will have to be processed.
        if (known === undefined && count === fewTexts) openedPool().start();
      }),
    index: (list) => indexContent(list, program, known?.index, trustedBeforeMs),
    digest: (list, index) => contentDigest(index, list.assets.values(), list.diagnostics, trustedBeforeMs),
    loadOptions: (list, index) => ({
      list,
      index,
      quality,
      store,
      trustedBeforeMs,
      async processMany(jobs, context, indexing) {
        const texts = jobs.reduce((sum, job) => sum + job.texts.length, 0);
        if (texts < fewTexts) return jobs.map((job) => indexAndProcess(job, context, indexing, store));
        let done = 0;
        const parts = await Promise.all(
          chunks(jobs, foldersPerJob).map(async (part) => {
            const records = await openedPool().run('folders', { jobs: part, context, indexing });
            done += part.length;
            onProgress({ stage: 'content', done, total: jobs.length });
            return records;
          }),
        );
        // This process plans now, and the others would wait.
        if (makesPages) loadMakers(openedPool());
        return parts.flat();
      },
    }),
    keepSources(index, digest) {
      writeCached(sourcesFile, program, JSON.stringify({ index, assets: assets.index(), digest }));
    },
    keepSettings(index, settings) {
      if (known?.index.settings.key !== index.settings.key)
        keepSettings(cacheFolder, index.settings.key, settings);
    },
    forgetUnused(index) {
      store.keepOnly(Object.entries(index.folders).map(([folder, { key }]) => [folder as SourcePath, key]));
      assets.keepUsed();
    },
    async close() {
      pool?.close();
      await lock.free();
    },
  };
}

function loadMakers(pool: Pool<BuildJobs>): void {
  // A fault is told by the first page.
  for (let member = 0; member < pool.size; member++) pool.run('makers', null).catch(() => {});
}

async function emptyCache(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name !== 'lock') await rm(path.join(folder, name), { recursive: true, force: true });
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let first = 0; first < items.length; first += size) found.push(items.slice(first, first + size));
  return found;
}
