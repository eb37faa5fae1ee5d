import type { Value } from '../model/document.ts';

/** A value as it is shown in a message: on one line, and long ones cut. */
export function show(value: Value): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value).replace(/\s+/g, ' ');
  return typeof value === 'string'
    ? `"${text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text}"`
    : text;
}

/** `image` and `alt` make `image.alt`. */
export const joinName = (parent: string, field: string): string =>
  parent === '' ? field : `${parent}.${field}`;

/** `alt` of `image.alt`, `lessons` of `lessons[2]`. */
export const lastName = (name: string): string => /([^.[\]]+)(\[\d+\])?$/.exec(name)?.[1] ?? name;
