import type { Locale } from '../../schemas/brands.ts';

/** What search knows of one page in one language of one site. */
export interface SearchRecord {
  /** The reader's language, whose index holds the record. */
  readonly locale: Locale;
  /** Relative to the root of the language: `courses/play/`. */
  readonly url: string;
  readonly title: string;
  /** What a result shows below the title. */
  readonly summary: string;
  /** What the result shows where the page is in the other script, by its language. */
  readonly otherSummaries?: Readonly<Record<Locale, string>>;
  /** The keys of the words by which it is found, each once, with a space between two. */
  readonly content: string;
}
