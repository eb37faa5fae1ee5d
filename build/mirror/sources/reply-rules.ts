/** What of an answer is believed: which status means what, and how long the file is said to be. */
import type { Reply } from './exchange.ts';
import { SourceError } from './source.ts';

/**
 * Returns whether there is a file.
 *
 * @param expected statuses that give it
 * @throws SourceError for any other status but those that say that there is none
 */
export function requireStatus(
  { status, headers }: Reply,
  expected: readonly number[],
  url: string,
  path: string,
): boolean {
  if (expected.includes(status)) return true;
  // S3 says 403 of what is not there to whoever may not list.
  if ([403, 404, 410].includes(status)) return false;
  if (status >= 300 && status < 400)
    throw new SourceError(
      'refused',
      `${url}${path} leads to ${shortened(headers.location ?? 'another address')}, which is not followed. If the site is there, write that address into mirror.json.`,
    );
  if (status >= 500 || status === 429 || status === 408)
    throw new SourceError(
      'unreachable',
      `${url}${path} cannot be had: the server answers ${status}. Try again later.`,
      retryAfterMs(headers['retry-after']),
    );
  throw new SourceError(
    'refused',
    `${url}${path} cannot be had: the server answers ${status}. Check the address in mirror.json.`,
  );
}

/** What a server has said, as a part of a sentence: the sentence is kept, and shown to readers, while a field may have 16 kB. */
export const shortened = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;

const longestShown = 200;

/** RFC 9110, 10.2.3; a date is left to one's own pauses, since the clocks may differ. */
function retryAfterMs(value: string | undefined): number {
  const seconds = value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
  return Math.min(seconds, longestWaitSeconds) * 1000;
}

const longestWaitSeconds = 60;

/** Bytes of the body as it is sent, where the server says so. */
export function lengthOf({ headers }: Reply): number | undefined {
  const value = headers['content-length'];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/**
 * Returns where the part begins that was asked for.
 *
 * @throws SourceError for another part, and for one of a file that is longer than it can be
 */
export function partOf(
  { headers }: Reply,
  offset: number,
  maxBytes: number,
  url: string,
  path: string,
): number {
  const [, start, length] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  if (Number(start) !== offset)
    throw new SourceError(
      'refused',
      `${url}${path}: the server sent another part than the one it was asked for.`,
    );
  if (length !== '*' && Number(length) > maxBytes)
    throw new SourceError('refused', `${url}${path} is longer than the ${maxBytes} bytes that it can have.`);
  return offset;
}
