/** A process of a build: processes folders, makes pages, indexes languages for search. */
import type { CountryCode } from '../../schemas/brands.ts';
import { loadEleventy } from '../eleventy/compile-pages.ts';
import type { OutputPath } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { serveJobs } from '../processes/serve-jobs.ts';
import type { TextContext } from '../validate/folders.ts';
import { openFolderStore } from './folder-store.ts';
import { type FolderJob, type IndexedRecord, indexAndProcess } from './load-content.ts';
import { bundlePrograms, type OwnPrograms } from './own-files.ts';
import type { PlannedEdition } from './plan-editions.ts';
import { type SearchJob, type StagedBundle, writeSearch } from './search-bundle.ts';
import { openSession, type PlanAgain } from './session.ts';
import type { Indexing } from './source-index.ts';
import { type Groups, type GroupsJob, writeGroups } from './write-groups.ts';
import { type WrittenPages, writePages } from './write-pages.ts';

export interface WorkerSetup {
  readonly cacheFolder: string;
  readonly program: string;
}

export type BuildJobs = {
  folders: {
    readonly input: {
      readonly jobs: readonly FolderJob[];
      readonly context: TextContext;
      readonly indexing: Indexing;
    };
    readonly output: readonly IndexedRecord[];
  };
  programs: { readonly input: null; readonly output: OwnPrograms };
  /** Loads what makes pages before there are any to make. */
  makers: { readonly input: null; readonly output: null };
  texts: {
    readonly input: {
      /** Addresses of the entries that the pages are about. */
      readonly targets: readonly string[];
      readonly outputs: readonly OutputPath[];
      readonly folder: string;
    };
    readonly output: WrittenPages;
  };
  groups: {
    readonly input: GroupsJob;
    readonly output: Groups;
  };
  search: {
    readonly input: SearchJob;
    readonly output: StagedBundle;
  };
};

serveJobs<BuildJobs, WorkerSetup>(({ cacheFolder, program }) => {
  const store = openFolderStore(cacheFolder);
  let session: PlanAgain | undefined;
  const planAgain = (): readonly PlannedEdition[] => {
    session ??= openSession(cacheFolder, program);
    return session();
  };
  let known: { readonly kind: keyof BuildJobs; readonly editions: readonly PlannedEdition[] } | undefined;
  /** What pages have in common is of no use to search, and takes its memory. */
  const editionsFor = (kind: keyof BuildJobs): readonly PlannedEdition[] => {
    if (known?.kind !== kind) known = { kind, editions: planAgain() };
    return known.editions;
  };
  const recordsOf = ({ country, locale }: SearchJob): readonly SearchRecord[] => {
    const language = editionOf(country, editionsFor('search')).languages.find(
      (candidate) => candidate.locale === locale,
    );
    if (language === undefined) throw new TypeError(`${country} has no language ${locale}`);
    return language.records();
  };
  return {
    folders: ({ jobs, context, indexing }) =>
      jobs.map((job) => indexAndProcess(job, context, indexing, store)),
    programs: () => bundlePrograms({ cacheFolder, program }),
    async makers() {
      await loadEleventy();
      return null;
    },
    texts({ targets, outputs, folder }) {
      const wanted = new Set(outputs);
      // The bodies of an entry are read once when its pages in all countries stand side by side.
      const pages = targets.flatMap((target) =>
        editionsFor('texts').flatMap(({ edition, textsOf }) => {
          const entry = edition.entries.get(target);
          return entry === undefined ? [] : textsOf(entry).filter(({ output }) => wanted.has(output));
        }),
      );
      return writePages(pages, folder);
    },
    // What the lists of a site are made from goes with them.
    groups: (job) => writeGroups(job, editionOf(job.country, planAgain())),
    search: (job) => writeSearch(job, { cacheFolder, program }, recordsOf),
  };
});

function editionOf(country: CountryCode, editions: readonly PlannedEdition[]): PlannedEdition {
  const found = editions.find(({ edition }) => edition.country.code === country);
  if (found === undefined) throw new TypeError(`there is no country ${country}`);
  return found;
}
