/** Faults that a store answers with, by the code of its protocol and else by the status of HTTP. */
import type { Fault, FaultKind } from './fault.ts';
import { networkFaultOf } from './network-fault.ts';

export interface HttpAnswer {
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  /** The header as it came: seconds, or an instant. */
  readonly retryAfter?: string | undefined;
}

/** @param codes of the protocol of this store */
export function httpFaultOf(
  { code = '', status, retryAfter }: HttpAnswer,
  codes: Readonly<Record<string, FaultKind>>,
  error: unknown,
): Fault {
  // `Object.hasOwn`: the code comes from outside.
  const kind = Object.hasOwn(codes, code) ? codes[code] : undefined;
  const network = networkFaultOf(error);
  if (kind === undefined && network !== undefined) return network;
  const meant = kind ?? statuses[status ?? 0] ?? 'other';
  const retryAfterMs = retryAfterMsOf(retryAfter);
  return {
    kind: meant,
    // Only a known code is shown: a server could repeat in it what it was sent.
    ...(kind !== undefined ? { code } : status !== undefined && { code: String(status) }),
    passes: meant === 'busy' || meant === 'time-out' || meant === 'broken',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

const statuses: Readonly<Record<number, FaultKind>> = {
  401: 'wrong credentials',
  403: 'rights',
  404: 'place',
  408: 'time-out',
  429: 'busy',
  500: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
  507: 'full',
};

/** RFC 9110, 10.2.3. An instant is left to the pauses of our own, for the clock that it is of is another. */
function retryAfterMsOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
