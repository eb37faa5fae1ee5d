import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { OutputPath } from '../model/paths.ts';
import type { Staging } from '../output/staging.ts';
import type { SiteUpdate } from './plan-update.ts';
import { writeSearch } from './search-bundle.ts';
import type { Site } from './site.ts';
import type { WriteContext } from './write-sites.ts';
import { openToProcesses } from './write-texts.ts';

/** Files of the search bundles that were made. */
export type Bundles = ReadonlyMap<CountryCode, ReadonlyMap<Locale, readonly OutputPath[]>>;

type SearchedSite = Pick<Site, 'country' | 'planned'> & { readonly update: Pick<SiteUpdate, 'search'> };

/** Fewer entries in all bundles are indexed sooner than processes start. */
const fewEntries = 300;

/** Stages the search bundles that have to be made. */
export async function writeBundles(
  sites: readonly SearchedSite[],
  { folder }: Staging,
  context: WriteContext,
): Promise<Bundles> {
  const { work, options, editions } = context;
  const bundles = new Map(sites.map(({ country }) => [country, new Map<Locale, readonly OutputPath[]>()]));
  if (options.search === false) return bundles;
  const jobs = sites.flatMap((site) => site.update.search.map((locale) => ({ site, locale })));
  const entries = jobs.reduce((sum, { site }) => sum + site.planned.edition.entries.size, 0);
  const isShared = jobs.length > 1 && entries > fewEntries;
  if (isShared) openToProcesses(context);
  let done = 0;
  options.onProgress?.({ stage: 'search', done, total: jobs.length });
  const write = async ({ site, locale }: (typeof jobs)[number]): Promise<void> => {
    const job = { country: site.country, locale, folder };
    const outputs = isShared
      ? await work.pool().run('search', job)
      : await writeSearch(editions, job, work.cacheFolder, work.program);
    bundles.get(site.country)?.set(locale, outputs);
    done++;
    options.onProgress?.({ stage: 'search', done, total: jobs.length });
  };
  if (isShared) await Promise.all(jobs.map(write));
  else for (const job of jobs) await write(job);
  return bundles;
}
