/**
 * Who may ask: the editor that this preview has served, and nobody else.
 *
 * A web page elsewhere can send requests to this computer. It does not have the token; it cannot send its own without a preflight,
 * which is refused; and browsers say where it comes from.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Refusal, refusal } from './answers.ts';

export interface Admission {
  readonly token: string;
  readonly isOwnOrigin: (origin: string) => boolean;
}

/** Returns why a request is not answered, or nothing. */
export function refuseStranger(headers: IncomingHttpHeaders, admission: Admission): Refusal | undefined {
  const { host, origin, authorization } = headers;
  const site = headers['sec-fetch-site'];
  const isOwn =
    admission.isOwnOrigin(`http://${host ?? ''}`) &&
    (origin === undefined || admission.isOwnOrigin(origin)) &&
    // Another port of this computer is the same site, and may be anybody's.
    (site === undefined || site === 'same-origin' || site === 'none');
  if (!isOwn)
    return refusal(
      403,
      'Only the editor of this preview may read and write this content. Open it at the address that "npm start" shows.',
    );
  const [, given] = /^token (.+)$/i.exec(authorization ?? '') ?? [];
  if (given !== undefined && isSame(given, admission.token)) return undefined;
  return refusal(
    401,
    'This editor belongs to a preview that has ended. Copy what you have not saved, then load this page anew.',
  );
}

/** Takes as long whatever differs; digests, since only texts of the same length can be compared so. */
const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));
