import type { Locale } from '../../schemas/brands.ts';
import type { HeavyPage } from '../budgets/heavy-page.ts';
import { type OutputPath, toOutputPath } from '../model/paths.ts';
import type { EntryKey } from '../pages/pages.ts';
import { searchKeyOf } from './plan-update.ts';
import type { Site } from './site.ts';
import type { GroupState, LanguageState, SiteState, TextState } from './site-state.ts';
import type { Bundles } from './write-bundles.ts';
import type { Groups } from './write-groups.ts';
import type { WrittenPages } from './write-pages.ts';

/** What is known of a language before its pages are made. */
export interface LanguageDraft {
  readonly key: string;
  readonly entries: Readonly<Record<string, EntryKey>>;
  /** See `searchKeyOf`. */
  readonly searchKey: string;
}

export type SiteDraft = ReadonlyMap<Locale, LanguageDraft>;

/** Digests of all that a site is made from: they take as long as a thousand pages, and can be made while others make these. */
export const draftState = ({ planned }: Site): SiteDraft =>
  new Map(
    planned.languages.map((language) => [
      language.locale,
      {
        key: language.key,
        entries: Object.fromEntries(language.entryKeys),
        searchKey: searchKeyOf(language),
      },
    ]),
  );

/** Joins what was made with what is known of the rest. */
export function nextState(
  site: Site,
  draft: SiteDraft,
  texts: WrittenPages,
  groups: Groups,
  bundles: Bundles,
): SiteState {
  const { planned, known } = site;
  const languages = planned.languages.map(({ locale, searchedIn }): readonly [Locale, LanguageState] => {
    const { searchKey, ...drafted } = draft.get(locale) as LanguageDraft;
    const before = known?.languages[locale];
    const bundle = bundles.get(site.country)?.get(locale);
    return [
      locale,
      {
        ...drafted,
        lists: groups.lists.get(locale) ?? before?.lists ?? nothing,
        search: {
          key: searchKey,
          files: bundle?.files ?? [],
          ...(bundle === undefined && searchedIn === locale && before?.search),
        },
      },
    ];
  });
  return {
    languages: Object.fromEntries(languages),
    texts: Object.fromEntries(
      planned.texts.map(({ output }): readonly [OutputPath, TextState] => [
        output,
        texts.states.get(output) ?? known?.texts[output] ?? noInputs,
      ]),
    ),
    outside: groups.outside ?? known?.outside ?? nothing,
    heavy: heavyPages(site, texts, groups),
  };
}

/** Those that were weighed now, and of those that the last build knew the ones that were not made anew. */
function heavyPages(
  { country, planned, known }: Site,
  texts: WrittenPages,
  { lists, outside, heavy }: Groups,
): readonly HeavyPage[] {
  const left = new Set([
    ...planned.texts.map(({ output }) => output).filter((output) => !texts.states.has(output)),
    ...planned.languages.flatMap(({ locale }) =>
      lists.has(locale) ? [] : (known?.languages[locale]?.lists.files ?? []),
    ),
    ...(outside === undefined ? (known?.outside.files ?? []) : []),
  ]);
  return [
    ...(known?.heavy ?? []).filter(({ output }) => left.has(output)),
    ...texts.heavy.filter(({ output }) => output.startsWith(`${country}/`)),
    ...heavy,
  ];
}

const nothing: GroupState = { files: [], assets: [] };
const noInputs: TextState = { reads: [], assets: [] };

/** Site paths of the published files that the pages name. */
export function assetsOf({ languages, texts, outside }: SiteState): ReadonlySet<string> {
  const groups = [outside, ...Object.values<LanguageState>(languages).map(({ lists }) => lists)];
  const assets = new Set(groups.flatMap((group) => group.assets));
  for (const text of Object.values<TextState>(texts)) for (const asset of text.assets) assets.add(asset);
  return assets;
}

/** Every file of the site. */
export function filesOf({ country }: Site, state: SiteState): ReadonlySet<OutputPath> {
  const languages = Object.values<LanguageState>(state.languages);
  return new Set([
    ...(Object.keys(state.texts) as OutputPath[]),
    ...state.outside.files,
    ...languages.flatMap(({ lists, search }) => [...lists.files, ...search.files]),
    ...[...assetsOf(state)].map((asset) => toOutputPath(`${country}${asset}`)),
  ]);
}
