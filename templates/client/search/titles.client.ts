/** Finds titles: asks for their index when somebody begins to type or to choose, and for the parts of it that a question needs. */
import type { Word } from '../library/choices.ts';
import { fetchJson, openFiles } from './files.client.ts';
import { type Filter, passes } from './filter.ts';
import { createKeys, type Keys } from './keys.ts';
import { once } from './once.ts';
import { type Hit, type KeyedTitle, keyTitles, rankTitles } from './rank.ts';
import type { IndexedTitle, TitleIndex } from './title-index.ts';

export interface Titles {
  readonly keys: Keys;
  readonly total: number;
  readonly words: readonly Word[];
  /**
   * @param asked the words that tell most first: of a long question not all are looked up
   * @returns the best first; of a question without any word, nothing
   */
  find(asked: readonly string[], filter: Filter): Promise<Hit[]>;
  /** @returns the places of those in the list of all titles that pass */
  list(filter: Filter): Promise<readonly number[]>;
  /** @returns the paths of what stands at these places */
  at(places: readonly number[]): Promise<readonly string[]>;
  /** What is known of a page by now. */
  entry(path: string): IndexedTitle | undefined;
  /** Addresses of the files by which every title can be found. */
  readonly files: readonly string[];
}

export async function loadTitles(address: URL): Promise<Titles> {
  const { tables, words, total, titles = [], parts = {}, list } = await fetchJson<TitleIndex>(address);
  const keys = createKeys(tables);
  const known = new Map<string, KeyedTitle>();
  const add = (entries: readonly IndexedTitle[]): void => {
    for (const title of keyTitles(entries, keys)) known.set(title.entry[0], title);
  };
  add(titles);
  const files = openFiles(address, add);
  const letters = once(async () =>
    list
      ? (await fetchJson<string>(new URL(list.letters, address))).split(' ')
      : titles.map(([, , , own]) => own),
  );
  const titleAt = async (place: number): Promise<IndexedTitle | undefined> => {
    if (!list) return titles[place];
    const file = list.files[Math.floor(place / list.titlesPerFile)];
    return file ? (await files.load(file))[place % list.titlesPerFile] : undefined;
  };
  return {
    keys,
    total,
    words,
    async find(asked, filter) {
      await Promise.all(partsToLoad(asked, parts, files.has).map(files.load));
      return rankTitles(asked, [...known.values()], total, ({ entry: [, , , own] }) => passes(own, filter));
    },
    list: async (filter) => (await letters()).flatMap((own, place) => (passes(own, filter) ? [place] : [])),
    at: async (places) => (await Promise.all(places.map(titleAt))).flatMap((title) => title?.[0] ?? []),
    entry: (path) => known.get(path)?.entry,
    files: Object.values(parts).map((part) => new URL(part, address).href),
  };
}

/** A title stands in the part of each of its words: whoever asks for a whole title needs few of them. */
const mostParts = 4;

/** The files of the words that begin as keys do (while one letter is typed, none): those that are known, and of the first words. */
function partsToLoad(
  asked: readonly string[],
  parts: Readonly<Record<string, string>>,
  isKnown: (file: string) => boolean,
): readonly string[] {
  const files = asked.flatMap((key) =>
    Object.entries(parts).flatMap(([beginning, part]) => (key.startsWith(beginning) ? [part] : [])),
  );
  return [...new Set(files)].sort((a, b) => +isKnown(b) - +isKnown(a)).slice(0, mostParts);
}
