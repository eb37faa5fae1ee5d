/** A process of a build: processes folders, makes pages, indexes languages for search. */
import type { OutputPath } from '../model/paths.ts';
import type { PlannedText } from '../pages/pages.ts';
import { serveJobs } from '../processes/serve-jobs.ts';
import type { TextContext } from '../validate/folders.ts';
import type { FolderRecord } from './folder-record.ts';
import { openFolderStore } from './folder-store.ts';
import { type FolderJob, processHere } from './load-content.ts';
import type { PlannedEdition } from './plan-editions.ts';
import { type SearchJob, writeSearch } from './search-bundle.ts';
import { openSession } from './session.ts';
import type { TextState } from './site-state.ts';
import { writePages } from './write-pages.ts';

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
    /** The bodies of an entry are read once when its pages in all countries stand side by side. */
    readonly input: { readonly outputs: readonly OutputPath[]; readonly folder: string };
    readonly output: ReadonlyMap<OutputPath, TextState>;
  };
  search: {
    readonly input: SearchJob;
    readonly output: readonly OutputPath[];
  };
};

serveJobs<BuildJobs, WorkerSetup>(({ cacheFolder, program }) => {
  const store = openFolderStore(cacheFolder);
  let session: OpenedSession | undefined;
  const opened = (): OpenedSession => {
    session ??= open(openSession(cacheFolder, program));
    return session;
  };
  return {
    folders: ({ jobs, context }) => jobs.map((job) => processHere(job, context, store)),
    texts: ({ outputs, folder }) =>
      writePages(
        outputs.map((output) => known(opened().texts, output)),
        folder,
      ),
    search: (job) => writeSearch(opened().editions, job, cacheFolder, program),
  };
});

interface OpenedSession {
  readonly editions: readonly PlannedEdition[];
  readonly texts: ReadonlyMap<OutputPath, PlannedText>;
}

const open = (editions: readonly PlannedEdition[]): OpenedSession => ({
  editions,
  texts: new Map(editions.flatMap(({ texts }) => texts.map((text) => [text.output, text]))),
});

function known(texts: ReadonlyMap<OutputPath, PlannedText>, output: OutputPath): PlannedText {
  const text = texts.get(output);
  if (text === undefined) throw new TypeError(`${output} was not planned`);
  return text;
}
