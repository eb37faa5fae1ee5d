/**
 * What a build works with beside the content: a cache that it alone uses, processes that share its work, and what is known since
 * the last build.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { writeCached } from '../cache/cached-file.ts';
import { lockCache } from '../cache/lock.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type SourcePath, sha256 } from '../model/paths.ts';
import { recoverOutput } from '../output/recover.ts';
import type { BuildOptions, BuiltSite } from '../pipeline.ts';
import { openPool, type Pool } from '../processes/pool.ts';
import type { ContentList } from '../read/list-content.ts';
import type { Settings } from '../validate/settings.ts';
import { type AlteredFiles, lookAtPublished } from './altered-files.ts';
import { type AssetIndex, type AssetStore, openAssetStore } from './asset-store.ts';
import type { BuildJobs, WorkerSetup } from './build-worker.ts';
import { type FolderStore, openFolderStore } from './folder-store.ts';
import { indexContent, type LoadOptions, processHere } from './load-content.ts';
import { programKey } from './program-key.ts';
import { keepSettings } from './settings-store.ts';
import type { SiteFiles, SiteFrame, SiteState } from './site-state.ts';
import { readJson, readSiteFiles, readSiteFrame, readSiteState, writeSite } from './site-store.ts';
import { type ContentDigest, contentDigest, type SourceIndex } from './source-index.ts';

export interface BuildWork {
  /** Of this content and these sites. */
  readonly cacheFolder: string;
  /** Digest of the program. */
  readonly program: string;
  readonly assets: AssetStore;
  /** What has changed of the content since the last build. */
  index(list: ContentList): SourceIndex;
  /** Nothing, while a file is so new that it may change unseen. */
  digest(list: ContentList, index: SourceIndex): ContentDigest | undefined;
  /** The content as the last build found it. */
  readonly known: KnownSources | undefined;
  readonly folders: FolderStore;
  loadOptions(list: ContentList, index: SourceIndex): LoadOptions;
  /** Processes that share the work, started when they are first needed. */
  pool(): Pool<BuildJobs>;
  site(country: CountryCode): SiteState | undefined;
  siteFrame(country: CountryCode): SiteFrame | undefined;
  /** The published files as the last build left them. */
  siteFiles(country: CountryCode): SiteFiles;
  readonly altered: Promise<AlteredFiles>;
  keepSite(country: CountryCode, state: SiteState, files: SiteFiles): void;
  /** After an update that left as it was what the pages of texts are made from. */
  keepSiteFrame(country: CountryCode, frame: SiteFrame, files: SiteFiles): void;
  keepSources(index: SourceIndex, digest: ContentDigest | undefined): void;
  keepSettings(index: SourceIndex, settings: Settings): void;
  /** Removes from the cache what the content no longer has. */
  forgetUnused(index: SourceIndex): void;
  /** The last build that succeeded. */
  last(): FinishedBuild | undefined;
  keepLast(finished: FinishedBuild): void;
  close(): Promise<void>;
}

export interface KnownSources {
  readonly index: SourceIndex;
  readonly assets: AssetIndex;
  readonly digest?: ContentDigest;
}

export interface FinishedBuild {
  /** Of the content that it was made from. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sites: readonly BuiltSite[];
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
export async function openWork(options: BuildOptions): Promise<BuildWork> {
  const { out, onProgress = () => {}, signal } = options;
  await recoverOutput(out);
  const cache = await openCache(options);
  const lock = await lockCache(cache.folder, () => onProgress({ stage: 'waiting' }), signal);
  if (options.clean) await emptyCache(cache.folder);
  const program = programKey();
  const trustedBeforeMs = Date.now() - clockGrainMs;
  const sourcesFile = path.join(cache.folder, 'sources');
  const known = readJson<KnownSources>(sourcesFile, program);
  const assets = openAssetStore(cache.folder, program, known?.assets ?? {}, trustedBeforeMs);
  const store = openFolderStore(cache.folder);
  let pool: Pool<BuildJobs> | undefined;
  const openedPool = (): Pool<BuildJobs> => {
    pool ??= openPool<BuildJobs>(
      new URL('./build-worker.ts', import.meta.url),
      Math.min(os.availableParallelism(), mostProcesses),
      { cacheFolder: cache.folder, program } satisfies WorkerSetup,
    );
    return pool;
  };
  const siteKey = sha256(JSON.stringify([program, options.drafts, options.baseUrl, options.search])).slice(
    0,
    32,
  );
  const altered = lookAtPublished({ cacheFolder: cache.folder, key: siteKey, out });
  const lastFile = path.join(cache.folder, 'last');
  const lastKey = sha256(`${siteKey} ${options.countries?.join(' ')}`).slice(0, 32);
  return {
    cacheFolder: cache.folder,
    program,
    assets,
    known,
    folders: store,
    pool: openedPool,
    index: (list) => indexContent(list, program, known?.index, trustedBeforeMs),
    digest: (list, index) => contentDigest(index, list.assets.values(), list.diagnostics, trustedBeforeMs),
    loadOptions: (list, index) => ({
      list,
      index,
      store,
      async processMany(jobs, context) {
        const texts = jobs.reduce((sum, job) => sum + job.texts.length, 0);
        if (texts < fewTexts) return jobs.map((job) => processHere(job, context, store));
        let done = 0;
        const parts = await Promise.all(
          chunks(jobs, foldersPerJob).map(async (part) => {
            const records = await openedPool().run('folders', { jobs: part, context });
            done += part.length;
            onProgress({ stage: 'content', done, total: jobs.length });
            return records;
          }),
        );
        return parts.flat();
      },
    }),
    site: (country) => readSiteState(cache.folder, country, siteKey),
    siteFrame: (country) => readSiteFrame(cache.folder, country, siteKey),
    siteFiles: (country) => readSiteFiles(cache.folder, country, siteKey) ?? {},
    altered,
    keepSite: (country, state, files) => writeSite(cache.folder, country, siteKey, state, files, state.texts),
    keepSiteFrame: (country, frame, files) => writeSite(cache.folder, country, siteKey, frame, files),
    last: () => readJson<FinishedBuild>(lastFile, lastKey),
    keepLast: (finished) => writeCached(lastFile, lastKey, JSON.stringify(finished)),
    keepSources(index, digest) {
      writeCached(sourcesFile, program, JSON.stringify({ index, assets: assets.index(), digest }));
    },
    keepSettings(index, settings) {
      if (known?.index.settings.key !== index.settings.key)
        keepSettings(cache.folder, index.settings.key, settings);
    },
    forgetUnused(index) {
      store.keepOnly(Object.keys(index.folders) as SourcePath[]);
      assets.keepUsed();
    },
    async close() {
      pool?.close();
      await altered.catch(() => {});
      await lock.free();
      await cache.close();
    },
  };
}

/** A cache belongs to one content folder and one folder of sites. */
async function openCache({ cache, contentFolder, out, drafts }: BuildOptions) {
  if (cache === undefined) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-build-'));
    return { folder, close: () => rm(folder, { recursive: true, force: true }) };
  }
  const id = sha256(JSON.stringify([path.resolve(contentFolder), path.resolve(out), drafts])).slice(0, 16);
  return { folder: path.join(path.resolve(cache), id), close: async () => {} };
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
