/** What the search of a language knows of titles: small enough to be asked for when somebody begins to type. */
import type { KeyTables } from './keys.ts';

/** The file that is asked for first. */
export interface TitleIndex {
  readonly tables: KeyTables;
  /** How many titles there are. */
  readonly total: number;
  /** All titles, where they are few. */
  readonly titles?: readonly IndexedTitle[];
  /** Else files, relative to this one, by how the keys of their titles begin. */
  readonly parts?: Readonly<Record<string, string>>;
}

export type IndexedTitle = readonly [
  /** Relative to the language: `materials/treasure-bag/`. */
  path: string,
  title: string,
  /** What it is, and for whom: `Story · 3–6 years`. */
  facts: string,
  /** Language of the title where it is not that of the page. */
  lang?: string,
];
