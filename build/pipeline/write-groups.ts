import type { Locale } from '../../schemas/brands.ts';
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
}

/** Stages the lists, front pages, sitemaps and the like that have to be made. */
export async function writeGroups({ planned, update }: Site, staging: Staging): Promise<Groups> {
  const lists = new Map<Locale, GroupState>();
  for (const language of update.lists)
    lists.set(language.locale, await writeGroup(language.lists(), staging));
  if (!update.outside) return { lists };
  const pages = await writeGroup(planned.sitePages(), staging);
  const files: OutputPath[] = [];
  for (const { output, content } of planned.files()) {
    staging.write(output, typeof content === 'string' ? Buffer.from(content) : content);
    files.push(output);
  }
  const assets = [...pages.assets, ...planned.assets];
  return { lists, outside: { files: [...pages.files, ...files], assets } };
}

async function writeGroup(pages: readonly PlannedPage[], { folder }: Staging): Promise<GroupState> {
  const states = await writePages(pages, folder);
  return {
    files: [...states.keys()],
    assets: [...new Set([...states.values()].flatMap((state) => state.assets))],
  };
}
