/** Whether a reader has a file already, and whether a part of it still fits to what she has (RFC 9110, 13.1). */

/** @param field `If-None-Match`; a weak tag of the same name is enough (13.1.2) */
export const hasAlready = (field: string | undefined, tag: string): boolean =>
  field !== undefined &&
  (field.trim() === '*' || field.split(',').some((one) => one.trim().replace(/^W\//, '') === tag));

/** @param field `If-Range`: only the very same bytes will do, and a date never tells that (13.1.5) */
export const fitsToPart = (field: string | undefined, tag: string): boolean =>
  field === undefined || field.trim() === tag;
