/**
 * What a build works with beside the content: what is known of the sites since the last build.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { writeCached } from '../cache/cached-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { noCountryFolders } from '../model/content-folders.ts';
import { sha256 } from '../model/paths.ts';
import { recoverOutput } from '../output/recover.ts';
import type { BuildOptions, BuiltSite } from '../pipeline.ts';
import { type AlteredFiles, lookAtPublished } from './altered-files.ts';
import { type ContentWork, openContentWork } from './content-work.ts';
import type { FileChanges, SiteFiles, SiteFrame, SiteState } from './site-state.ts';
import {
  readJson,
  readSiteFiles,
  readSiteFrame,
  readSiteState,
  writeSite,
  writeSiteChanges,
} from './site-store.ts';

/** The cache is that of this content and these sites. */
export interface BuildWork extends ContentWork {
  site(country: CountryCode): SiteState | undefined;
  siteFrame(country: CountryCode): SiteFrame | undefined;
  /** The published files as the last build left them. */
  siteFiles(country: CountryCode): SiteFiles;
  readonly altered: Promise<AlteredFiles>;
  keepSite(country: CountryCode, state: SiteState, files: SiteFiles): void;
  /** After an update that left as it was what the pages of texts are made from. */
  keepSiteChanges(country: CountryCode, frame: SiteFrame, changes: FileChanges): void;
  /** The last build that succeeded. */
  last(): FinishedBuild | undefined;
  keepLast(finished: FinishedBuild): void;
}

export interface FinishedBuild {
  /** Of the content that it was made from. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sites: readonly BuiltSite[];
}

/** @throws the reason of the signal; the error of the file system */
export async function openWork(options: BuildOptions): Promise<BuildWork> {
  const { out } = options;
  await recoverOutput(out);
  const cache = await openCache(options);
  // How well texts are written is told to those who write them.
  const content = await openContentWork(cache.folder, { ...options, quality: false, makesPages: true });
  const { program } = content;
  const siteKey = sha256(JSON.stringify([program, options.drafts, options.baseUrl, options.search])).slice(
    0,
    32,
  );
  const altered = lookAtPublished({ cacheFolder: cache.folder, key: siteKey, out });
  // Whoever asks is told of its error; until somebody does, it is nobody's.
  altered.catch(() => {});
  const lastFile = path.join(cache.folder, 'last');
  const lastKey = sha256(`${siteKey} ${options.countries?.join(' ')}`).slice(0, 32);
  return {
    ...content,
    site: (country) => readSiteState(cache.folder, country, siteKey),
    siteFrame: (country) => readSiteFrame(cache.folder, country, siteKey),
    siteFiles: (country) => readSiteFiles(cache.folder, country, siteKey) ?? {},
    altered,
    keepSite: (country, state, files) => writeSite(cache.folder, country, siteKey, state, files),
    keepSiteChanges: (country, frame, changes) =>
      writeSiteChanges(cache.folder, country, siteKey, frame, changes),
    last: () => readJson<FinishedBuild>(lastFile, lastKey),
    keepLast: (finished) => writeCached(lastFile, lastKey, JSON.stringify(finished)),
    async close() {
      await altered.catch(() => {});
      await content.close();
      await cache.close();
    },
  };
}

/** A cache belongs to the folders of one content and one folder of sites. */
async function openCache({
  cache,
  contentFolder,
  countryFolders = noCountryFolders,
  out,
  drafts,
}: BuildOptions) {
  if (cache === undefined) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'passport-build-'));
    return { folder, close: () => rm(folder, { recursive: true, force: true }) };
  }
  const countries = [...countryFolders].map(([code, folder]) => [code, path.resolve(folder)]).toSorted();
  const id = sha256(
    JSON.stringify([path.resolve(contentFolder), countries, path.resolve(out), drafts]),
  ).slice(0, 16);
  return { folder: path.join(path.resolve(cache), id), close: async () => {} };
}
