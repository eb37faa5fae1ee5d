/**
 * The content as the preview shows it: as the last survey found it, with the texts that have been saved since.
 *
 * A text that has been saved is on its page at once. What else of the sites it touches, and whether the content as a whole is still
 * right, tells the next survey.
 */
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { EditedContent } from '../editor/collect-facts.ts';
import { folderOf, type SourcePath } from '../model/paths.ts';
import { openFolderStore } from '../pipeline/folder-store.ts';
import { type FolderJob, processHere, recallContent } from '../pipeline/load-content.ts';
import type { PlannedEdition } from '../pipeline/plan-editions.ts';
import { planAgainOf } from '../pipeline/session.ts';
import { reviveSettings } from '../pipeline/settings-store.ts';
import { indexFolder } from '../pipeline/source-index.ts';
import type { SurveyedContent } from '../pipeline.ts';
import { lookAgain } from '../read/list-content.ts';

export interface LiveContent {
  /** Takes over what a survey has found. */
  adopt(found: SurveyedContent): void;
  /**
   * Takes over texts that have been saved since.
   *
   * @returns nothing when more than texts of known entries has changed: a survey is needed to show it
   */
  edit(files: readonly SourcePath[]): readonly EditedFolder[] | undefined;
  /** The countries as they are now; before the first survey, none. */
  now(): readonly PlannedEdition[];
  /** The countries as the last survey found them: what was saved since may not fit. */
  surveyed(): readonly PlannedEdition[];
  /** The content as the last survey found it; before the first, none. */
  whole(): EditedContent | undefined;
}

export interface EditedFolder {
  readonly path: SourcePath;
  /** Of its own texts. With an error among them, the folder is shown as it was. */
  readonly diagnostics: readonly Diagnostic[];
}

/** More are the work of a program: a survey takes no longer. */
const mostFolders = 20;

export function createLiveContent(cacheFolder: string): LiveContent {
  const store = openFolderStore(cacheFolder);
  let found: SurveyedContent | undefined;
  let jobs = new Map<SourcePath, FolderJob>();
  let now: readonly PlannedEdition[] = [];
  let surveyed: readonly PlannedEdition[] = [];
  const plan = ({ session }: SurveyedContent): readonly PlannedEdition[] =>
    planAgainOf({ ...session, jobs: [...jobs.values()] }, store)();
  return {
    adopt(content) {
      found = content;
      jobs = new Map(content.session.jobs.map((job) => [job.path, job]));
      now = surveyed = plan(content);
    },
    edit(files) {
      const folders = [...new Set(files.map(folderOf))];
      if (found === undefined || folders.length > mostFolders) return undefined;
      const edited: EditedFolder[] = [];
      for (const path of folders) {
        const job = jobs.get(path);
        const known = job?.texts.filter((text) => files.includes(text.path));
        if (job === undefined || known?.length !== files.filter((file) => folderOf(file) === path).length)
          return undefined;
        const fresh = freshJob(job, found);
        if (fresh === undefined) return undefined;
        const { diagnostics, unreadable } = processHere(fresh, found.session.settings.forTexts, store);
        if (!hasErrors(diagnostics) && unreadable.length === 0) jobs.set(path, fresh);
        edited.push({ path, diagnostics });
      }
      now = plan(found);
      return edited;
    },
    now: () => now,
    surveyed: () => surveyed,
    whole() {
      if (found === undefined) return undefined;
      const settings = reviveSettings(found.session.settings, { texts: [], assets: new Map() });
      const { catalogue } = recallContent(settings, found.session.jobs, store);
      return { catalogue, context: settings.forTexts, editions: surveyed };
    },
  };
}

/** With the files as they are now; nothing when one of them is gone. */
function freshJob({ path, texts }: FolderJob, { index }: SurveyedContent): FolderJob | undefined {
  const fresh = texts.map(lookAgain).filter((text) => text !== undefined);
  if (fresh.length < texts.length) return undefined;
  const indexing = { context: index.settings.key, trustedBeforeMs: 0 };
  const { key } = indexFolder(fresh, index.folders[path], indexing);
  return { path, key, texts: fresh };
}
