/**
 * The ISO form of a date that was written another way, as people of our region write it: day before month.
 *
 * @example correctDate('01.03.2025') // '2025-03-01'
 * @returns nothing when no such day exists
 */
export function correctDate(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})\.?(?:\s*(?:г|г\.|год))?$/.exec(text.trim());
  if (dayFirst !== null) return isoDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = /^(\d{4})[./\- ](\d{1,2})[./\- ](\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  return yearFirst === null ? undefined : isoDate(yearFirst[1], yearFirst[2], yearFirst[3]);
}

function isoDate(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}
