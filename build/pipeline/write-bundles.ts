import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Staging } from '../output/staging.ts';
import type { LanguagePages } from '../pages/pages.ts';
import { searchKeyOf } from './plan-update.ts';
import { type SearchJob, type StagedBundle, writeSearch } from './search-bundle.ts';
import type { LanguageState } from './site-state.ts';
import type { WriteContext } from './write-sites.ts';
import { openToProcesses } from './write-texts.ts';

/** A language of a site whose search bundle has to be made. */
export interface SearchUpdate {
  readonly country: CountryCode;
  readonly language: Pick<LanguagePages, 'locale' | 'key' | 'entryKeys' | 'records'>;
  readonly known: LanguageState | undefined;
  /** Whether a file of the published bundle is not as it was left. */
  readonly isAltered: boolean;
}

/** The search bundles that were made. */
export type Bundles = ReadonlyMap<CountryCode, ReadonlyMap<Locale, StagedBundle>>;

/** Fewer entries in all bundles are indexed sooner than processes start. */
const fewEntries = 300;

/** Stages the search bundles that have to be made. */
export async function writeBundles(
  updates: readonly SearchUpdate[],
  { folder }: Staging,
  context: WriteContext,
): Promise<Bundles> {
  const { work, options } = context;
  const bundles = new Map<CountryCode, Map<Locale, StagedBundle>>();
  if (updates.length === 0) return bundles;
  // Side by side, those of one language are made by processes that have taken most of their texts apart.
  const sorted = updates.toSorted((a, b) => (a.language.locale < b.language.locale ? -1 : 1));
  const entries = sorted.reduce((sum, { language }) => sum + language.entryKeys.size, 0);
  const isShared = sorted.length > 1 && entries > fewEntries;
  if (isShared) openToProcesses(context);
  const keptHere = isShared ? oddOneOut(sorted, work.pool().size) : undefined;
  let done = 0;
  const total = sorted.length;
  options.onProgress?.({ stage: 'search', done, total });
  const write = async (update: SearchUpdate): Promise<void> => {
    const { country, language } = update;
    const job = jobOf(update, folder);
    const bundle =
      isShared && update !== keptHere
        ? await work.pool().run('search', job)
        : await writeSearch(job, work, () => language.records());
    const ofCountry = bundles.get(country) ?? new Map<Locale, StagedBundle>();
    bundles.set(country, ofCountry.set(language.locale, bundle));
    done++;
    options.onProgress?.({ stage: 'search', done, total });
  };
  if (isShared) await Promise.all(sorted.map(write));
  else for (const update of sorted) await write(update);
  return bundles;
}

/** One more than the processes can share is indexed beside them, or they would all wait for the one that gets it. */
const oddOneOut = <T>(items: readonly T[], processes: number): T | undefined =>
  items.length % processes === 1 ? items.at(-1) : undefined;

/** More are made by the process that indexes them. */
const fewRecords = 100;

function jobOf({ country, language, known, isAltered }: SearchUpdate, folder: string): SearchJob {
  const { locale, key, entryKeys } = language;
  const changed = new Set<string>();
  for (const [target, { shown, text }] of entryKeys) {
    const before = known?.entries[target];
    if (before?.shown !== shown || before.text !== text) changed.add(target);
  }
  return {
    country,
    locale,
    folder,
    key: searchKeyOf(key, entryKeys),
    language: { key, entryKeys },
    made: known?.key === key && changed.size < fewRecords ? language.records(changed) : [],
    publishedKey: isAltered ? undefined : known?.search.key,
  };
}
