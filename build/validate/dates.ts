/**
 * The ISO form of a date that was written another way, as people of our region write it: day before month.
 *
 * @example correctDate('01.03.2025') // '2025-03-01'
 * @returns nothing when no such day exists
 */
export function correctDate(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})\.?(?:\s*(?:г|г\.|год))?$/.exec(text.trim());
  if (dayFirst !== null) return isoDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const shortYear = /^(\d{1,2})\.(\d{1,2})\.(\d{2})\.?$/.exec(text.trim());
  if (shortYear !== null) return isoDate(`20${shortYear[3]}`, shortYear[2], shortYear[1]);
  const inWords = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?\s+(\d{4})(?:\s*г\.?)?$/u.exec(text.trim()) ?? undefined;
  const month =
    monthNames.findIndex((names) => names.some((name) => inWords?.[2]?.toLowerCase().startsWith(name))) + 1;
  if (inWords !== undefined && month > 0) return isoDate(inWords[3], String(month), inWords[1]);
  const yearFirst = /^(\d{4})[./\- ](\d{1,2})[./\- ](\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  return yearFirst === null ? undefined : isoDate(yearFirst[1], yearFirst[2], yearFirst[3]);
}

function isoDate(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** By their beginnings, in English and Russian; the names of the other languages begin like one of these. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'янв'],
  ['feb', 'фев'],
  ['mar', 'мар'],
  ['apr', 'апр'],
  ['may', 'maj', 'май', 'мая', 'мај'],
  ['jun', 'июн', 'јун'],
  ['jul', 'июл', 'јул'],
  ['aug', 'авг'],
  ['sep', 'сен', 'сеп'],
  ['oct', 'okt', 'окт'],
  ['nov', 'ноя', 'нов'],
  ['dec', 'dek', 'дек'],
];
