/** Finds titles: asks for their index when somebody begins to type or to choose, and for the parts of it that a question needs. */
import type { Word } from '../library/choices.ts';
import { type Filter, passes } from './filter.ts';
import { createKeys, type Keys } from './keys.ts';
import { once } from './once.ts';
import { type Hit, type KeyedTitle, keyTitles, rankTitles } from './rank.ts';
import type { IndexedTitle, TitleIndex } from './title-index.ts';

export interface Titles {
  readonly keys: Keys;
  readonly total: number;
  readonly words: readonly Word[];
  /** @returns the best first; of a question without any word, nothing */
  find(asked: readonly string[], filter: Filter): Promise<Hit[]>;
  /** @returns the places of those in the list of all titles that pass */
  list(filter: Filter): Promise<readonly number[]>;
  /** @returns the paths of what stands at these places */
  at(places: readonly number[]): Promise<readonly string[]>;
  /** What is known of a page by now. */
  entry(path: string): IndexedTitle | undefined;
}

export async function loadTitles(address: URL): Promise<Titles> {
  const { tables, words, total, titles = [], parts = {}, list } = await fetchJson<TitleIndex>(address);
  const keys = createKeys(tables);
  const known = new Map<string, KeyedTitle>();
  const add = (entries: readonly IndexedTitle[]): readonly IndexedTitle[] => {
    for (const title of keyTitles(entries, keys)) known.set(title.entry[0], title);
    return entries;
  };
  add(titles);
  const loading = new Map<string, () => Promise<readonly IndexedTitle[]>>();
  const load = (file: string): Promise<readonly IndexedTitle[]> => {
    const asked =
      loading.get(file) ?? once(() => fetchJson<readonly IndexedTitle[]>(new URL(file, address)).then(add));
    loading.set(file, asked);
    return asked();
  };
  const letters = once(async () =>
    list === undefined
      ? titles.map(([, , , own]) => own)
      : (await fetchJson<string>(new URL(list.letters, address))).split(' '),
  );
  const titleAt = async (place: number): Promise<IndexedTitle | undefined> => {
    if (list === undefined) return titles[place];
    const file = list.files[Math.floor(place / list.titlesPerFile)];
    return file === undefined ? undefined : (await load(file))[place % list.titlesPerFile];
  };
  return {
    keys,
    total,
    words,
    async find(asked, filter) {
      await Promise.all(asked.flatMap((key) => partsFor(key, parts)).map(load));
      return rankTitles(asked, [...known.values()], total, ({ entry: [, , , own] }) => passes(own, filter));
    },
    list: async (filter) => (await letters()).flatMap((own, place) => (passes(own, filter) ? [place] : [])),
    at: async (places) => (await Promise.all(places.map(titleAt))).flatMap((title) => title?.[0] ?? []),
    entry: (path) => known.get(path)?.entry,
  };
}

/** The file of the words that begin as a key does; while one letter is typed, none. */
const partsFor = (key: string, parts: Readonly<Record<string, string>>): string[] =>
  Object.entries(parts).flatMap(([beginning, part]) => (key.startsWith(beginning) ? [part] : []));

async function fetchJson<T>(address: URL): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}
