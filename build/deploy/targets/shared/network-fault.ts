/** Faults of the connection, which every library wraps in its own way around an error of the system. */
import type { Fault, FaultKind } from './fault.ts';

/** Returns what an error, or what it was wrapped around, says of the network; nothing for any other error. */
export function networkFaultOf(error: unknown): Fault | undefined {
  for (const cause of causesOf(error)) {
    const code = 'code' in cause ? String(cause.code) : '';
    const known = systemCodes[code];
    if (known !== undefined) return { kind: known, code, passes: known !== 'host' };
    if (certificateCode.test(code)) return { kind: 'certificate', code, passes: false };
    if (cause.name === 'TimeoutError') return { kind: 'time-out', passes: true };
    if (cause.message === 'socket hang up' || cause.message === 'aborted')
      return { kind: 'broken', passes: true };
  }
  return undefined;
}

function* causesOf(error: unknown): Generator<Error> {
  let cause = error;
  for (let depth = 0; depth < 10 && cause instanceof Error; depth++) {
    yield cause;
    cause = cause.cause;
  }
}

const systemCodes: Readonly<Record<string, FaultKind>> = {
  ENOTFOUND: 'host',
  EAI_AGAIN: 'broken',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'broken',
  ECONNABORTED: 'broken',
  EPIPE: 'broken',
  ENETUNREACH: 'broken',
  ENETDOWN: 'broken',
  EHOSTUNREACH: 'broken',
  EPROTO: 'broken',
  ERR_STREAM_PREMATURE_CLOSE: 'broken',
  HPE_INVALID_CONSTANT: 'broken',
  ETIMEDOUT: 'time-out',
  ESOCKETTIMEDOUT: 'time-out',
};

const certificateCode = /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH)/;
