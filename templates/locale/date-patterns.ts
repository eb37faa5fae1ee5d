import type { LocaleFormats } from './locale.ts';

/**
 * Returns how a day of each month is written, for scripts: `{day} March {year}`, January first.
 *
 * Made from a day whose numbers occur in no other part of a date.
 */
export const datePatterns = ({ date }: LocaleFormats): readonly string[] =>
  Array.from({ length: 12 }, (_, index) =>
    date(`2039-${String(index + 1).padStart(2, '0')}-28`)
      .replace('2039', '{year}')
      .replace('28', '{day}'),
  );
