/**
 * Plans every page of an edition.
 *
 * In: an edition and what all editions share. Out: the places of its pages, and for each a function that makes its complete data,
 * so that only pages that are written cost their making; what each was made from; the files beside them; and what search knows of
 * them. And a diagnostic for two pages that would be written to the same file.
 */
import type { Locale } from '../../schemas/brands.ts';
import type { Page } from '../../templates/model/page.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { bundleLanguage, type Edition, type Entry } from '../model/edition.ts';
import { type OutputPath, type SourcePath, toOutputPath } from '../model/paths.ts';
import type { SearchRecord } from '../model/search-record.ts';
import { createChrome, logoOf } from './chrome.ts';
import { contentPage } from './content-pages.ts';
import { findDuplicates } from './duplicates.ts';
import { type SiteFile, siteFiles } from './files/site-files.ts';
import type { Icons } from './icons.ts';
import { createEntryKeys, type KeysOf, languageKey } from './keys.ts';
import { listPage, listPages } from './list-pages.ts';
import { findLostLinks } from './lost-links.ts';
import { createRecorder, type PageInputs, type Recorder } from './recorder.ts';
import { searchRecord } from './search-records.ts';
import { sitePages } from './site-pages.ts';
import { createView, type PagesContext, type View } from './view.ts';

export type { PageInputs };

export interface PlannedPage {
  readonly output: OutputPath;
  /** The files that it is made from, for messages. */
  readonly sources: readonly SourcePath[];
  make(): MadePage;
}

export interface MadePage {
  readonly page: Page;
  readonly inputs: PageInputs;
}

/** A page with a text of its own. */
export interface PlannedText extends PlannedPage {
  readonly target: string;
  readonly locale: Locale;
}

/** What all entries have to be looked at for is done when somebody asks. */
export interface EditionPages {
  readonly edition: Edition;
  readonly languages: readonly LanguagePages[];
  /** Of all languages, those of one entry side by side. */
  readonly texts: readonly PlannedText[];
  /** The pages of one entry, in the order of the languages. */
  textsOf(entry: Entry): readonly PlannedText[];
  /** Pages outside of all languages. */
  sitePages(): readonly PlannedPage[];
  /** Sitemaps, feeds and the like. */
  files(): readonly SiteFile[];
  /** Site paths of the files that pages name whatever they are about: scripts, icons, the sign of the ministry. */
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LanguagePages {
  readonly locale: Locale;
  /** Digest of what all pages of the language have in common. */
  readonly key: string;
  /** By address: digests of what pages may show of an entry, and of its text. */
  readonly entryKeys: ReadonlyMap<string, EntryKey>;
  keysOf(entry: Entry): EntryKey;
  /** Home, lists, search: pages that may show something of any entry. */
  lists(): readonly PlannedPage[];
  /** One of these alone, by its site path. */
  list(path: string): MadePage | undefined;
  /** The language whose search bundle holds these pages: another one for the second script of a language. */
  readonly searchedIn: Locale;
  /** What search knows of each entry, or of the entries at these addresses. */
  records(targets?: ReadonlySet<string>): readonly SearchRecord[];
}

export interface EntryKey {
  readonly kind: Entry['entry'];
  /** Changes with whatever any page may show of the entry. */
  readonly shown: string;
  /** Changes with the text that its own page shows. */
  readonly text: string;
  /** Whether its own page says that the original has changed since, which no other page and no search knows of. */
  readonly stale?: true;
}

export function planPages(edition: Edition, context: PagesContext): EditionPages {
  const recorder = createRecorder();
  const keysOf = createEntryKeys(edition, context);
  const entries = once(() => [...edition.entries.values()]);
  const views = edition.languages.map((language) =>
    createView(context, edition, language, () => createChrome(context, edition, language), recorder),
  );
  const textsOf = (entry: Entry): PlannedText[] => views.map((view) => plannedText(entry, view, recorder));
  const texts = once(() => entries().flatMap(textsOf));
  return {
    edition,
    get texts() {
      return texts();
    },
    textsOf,
    languages: views.map((view) => {
      const others = views.filter(
        (other) => other !== view && bundleLanguage(other.language, edition) === view.language.tag,
      );
      return planLanguage(view, others, entries, keysOf, recorder);
    }),
    sitePages: () => planTogether(() => sitePages(views), edition, recorder),
    files: () => siteFiles(views),
    assets: [
      ...Object.values(context.scripts).map(({ path }) => path),
      ...iconPaths(context.icons(edition)),
      ...[logoOf(edition, context)?.path].filter((path) => path !== undefined),
    ],
    get diagnostics() {
      return [...findDuplicates(texts()), ...views.flatMap(findLostLinks)];
    },
  };
}

function planLanguage(
  view: View,
  others: readonly View[],
  entries: () => readonly Entry[],
  keysOf: KeysOf,
  recorder: Recorder,
): LanguagePages {
  const { tag } = view.language;
  const key = once(() => languageKey(view));
  const entryKeys = once(() => new Map(entries().map((entry) => [entry.target, keysOf(entry)(tag)])));
  return {
    locale: tag,
    get key() {
      return key();
    },
    get entryKeys() {
      return entryKeys();
    },
    keysOf: (entry) => keysOf(entry)(tag),
    lists: () => planTogether(() => listPages(view), view.edition, recorder),
    list(path) {
      const { value, inputs } = recorder.record(() => listPage(path, view));
      return value && { page: value, inputs };
    },
    searchedIn: bundleLanguage(view.language, view.edition),
    records: (targets) =>
      (targets === undefined
        ? entries()
        : [...targets].flatMap((target) => view.edition.entries.get(target) ?? [])
      ).map((entry) => searchRecord(entry, view, others)),
  };
}

/** The processes that only make pages ask for no keys, and those of all entries take as long to make as a thousand pages. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function plannedText(entry: Entry, view: View, recorder: Recorder): PlannedText {
  return {
    output: outputOf(view.path(entry.target), view.edition),
    sources: [view.variant(entry).bodySource],
    target: entry.target,
    locale: view.language.tag,
    make() {
      const { value, inputs } = recorder.record(() => contentPage(entry, view));
      return { page: value, inputs };
    },
  };
}

/** Pages that are made from everything: what they read is not told apart, and what they name stands with the first of them. */
function planTogether(make: () => readonly Page[], edition: Edition, recorder: Recorder): PlannedPage[] {
  const { value, assets } = recorder.recordFiles(make);
  return value.map((page, at) => ({
    output: outputOf(page.path, edition),
    sources: [`countries/${edition.country.code}/country.yml` as SourcePath],
    make: () => ({ page, inputs: { reads: new Set(), assets: at === 0 ? assets : new Set() } }),
  }));
}

const iconPaths = ({ svg, png192, png512, maskable512, touch180 }: Icons): string[] =>
  [svg, png192, png512, maskable512, touch180].map(({ path }) => path);

const outputOf = (path: string, edition: Edition): OutputPath =>
  toOutputPath(`${edition.country.code}${path.endsWith('/') ? `${path}index.html` : path}`);
