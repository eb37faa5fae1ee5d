/**
 * The titles of a language for its search, which answers from them before Pagefind has come over the line: in one file where they are
 * few, else in files by how the keys of their words begin, so that a question asks for one or two of them. Those who choose and do not
 * type get a list, which then lies in files by itself: what each title answers to in one, the titles in short ones.
 */
import { keyTablesOf } from '../../../templates/client/search/key-tables.ts';
import { createKeys, type Keys, keysIn } from '../../../templates/client/search/keys.ts';
import type { IndexedTitle, TitleIndex, TitleList } from '../../../templates/client/search/title-index.ts';
import { betweenFacts } from '../../../templates/unbroken.ts';
import type { Entry } from '../../model/edition.ts';
import type { EntryKind } from '../../model/place.ts';
import { publishedName } from '../../model/published.ts';
import { groupCard } from '../cards.ts';
import { factsOf } from '../facts.ts';
import { libraryOf } from '../library.ts';
import { facetLetters, searchWords } from '../search-facets.ts';
import { entryKinds, type View } from '../view.ts';

interface IndexFile {
  /** Site path, with the digest of the content. */
  readonly path: string;
  readonly content: string;
}

export interface TitleFiles {
  /** The one that is asked for first. */
  readonly main: IndexFile;
  readonly parts: readonly IndexFile[];
}

/** About 12 KB of the line. */
const titlesInOneFile = 500;

/** How many titles a part has at most: small ones cost a question less, many of them everybody who opens the index. */
const titlesPerPart = (total: number): number => (total <= 3000 ? 200 : 250);

/** About 3 KB: what fits a choice may be scattered over a list. */
const titlesPerListFile = 100;

const files = new WeakMap<View, TitleFiles>();

export function titleFiles(view: View): TitleFiles {
  const made = files.get(view) ?? makeFiles(view);
  files.set(view, made);
  return made;
}

function makeFiles(view: View): TitleFiles {
  const titles = entryKinds.flatMap((kind) =>
    inListOrder(kind, view).map((entry) => indexedTitle(entry, view)),
  );
  const tables = keyTablesOf(view.language.tag);
  const index = { tables, words: searchWords(view), total: titles.length };
  if (titles.length <= titlesInOneFile)
    return { main: jsonFile({ ...index, titles }, 'titles', view), parts: [] };
  const parts: Record<string, string> = {};
  const byBeginning = splitByBeginning(titles, createKeys(tables)).map(([beginning, some]) => {
    const part = jsonFile(some, `titles-${beginning}`, view);
    parts[beginning] = nameOf(part);
    return part;
  });
  const { list, files } = makeList(titles, view);
  return {
    main: jsonFile({ ...index, parts, list }, 'titles', view),
    parts: [...byBeginning, ...files],
  };
}

/** Materials that are alike side by side, so that those of a type lie in few files. */
const inListOrder = (kind: EntryKind, view: View): readonly Entry[] =>
  kind === 'material' ? libraryOf(view).materials : view.entries(kind);

function makeList(
  titles: readonly IndexedTitle[],
  view: View,
): { readonly list: TitleList; readonly files: readonly IndexFile[] } {
  const letters = jsonFile(titles.map(([, , , own]) => own).join(' '), 'title-letters', view);
  const files = Array.from({ length: Math.ceil(titles.length / titlesPerListFile) }, (_, at) =>
    jsonFile(titles.slice(at * titlesPerListFile, (at + 1) * titlesPerListFile), `title-list-${at}`, view),
  );
  return {
    list: { letters: nameOf(letters), titlesPerFile: titlesPerListFile, files: files.map(nameOf) },
    files: [letters, ...files],
  };
}

const nameOf = ({ path }: IndexFile): string => path.slice(path.lastIndexOf('/') + 1);

const jsonFile = (
  data: TitleIndex | readonly IndexedTitle[] | string,
  name: string,
  view: View,
): IndexFile => {
  const content = JSON.stringify(data);
  return { path: publishedName(`${name}-${view.language.tag}`, '.json', Buffer.from(content)), content };
};

type Beginning = readonly [beginning: string, titles: readonly IndexedTitle[]];

/** A title with the different keys of its words. */
interface KeyedTitle {
  readonly title: IndexedTitle;
  readonly keys: readonly string[];
}

/**
 * Each title stands with every beginning of its keys; a beginning is as long as it has to be for its file to be short. A word that
 * more titles have tells next to nothing: its file has the first of them, courses before materials.
 */
function splitByBeginning(titles: readonly IndexedTitle[], keys: Keys): Beginning[] {
  const keyed = titles.map((title) => ({ title, keys: keysIn(title[1], keys) }));
  return split(keyed, '', titlesPerPart(titles.length));
}

function split(titles: readonly KeyedTitle[], within: string, most: number): Beginning[] {
  const groups = new Map<string, KeyedTitle[]>();
  for (const title of titles)
    for (const beginning of beginningsOf(title, within)) {
      const group = groups.get(beginning);
      if (group === undefined) groups.set(beginning, [title]);
      else group.push(title);
    }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([beginning, group]): Beginning[] =>
      group.length <= most || beginning.length === within.length
        ? [[beginning, group.slice(0, most).map(({ title }) => title)]]
        : split(group, beginning, most),
    );
}

/** One letter longer than `within`; a key that is no longer is a beginning itself. */
const beginningsOf = ({ keys }: KeyedTitle, within: string): ReadonlySet<string> =>
  new Set(keys.filter((key) => key.startsWith(within)).map((key) => key.slice(0, within.length + 1)));

function indexedTitle(entry: Entry, view: View): IndexedTitle {
  const { title, textLanguage } = groupCard(entry, view);
  const path = entry.target.slice(1);
  const facts = factsOf(entry, view).join(betweenFacts);
  const letters = facetLetters(entry, view);
  return textLanguage === undefined
    ? [path, title, facts, letters]
    : [path, title, facts, letters, textLanguage.htmlLang];
}
