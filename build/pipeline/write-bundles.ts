import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { Staging } from '../output/staging.ts';
import type { LanguagePages } from '../pages/pages.ts';
import { type SearchJob, type StagedBundle, writeSearch } from './search-bundle.ts';
import type { LanguageState } from './site-state.ts';
import type { WriteContext } from './write-sites.ts';
import { openToProcesses } from './write-texts.ts';

/** A language of a site whose search bundle has to be made. */
export interface SearchUpdate {
  readonly country: CountryCode;
  readonly language: Pick<LanguagePages, 'locale' | 'key' | 'entryKeys' | 'records'>;
  /** See `searchKeyOf`. */
  readonly searchKey: string;
  readonly known: LanguageState | undefined;
  /** Whether a file of the published bundle is not as it was left. */
  readonly isAltered: boolean;
}

/** The search bundles that were made. */
export type Bundles = ReadonlyMap<CountryCode, ReadonlyMap<Locale, StagedBundle>>;

/** What is done sooner than processes start and have read what pages are made from: so many records, made anew. */
const fewRecords = 4000;
/** An entry whose record is kept is read, indexed and kept again in this part of the time that a record takes to be made. */
const indexedPerRecord = 10;

/** Stages the search bundles that have to be made. */
export async function writeBundles(
  updates: readonly SearchUpdate[],
  { folder }: Staging,
  context: WriteContext,
): Promise<Bundles> {
  const { work, options } = context;
  const bundles = new Map<CountryCode, Map<Locale, StagedBundle>>();
  if (updates.length === 0) return bundles;
  // Side by side, those of one language are made by a process that has taken most of their texts apart.
  const sorted = updates
    .toSorted((a, b) => (a.language.locale < b.language.locale ? -1 : 1))
    .map((update): Task => ({ update, changed: changedEntries(update) }));
  const effort = sorted.reduce(
    (sum, { update, changed }) => sum + changed.size + update.language.entryKeys.size / indexedPerRecord,
    0,
  );
  const isShared = sorted.length > 1 && effort > fewRecords;
  if (isShared) openToProcesses(context);
  const keptHere = isShared ? oddOneOut(sorted, work.pool().size) : undefined;
  const total = sorted.length;
  let done = 0;
  options.onProgress?.({ stage: 'search', done, total });
  const write = async (task: Task): Promise<void> => {
    const { country, language } = task.update;
    const job = jobOf(task, folder);
    const bundle =
      isShared && task !== keptHere
        ? await work.pool().run('search', job)
        : await writeSearch(job, work, () => language.records());
    const ofCountry = bundles.get(country) ?? new Map<Locale, StagedBundle>();
    bundles.set(country, ofCountry.set(language.locale, bundle));
    done++;
    options.onProgress?.({ stage: 'search', done, total });
  };
  if (isShared) await Promise.all(sorted.map(write));
  // Another thread beside this one would take as much from it as it does.
  else for (const task of sorted) await write(task);
  return bundles;
}

/** One more than the processes can share is indexed beside them, or they would all wait for the one that gets it. */
const oddOneOut = <T>(items: readonly T[], processes: number): T | undefined =>
  items.length % processes === 1 ? items.at(-1) : undefined;

interface Task {
  readonly update: SearchUpdate;
  /** Addresses of the entries whose records have to be made. */
  readonly changed: ReadonlySet<string>;
}

function changedEntries({ language: { key, entryKeys }, known }: SearchUpdate): ReadonlySet<string> {
  if (known?.key !== key) return new Set(entryKeys.keys());
  const changed = new Set<string>();
  for (const [target, { shown, text }] of entryKeys) {
    const before = known.entries[target];
    if (before?.shown !== shown || before.text !== text) changed.add(target);
  }
  return changed;
}

/** More are made by the process that indexes them. */
const fewChanged = 100;

function jobOf({ update, changed }: Task, folder: string): SearchJob {
  const { country, language, searchKey, known, isAltered } = update;
  const { locale, key, entryKeys } = language;
  return {
    country,
    locale,
    folder,
    key: searchKey,
    language: { key, entryKeys },
    made: changed.size < Math.min(fewChanged, entryKeys.size) ? language.records(changed) : [],
    publishedKey: isAltered ? undefined : known?.search.key,
  };
}
