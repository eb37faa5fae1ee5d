/**
 * The words and formats of one locale, as templates use them.
 */

/**
 * Gives the words of the interface in a locale. The message is the English text, the key of the gettext catalogue; text in
 * braces is replaced: `t('Lesson {number} of {total}', { number: 2, total: 5 })`. Where a locale has no translation the
 * English text stands in. The result is plain text.
 */
export interface Translate {
  (message: string, values?: Values, context?: string): string;
  /** Chooses the plural form for `count`, which also replaces `{count}`: `t.plural('{count} lesson', '{count} lessons', 5)`. */
  plural(one: string, many: string, count: number, values?: Values): string;
}

export type Values = Readonly<Record<string, string | number>>;

/** Dates, numbers and lists at build time, since browsers lack ky, tg and uz data. */
export interface LocaleFormats {
  number(value: number): string;
  /** `2026-03-01` → `1 March 2026` */
  date(isoDate: string): string;
  list(items: readonly string[]): string;
  /** Orders items by their texts as a native reader expects; those with the same text as `others` says, else as they come. */
  sort<T>(items: Iterable<T>, textOf: (item: T) => string, others?: (a: T, b: T) => number): T[];
  /** The letter under which a title stands in an alphabetical list: `Б`, `Lj`, `Oʻ`; see `initials.ts`. */
  initial(title: string): string;
}
