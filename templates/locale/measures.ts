/**
 * Time, ages and file sizes in the words of a locale.
 */

import type { Ages } from '../model/page.ts';
import type { LocaleFormats, Translate } from './locale.ts';

/** `12 minutes`, `1 hour`, `1 h 10 min`. */
export function duration(t: Translate, totalMinutes: number): string {
  const hours = Math.floor(totalMinutes / 60);
  const minutes = totalMinutes % 60;
  if (hours === 0) return t.plural('{count} minute', '{count} minutes', minutes);
  if (minutes === 0) return t.plural('{count} hour', '{count} hours', hours);
  return t('{hours} h {minutes} min', { hours, minutes });
}

/** `3–6 years`; in months where years would not be exact. The plural goes with the second number. */
export function ageRange(t: Translate, { fromMonths, toMonths }: Ages): string {
  return fromMonths % 12 === 0 && toMonths % 12 === 0
    ? t.plural('{from}–{count} year', '{from}–{count} years', toMonths / 12, { from: fromMonths / 12 })
    : t.plural('{from}–{count} month', '{from}–{count} months', toMonths, { from: fromMonths });
}

/** `280 KB`, `2.1 MB`: decimal, as shops and phones count. Never 0. */
export function fileSize(t: Translate, format: LocaleFormats, bytes: number): string {
  if (bytes < 999_500) return t('{size} KB', { size: format.number(Math.max(1, Math.round(bytes / 1000))) });
  return t('{size} MB', { size: format.number(Math.round(bytes / 100_000) / 10) });
}

/** `about 66 s on 2G`, from two minutes on `about 16 min on 2G`: on a slow line readers pay with their time as well. */
export function loadingTime(t: Translate, format: LocaleFormats, bytes: number): string {
  const seconds = Math.max(1, Math.round((bytes * 8) / slowLineBitsPerSecond));
  if (seconds < 120) return t('about {seconds} s on 2G', { seconds: format.number(seconds) });
  return t('about {minutes} min on 2G', { minutes: format.number(Math.round(seconds / 60)) });
}

/** DESIGN § 7: 2G. */
const slowLineBitsPerSecond = 150_000;
