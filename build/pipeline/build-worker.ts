/** A process of a build: processes folders, makes pages, indexes languages for search. */
import type { OutputPath } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { serveJobs } from '../processes/serve-jobs.ts';
import type { TextContext } from '../validate/folders.ts';
import type { FolderRecord } from './folder-record.ts';
import { openFolderStore } from './folder-store.ts';
import { type FolderJob, processHere } from './load-content.ts';
import type { PlannedEdition } from './plan-editions.ts';
import { type SearchJob, type StagedBundle, writeSearch } from './search-bundle.ts';
import { openSession } from './session.ts';
import { type WrittenPages, writePages } from './write-pages.ts';

export interface WorkerSetup {
  readonly cacheFolder: string;
  readonly program: string;
}

export type BuildJobs = {
  folders: {
    readonly input: { readonly jobs: readonly FolderJob[]; readonly context: TextContext };
    readonly output: readonly FolderRecord[];
  };
  texts: {
    readonly input: {
      /** Addresses of the entries that the pages are about. */
      readonly targets: readonly string[];
      readonly outputs: readonly OutputPath[];
      readonly folder: string;
    };
    readonly output: WrittenPages;
  };
  search: {
    readonly input: SearchJob;
    readonly output: StagedBundle;
  };
};

serveJobs<BuildJobs, WorkerSetup>(({ cacheFolder, program }) => {
  const store = openFolderStore(cacheFolder);
  let session: readonly PlannedEdition[] | undefined;
  const editions = (): readonly PlannedEdition[] => {
    session ??= openSession(cacheFolder, program);
    return session;
  };
  const recordsOf = ({ country, locale }: SearchJob): readonly SearchRecord[] => {
    const language = editions()
      .find(({ edition }) => edition.country.code === country)
      ?.languages.find((candidate) => candidate.locale === locale);
    if (language === undefined) throw new TypeError(`${country} has no language ${locale}`);
    return language.records();
  };
  return {
    folders: ({ jobs, context }) => jobs.map((job) => processHere(job, context, store)),
    texts({ targets, outputs, folder }) {
      const wanted = new Set(outputs);
      // The bodies of an entry are read once when its pages in all countries stand side by side.
      const pages = targets.flatMap((target) =>
        editions().flatMap(({ edition, textsOf }) => {
          const entry = edition.entries.get(target);
          return entry === undefined ? [] : textsOf(entry).filter(({ output }) => wanted.has(output));
        }),
      );
      return writePages(pages, folder);
    },
    search: (job) => writeSearch(job, { cacheFolder, program }, recordsOf),
  };
});
