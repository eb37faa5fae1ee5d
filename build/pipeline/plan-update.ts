/**
 * Finds what a change touches: the pages of a site that have to be made anew.
 *
 * A page of a text depends on what all pages of its language share, on its own text, and on what it was recorded to read of other
 * entries; a list on all entries of its language; what stands outside of languages on all of them.
 */
import type { Locale } from '../../schemas/brands.ts';
import { type OutputPath, sha256 } from '../model/paths.ts';
import type { EditionPages, EntryKey, LanguagePages, PlannedText } from '../pages/pages.ts';
import { listKey } from '../pages/recorder.ts';
import type { LanguageState, SiteState } from './site-state.ts';

export interface SiteUpdate {
  readonly texts: readonly PlannedText[];
  /** Of the languages whose lists may have changed. */
  readonly lists: readonly LanguagePages[];
  /** Whether pages outside of languages, sitemaps and the like have to be made anew. */
  readonly outside: boolean;
  /** Languages whose search bundle has to be made anew. */
  readonly search: readonly Locale[];
}

/**
 * @param known nothing, when the site has to be made as a whole
 * @param altered files of the site that are not as they were left
 */
export function planUpdate(
  pages: EditionPages,
  known: SiteState | undefined,
  altered: ReadonlySet<OutputPath>,
): SiteUpdate {
  if (known === undefined) return wholeSite(pages);
  const changes = new Map(
    pages.languages.map((language) => [
      language.locale,
      changesOf(language, known.languages[language.locale], altered),
    ]),
  );
  const isTouched = (page: PlannedText): boolean => {
    const change = changes.get(page.locale);
    const before = known.texts[page.output];
    return (
      change === undefined ||
      before === undefined ||
      change.all ||
      altered.has(page.output) ||
      change.texts.has(page.target) ||
      before.reads.some((read) => change.shown.has(read))
    );
  };
  const listsOf = (language: LanguagePages): boolean => {
    const change = changes.get(language.locale);
    return change === undefined || change.all || change.lists;
  };
  const touchedLists = pages.languages.filter(listsOf);
  const languagesLeft = Object.keys(known.languages).length !== pages.languages.length;
  return {
    texts: pages.texts.filter(isTouched),
    lists: touchedLists,
    outside:
      touchedLists.length > 0 || languagesLeft || known.outside.files.some((file) => altered.has(file)),
    search: pages.languages
      .filter((language) => isSearchedHere(language) && changes.get(language.locale)?.search !== false)
      .map(({ locale }) => locale),
  };
}

/** Asks no digests of entries: they can be made while processes make pages. */
const wholeSite = ({ texts, languages }: EditionPages): SiteUpdate => ({
  texts,
  lists: languages,
  outside: true,
  search: languages.filter(isSearchedHere).map(({ locale }) => locale),
});

const isSearchedHere = ({ locale, searchedIn }: LanguagePages): boolean => searchedIn === locale;

interface Changes {
  /** Everything has changed: words, colours, navigation, or the language is new. */
  readonly all: boolean;
  /** Entries of which pages may show something else now, and the lists that hold them; see `PageInputs.reads`. */
  readonly shown: ReadonlySet<string>;
  /** Entries whose own page is another now. */
  readonly texts: ReadonlySet<string>;
  readonly lists: boolean;
  readonly search: boolean;
}

function changesOf(
  language: LanguagePages,
  known: LanguageState | undefined,
  altered: ReadonlySet<OutputPath>,
): Changes {
  const shown = new Set<string>();
  const texts = new Set<string>();
  const changed = (target: string, { kind }: EntryKey): void => {
    shown.add(target).add(listKey(kind));
    texts.add(target);
  };
  const before = known?.entries ?? {};
  for (const [target, now] of language.entryKeys) {
    const was = before[target];
    if (was?.shown !== now.shown) changed(target, now);
    else if (isOwnPageChanged(was, now)) texts.add(target);
  }
  for (const [target, was] of Object.entries(before))
    if (!language.entryKeys.has(target)) changed(target, was);
  return {
    all: known?.key !== language.key,
    shown,
    texts,
    lists: shown.size > 0 || (known?.lists.files.some((file) => altered.has(file)) ?? true),
    search:
      known?.search.key !== searchKeyOf(language) || known.search.files.some((file) => altered.has(file)),
  };
}

/** Whether the own page of an entry says something else now, of which no other page knows. */
export const isOwnPageChanged = (was: EntryKey, now: EntryKey): boolean =>
  was.text !== now.text || was.stale !== now.stale;

/** Changes with whatever search may know of the entries of a language. */
export const searchKeyOf = ({ key, entryKeys }: Pick<LanguagePages, 'key' | 'entryKeys'>): string =>
  sha256(
    `${key}\n${[...entryKeys].map(([target, { shown, text }]) => `${target} ${shown} ${text}`).join('\n')}`,
  );
