import type { Locale } from '../../schemas/brands.ts';
import type { Staging } from '../output/staging.ts';
import type { LanguagePages } from '../pages/pages.ts';
import { searchKey } from './plan-update.ts';
import { type SearchJob, type StagedBundle, writeSearch } from './search-bundle.ts';
import type { Site } from './site.ts';
import type { WriteContext } from './write-sites.ts';
import { openToProcesses } from './write-texts.ts';

/** The search bundles that were made. */
export type Bundles = ReadonlyMap<Site, ReadonlyMap<Locale, StagedBundle>>;

/** Fewer entries in all bundles are indexed sooner than processes start. */
const fewEntries = 300;

/** Stages the search bundles that have to be made. */
export async function writeBundles(
  sites: readonly Site[],
  { folder }: Staging,
  context: WriteContext,
): Promise<Bundles> {
  const { work, options } = context;
  const bundles = new Map(sites.map((site) => [site, new Map<Locale, StagedBundle>()]));
  if (options.search === false) return bundles;
  const languages = sites
    .flatMap((site) => languagesOf(site).map((language) => ({ site, language })))
    // Side by side, those of one language are made by processes that have taken most of their texts apart.
    .toSorted((a, b) => (a.language.locale < b.language.locale ? -1 : 1));
  const entries = languages.reduce((sum, { language }) => sum + language.entryKeys.size, 0);
  const isShared = languages.length > 1 && entries > fewEntries;
  if (isShared) openToProcesses(context);
  const keptHere = isShared ? oddOneOut(languages, work.pool().size) : undefined;
  let done = 0;
  const total = languages.length;
  options.onProgress?.({ stage: 'search', done, total });
  const write = async (each: (typeof languages)[number]): Promise<void> => {
    const { site, language } = each;
    const job = jobOf(site, language, folder);
    const bundle =
      isShared && each !== keptHere
        ? await work.pool().run('search', job)
        : await writeSearch(job, work, () => language.records());
    bundles.get(site)?.set(language.locale, bundle);
    done++;
    options.onProgress?.({ stage: 'search', done, total });
  };
  if (isShared) await Promise.all(languages.map(write));
  else for (const language of languages) await write(language);
  return bundles;
}

/** One more than the processes can share is indexed beside them, or they would all wait for the one that gets it. */
const oddOneOut = <T>(items: readonly T[], processes: number): T | undefined =>
  items.length % processes === 1 ? items.at(-1) : undefined;

const languagesOf = ({ planned, update }: Site): readonly LanguagePages[] =>
  planned.languages.filter(({ locale }) => update.search.includes(locale));

/** More are made by the process that indexes them. */
const fewRecords = 100;

function jobOf(site: Site, language: LanguagePages, folder: string): SearchJob {
  const { locale, key, entryKeys } = language;
  const known = site.known?.languages[locale];
  const changed = new Set<string>();
  for (const [target, { shown, text }] of entryKeys) {
    const before = known?.entries[target];
    if (before?.shown !== shown || before.text !== text) changed.add(target);
  }
  const isAltered = known?.search.files.some((file) => site.altered.has(file)) ?? true;
  return {
    country: site.country,
    locale,
    folder,
    key: searchKey(language),
    language: { key, entryKeys },
    made: known?.key === key && changed.size < fewRecords ? language.records(changed) : [],
    publishedKey: isAltered ? undefined : known?.search.key,
  };
}
