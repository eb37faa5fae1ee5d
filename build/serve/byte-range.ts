/**
 * Reads the `Range` field of a request (RFC 9110, 14.2): players ask for the part of a recording that they are about to play.
 */

/** Both ends are part of it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the one range that is asked for, or `unsatisfiable` when no byte of the file lies in it, or nothing when the whole file is
 * the answer: no range, one that is malformed (to be ignored, 14.2), or several (which a server need not answer).
 */
export function parseRange(
  field: string | undefined,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | undefined {
  const found = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(field ?? '');
  if (found === null) return undefined;
  const [, from = '', to = ''] = found;
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  // Without a beginning, the number is that of the last bytes.
  const first = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  return first > last ? 'unsatisfiable' : { first, last };
}
