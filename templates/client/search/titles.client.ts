/** Finds titles: asks for their index when somebody begins to type, and for the parts of it that a question needs. */
import { createKeys, type Keys } from './keys.ts';
import { type Hit, type KeyedTitle, keyTitles, rankTitles } from './rank.ts';
import type { IndexedTitle, TitleIndex } from './title-index.ts';

export interface Titles {
  readonly keys: Keys;
  readonly total: number;
  /** @returns the best first; of a question without any word, nothing */
  find(asked: readonly string[]): Promise<Hit[]>;
  /** What is known of a page by now. */
  entry(path: string): IndexedTitle | undefined;
}

export async function loadTitles(address: URL): Promise<Titles> {
  const { tables, total, titles, parts = {} } = (await fetchJson(address)) as TitleIndex;
  const keys = createKeys(tables);
  const known = new Map<string, KeyedTitle>();
  const add = (entries: readonly IndexedTitle[]): void => {
    for (const title of keyTitles(entries, keys)) known.set(title.entry[0], title);
  };
  if (titles !== undefined) add(titles);
  const loading = new Map<string, Promise<void>>();
  const load = (part: string): Promise<void> => {
    const asked =
      loading.get(part) ?? fetchJson(new URL(part, address)).then((found) => add(found as IndexedTitle[]));
    loading.set(part, asked);
    asked.catch(() => loading.delete(part));
    return asked;
  };
  return {
    keys,
    total,
    async find(asked) {
      await Promise.all(asked.flatMap((key) => partsFor(key, parts)).map(load));
      return rankTitles(asked, [...known.values()], total);
    },
    entry: (path) => known.get(path)?.entry,
  };
}

/** The file of the words that begin as a key does; while one letter is typed, none. */
const partsFor = (key: string, parts: Readonly<Record<string, string>>): string[] =>
  Object.entries(parts).flatMap(([beginning, part]) => (key.startsWith(beginning) ? [part] : []));

async function fetchJson(address: URL): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
