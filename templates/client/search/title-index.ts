/** What the search of a language knows of titles: small enough to be asked for when somebody begins to type. */
import type { Word } from '../library/choices.ts';
import type { KeyTables } from './keys.ts';

/** The file that is asked for first. */
export interface TitleIndex {
  readonly tables: KeyTables;
  /** By what titles can be narrowed; the order gives each word its letter (`filter.ts`). */
  readonly words: readonly Word[];
  /** How many titles there are. */
  readonly total: number;
  /** All titles, where they are few, in the order of a list. */
  readonly titles?: readonly IndexedTitle[];
  /** Else files, relative to this one, by how the keys of their titles begin. */
  readonly parts?: Readonly<Record<string, string>>;
  /** And the same titles once more, for those who choose and do not type. */
  readonly list?: TitleList;
}

/** All titles in the order of a list, in files that are relative to that of the index. */
export interface TitleList {
  /** A text with the letters of each title, with spaces between them. */
  readonly letters: string;
  readonly titlesPerFile: number;
  readonly files: readonly string[];
}

export type IndexedTitle = readonly [
  /** Relative to the language: `materials/treasure-bag/`. */
  path: string,
  title: string,
  /** What it is, and for whom: `Story · 3–6 years`. */
  facts: string,
  /** What it answers to, see `filter.ts`. */
  letters: string,
  /** Language of the title where it is not that of the page. */
  lang?: string,
];
