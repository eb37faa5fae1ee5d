/** Finds the pages that show an edited body, and the languages whose search knows it. */
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import type { SourcePath } from '../model/paths.ts';
import { targetOf } from '../model/place.ts';
import type { EntryKey, LanguagePages, PlannedText } from '../pages/pages.ts';
import type { BodyEdits } from './find-body-edits.ts';
import type { FolderJob } from './load-content.ts';
import type { PlannedEdition } from './plan-editions.ts';
import { isOwnPageChanged, searchKeyOf } from './plan-update.ts';
import type { LanguageState, SiteFrame } from './site-state.ts';

export interface EditedSite {
  readonly country: CountryCode;
  readonly planned: PlannedEdition;
  readonly frame: SiteFrame;
  readonly update: { readonly texts: readonly PlannedText[]; readonly search: readonly Locale[] };
  /** Those in which a page is another now. */
  readonly languages: ReadonlyMap<Locale, EditedLanguage>;
}

export interface EditedLanguage {
  readonly known: LanguageState;
  /** Of all entries. */
  readonly entryKeys: ReadonlyMap<string, EntryKey>;
  /** See `searchKeyOf`. */
  readonly searchKey: string;
}

/**
 * @param hasSearch whether the sites have search bundles
 * @returns the sites that the edits touch; nothing when they touch more than bodies, such as the names of quizzes, for which a certificate asks
 */
export function planBodyEdits(
  { folders, jobs, frames }: BodyEdits,
  editions: readonly PlannedEdition[],
  hasSearch: boolean,
): readonly EditedSite[] | undefined {
  const targets = targetsOf(jobs, folders);
  const sites: EditedSite[] = [];
  for (const planned of editions) {
    const country = planned.edition.country.code;
    const frame = frames.get(country) as SiteFrame;
    const languages = new Map<Locale, EditedLanguage>();
    const edited = new Map<Locale, ReadonlyMap<string, EntryKey>>();
    const searched: Locale[] = [];
    for (const language of planned.languages) {
      const known = frame.languages[language.locale];
      const keys = known && editedKeys(language, known, targets, planned);
      if (known === undefined || keys === undefined) return undefined;
      if (keys.size === 0) continue;
      edited.set(language.locale, keys);
      const isSearched = [...keys].some(([target, { text }]) => known.entries[target]?.text !== text);
      if (hasSearch && isSearched && language.searchedIn === language.locale) searched.push(language.locale);
      const entryKeys = new Map([...Object.entries(known.entries), ...keys]);
      const searchKey = searchKeyOf({ key: known.key, entryKeys });
      languages.set(language.locale, { known, entryKeys, searchKey });
    }
    if (languages.size === 0) continue;
    const texts = targets
      .flatMap((target) => planned.edition.entries.get(target) ?? [])
      .flatMap((entry) => planned.textsOf(entry))
      .filter(({ locale, target }) => edited.get(locale)?.has(target));
    sites.push({
      country,
      planned,
      frame,
      update: { texts, search: searched },
      languages,
    });
  }
  return sites;
}

function targetsOf(jobs: readonly FolderJob[], folders: readonly SourcePath[]): readonly string[] {
  const targets = jobs
    .filter(({ path }) => folders.includes(path))
    .flatMap(({ texts }) => texts.flatMap(({ place }) => (place.kind === 'text' ? targetOf(place) : [])));
  return [...new Set(targets)].toSorted();
}

function editedKeys(
  language: LanguagePages,
  known: LanguageState,
  targets: readonly string[],
  { edition }: PlannedEdition,
): ReadonlyMap<string, EntryKey> | undefined {
  const edited = new Map<string, EntryKey>();
  for (const target of targets) {
    const entry = edition.entries.get(target);
    if (entry === undefined) continue;
    const was = known.entries[target];
    const now = language.keysOf(entry);
    if (was === undefined || was.shown !== now.shown) return undefined;
    if (isOwnPageChanged(was, now)) edited.set(target, now);
  }
  return edited;
}
