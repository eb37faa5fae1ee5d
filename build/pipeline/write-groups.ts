import type { Locale } from '../../schemas/brands.ts';
import type { HeavyPage } from '../budgets/heavy-page.ts';
import type { OutputPath } from '../model/paths.ts';
import type { Staging } from '../output/staging.ts';
import type { PlannedPage } from '../pages/pages.ts';
import type { Site } from './site.ts';
import type { GroupState } from './site-state.ts';
import { writePages } from './write-pages.ts';

/** What of a site is not the page of a text; only what had to be made. */
export interface Groups {
  readonly lists: ReadonlyMap<Locale, GroupState>;
  readonly outside?: GroupState;
  readonly heavy: readonly HeavyPage[];
}

/** Stages the lists, front pages, sitemaps and the like that have to be made. */
export async function writeGroups({ planned, update }: Site, staging: Staging): Promise<Groups> {
  const lists = new Map<Locale, GroupState>();
  const heavy: HeavyPage[] = [];
  const writeGroup = async (pages: readonly PlannedPage[]): Promise<GroupState> => {
    const written = await writePages(pages, staging.folder);
    heavy.push(...written.heavy);
    return {
      files: [...written.states.keys()],
      assets: [...new Set([...written.states.values()].flatMap((state) => state.assets))],
    };
  };
  for (const language of update.lists) lists.set(language.locale, await writeGroup(language.lists()));
  if (!update.outside) return { lists, heavy };
  const pages = await writeGroup(planned.sitePages());
  const files: OutputPath[] = [];
  for (const { output, content } of planned.files()) {
    staging.write(output, typeof content === 'string' ? Buffer.from(content) : content);
    files.push(output);
  }
  const assets = [...pages.assets, ...planned.assets];
  return { lists, heavy, outside: { files: [...pages.files, ...files], assets } };
}
