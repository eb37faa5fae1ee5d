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
import type { Settings } from '../validate/settings.ts';
import { type FolderStore, openFolderStore } from './folder-store.ts';
import { type FolderJob, recallContent } from './load-content.ts';
import type { OwnFiles } from './own-files.ts';
import { type EditionOptions, type PlannedEdition, recallEditions } from './plan-editions.ts';
import { reviveSettings, type StoredSettings, toStoredSettings } from './settings-store.ts';

export interface Session {
  readonly settings: StoredSettings;
  /** Addresses of the entries of each country, sorted. */
  readonly targets: ReadonlyMap<CountryCode, readonly string[]>;
  readonly jobs: readonly FolderJob[];
  readonly assets: ReadonlyMap<SourcePath, PublishedAsset>;
  readonly themes: ReadonlyMap<CountryCode, Theme>;
  readonly own: OwnFiles;
  readonly options: EditionOptions;
}

interface SessionContent extends Pick<Session, 'jobs' | 'assets' | 'themes' | 'own'> {
  readonly settings: Settings;
  readonly editions: readonly PlannedEdition[];
  readonly options: EditionOptions;
}

export function describeSession({
  settings,
  jobs,
  editions,
  assets,
  themes,
  own,
  options: { countries, drafts, baseUrl },
}: SessionContent): Session {
  return {
    settings: toStoredSettings(settings),
    targets: new Map(editions.map(({ edition }) => [edition.country.code, [...edition.entries.keys()]])),
    jobs,
    assets,
    themes,
    own,
    options: {
      drafts,
      ...(countries !== undefined && { countries }),
      ...(baseUrl !== undefined && { baseUrl }),
    },
  };
}

const fileOf = (cacheFolder: string): string => path.join(cacheFolder, 'session');

export const writeSession = (cacheFolder: string, program: string, session: Session): void =>
  writeCached(fileOf(cacheFolder), program, serialize(session));

/** @throws Error when the cache could not be written */
export function openSession(cacheFolder: string, program: string): PlanAgain {
  const content = readCached(fileOf(cacheFolder), program);
  if (content === undefined) throw new Error(`The folder of the cache, "${cacheFolder}", cannot be written.`);
  return planAgainOf(deserialize(content) as Session, openFolderStore(cacheFolder));
}

/** Plans all countries; what a plan has come to know is forgotten with it, and what the cache holds of the content is not. */
export type PlanAgain = () => readonly PlannedEdition[];

export function planAgainOf(
  { settings, targets, jobs, options, ...rest }: Session,
  store: FolderStore,
): PlanAgain {
  const revived = reviveSettings(settings, { texts: [], assets: new Map() });
  const recalled = { ...rest, ...recallContent(revived, jobs, store) };
  return () => recallEditions(recalled, options, (country) => targets.get(country) ?? []);
}
