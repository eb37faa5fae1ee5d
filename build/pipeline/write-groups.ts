import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { HeavyPage } from '../budgets/heavy-page.ts';
import type { OutputPath } from '../model/paths.ts';
import type { PlannedPage } from '../pages/pages.ts';
import type { PlannedEdition } from './plan-editions.ts';
import type { Site } from './site.ts';
import type { FileState, GroupState } from './site-state.ts';
import { writeFiles } from './write-files.ts';
import { writePages } from './write-pages.ts';

/** What of a site is not the page of a text; only what had to be made. */
export interface Groups {
  readonly lists: ReadonlyMap<Locale, GroupState>;
  readonly outside?: GroupState;
  /** How the pages lie in the staged site, and in the published one when it is moved as a whole. */
  readonly files: ReadonlyMap<OutputPath, FileState>;
  readonly heavy: readonly HeavyPage[];
}

/** The groups of a site that have to be made. */
export interface GroupsJob {
  readonly country: CountryCode;
  /** Languages whose lists have to be. */
  readonly lists: readonly Locale[];
  readonly outside: boolean;
  /** Where the sites are staged. */
  readonly folder: string;
}

export const groupsJob = ({ country, update }: Site, folder: string): GroupsJob => ({
  country,
  lists: update.lists.map(({ locale }) => locale),
  outside: update.outside,
  folder,
});

/** Stages the lists, front pages, sitemaps and the like that have to be made. */
export async function writeGroups(
  { lists: wanted, outside, folder }: GroupsJob,
  planned: PlannedEdition,
): Promise<Groups> {
  const lists = new Map<Locale, GroupState>();
  const files = new Map<OutputPath, FileState>();
  const heavy: HeavyPage[] = [];
  const writeGroup = async (pages: readonly PlannedPage[]): Promise<GroupState> => {
    const written = await writePages(pages, folder);
    heavy.push(...written.heavy);
    for (const [output, file] of written.files) files.set(output, file);
    return {
      files: [...written.states.keys()],
      assets: [...new Set([...written.states.values()].flatMap((state) => state.assets))],
    };
  };
  for (const language of planned.languages)
    if (wanted.includes(language.locale)) lists.set(language.locale, await writeGroup(language.lists()));
  if (!outside) return { lists, files, heavy };
  const pages = await writeGroup(planned.sitePages());
  const others = planned.files().map(({ output, content }) => ({
    output,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  }));
  writeFiles(folder, others);
  return {
    lists,
    files,
    heavy,
    outside: {
      files: [...pages.files, ...others.map(({ output }) => output)],
      assets: [...pages.assets, ...planned.assets],
    },
  };
}
