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
  /** By what it can be narrowed, such as `age:3-4`; of a lesson only what it is, see {@link facetsOfLesson}. */
  readonly facets: readonly string[];
}

/** A lesson is for those whom its course is for. */
export const facetsOfLesson = (course: readonly string[]): readonly string[] => [
  'kind:lesson',
  ...course.filter((word) => !word.startsWith('kind:')),
];
