/**
 * What an author probably meant by a value of the wrong shape.
 */
import type { Value } from '../model/document.ts';

/** The items of a list that was written as a text: `first, second`, `"[first]"`, `-first`. */
export function itemsOf(value: Value): string[] {
  if (Array.isArray(value) || value === null || typeof value === 'boolean') return [];
  if (typeof value === 'object') return Object.keys(value);
  const inner = String(value).replace(/^\[|\]$/g, '');
  const parts = /^-\S/.test(inner) ? inner.split(/(?:^|\s)-/) : inner.split(/[,;\n]/);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 10);
}

/** `045`, `15.0`, `"15"`, `15 minutes`, `10-15` (the longer one), `1.5`; nothing where it is not one number. */
export function correctNumber(value: Value): number | undefined {
  if (Array.isArray(value))
    return value.length === 1 ? correctNumber((value as readonly Value[])[0] ?? null) : undefined;
  if (typeof value === 'number') return Math.round(value);
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const numbers = value.replaceAll(',', '.').match(/\d+(?:\.\d+)?/g) ?? [];
  const isPlain = /^\D{0,3}[\d.,]+(\s*\p{L}+\.?)?$/u.test(value) && !/^0x|\de\d/i.test(value);
  const isRange = /^\d+\s*(-|–|—|to|до|…)\s*\d+(\s*\p{L}+\.?)?$/u.test(value);
  const number = Number(numbers.at(-1));
  return numbers.length > 0 && (isPlain || isRange) && number < 1e6 ? Math.round(number) : undefined;
}

/** Hours, where hours were written. */
export function correctMinutes(value: Value): number | undefined {
  const [, hours] =
    /^(\d+(?:[.,]\d+)?)\s*(?:h|hours?|ч|час\p{L}*|soat|саат|соат|sata?)\.?$/iu.exec(String(value)) ?? [];
  return hours === undefined ? correctNumber(value) : Math.round(Number(hours.replace(',', '.')) * 60);
}

/** Months, where years were written. */
export function correctAges(value: Value): number | undefined {
  const [, years] =
    /^(\d+(?:[.,]\d+)?)\s*(?:y|years?|г|год\p{L}*|лет|жаш|сола?|yosh|yil|godin\p{L}*|годин\p{L}*)\.?$/iu.exec(
      String(value),
    ) ?? [];
  return years === undefined ? correctNumber(value) : Math.round(Number(years.replace(',', '.')) * 12);
}

/** A whole web address, in the letters that the network takes; of a site without anything behind its last slash. */
export function correctUrl(text: string, isSite: boolean): string | undefined {
  const written = text.trim();
  if (/\s/.test(written) || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
  const address = /^https?:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!url.hostname.includes('.') && url.hostname !== 'localhost') return undefined;
  if (!isSite) return url.href;
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}
