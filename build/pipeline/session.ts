/**
 * What a process of a build has to know to make any page: written once to the cache, and read by each of them.
 */
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CountryCode } from '../../schemas/brands.ts';
import type { Theme } from '../../templates/styles/stylesheet.ts';
import { readCached, writeCached } from '../cache/cached-file.ts';
import type { SourcePath } from '../model/paths.ts';
import type { PublishedAsset } from '../model/published.ts';
import type { FoundText } from '../read/list-content.ts';
import { openFolderStore } from './folder-store.ts';
import { type FolderJob, processHere, reviveContent } from './load-content.ts';
import type { OwnFiles } from './own-files.ts';
import { type EditionOptions, type PlannedEdition, planEditions } from './plan-editions.ts';
import { readSettings } from './settings.ts';

export interface Session {
  /** Texts of the settings. */
  readonly settings: readonly FoundText[];
  readonly jobs: readonly FolderJob[];
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  readonly themes: ReadonlyMap<CountryCode, Theme>;
  readonly own: OwnFiles;
  readonly options: EditionOptions;
}

const fileOf = (cacheFolder: string): string => path.join(cacheFolder, 'session');

export const writeSession = (cacheFolder: string, program: string, session: Session): void =>
  writeCached(fileOf(cacheFolder), program, serialize(session));

/** @throws Error when the cache could not be written */
export function openSession(cacheFolder: string, program: string): readonly PlannedEdition[] {
  const content = readCached(fileOf(cacheFolder), program);
  if (content === undefined) throw new Error(`The folder of the cache, "${cacheFolder}", cannot be written.`);
  const { settings: texts, jobs, options, ...rest } = deserialize(content) as Session;
  const { settings } = readSettings({ texts, assets: new Map() });
  const store = openFolderStore(cacheFolder);
  const records = new Map(
    jobs.map((job) => [
      job.path,
      store.record(job.path, job.key) ?? processHere(job, settings.forTexts, store),
    ]),
  );
  return planEditions({ ...rest, ...reviveContent(settings, jobs, records, store) }, options);
}
