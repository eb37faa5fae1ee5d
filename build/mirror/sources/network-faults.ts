/** What went wrong between a mirror and a server, in a sentence each, with the way out. */
import { hasCode } from '../../cli/errors.ts';

/** Nothing came for too long, or hardly anything, or something else than an answer; the message is the end of a sentence. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

/** Says why there is no answer, as the end of a sentence and perhaps another one, for any error of a request. */
export function describeNetworkFault(error: unknown): string {
  if (error instanceof SilenceError) return error.message;
  for (const [codes, sentence] of sentences) if (hasCode(error, ...codes)) return sentence;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('HPE_'))
    return 'what answers there does not speak HTTP. Check the address in mirror.json.';
  if (/CERT|ERR_TLS|ERR_SSL/.test(code))
    return `no safe connection can be made (${code}). If your network looks into HTTPS, name the file of its authority in NODE_EXTRA_CA_CERTS.`;
  return `the connection failed (${code === '' ? String(error) : code}). Check the network of this computer.`;
}

const foreignAuthority =
  'its certificate is from an authority that this computer does not know. If your network looks into HTTPS, name the file of its authority in NODE_EXTRA_CA_CERTS.';

const sentences: readonly (readonly [codes: readonly string[], sentence: string])[] = [
  [
    ['ENOTFOUND'],
    'no computer of this name is known. Check the address in mirror.json, and the DNS of this computer.',
  ],
  [['EAI_AGAIN'], 'its name cannot be looked up. Check the network and the DNS of this computer.'],
  [
    ['ECONNREFUSED'],
    'nothing answers at this address. Check the address in mirror.json, or try again later.',
  ],
  [
    ['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
    'no way leads there. Check the network of this computer.',
  ],
  [['ECONNRESET', 'EPIPE', 'ECONNABORTED'], 'the connection was broken off.'],
  [['ETIMEDOUT'], 'it did not answer in time.'],
  [
    ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    'its certificate is not valid at this time. Compare the clock of this computer ("date") before you blame the server.',
  ],
  [
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    ],
    foreignAuthority,
  ],
  [
    ['EPROTO'],
    'what answers there does not speak HTTPS. Check the address in mirror.json: its port, and whether it begins with http:// there.',
  ],
  [
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
    'its certificate belongs to another name. Check the address in mirror.json; in some networks one has to sign in first.',
  ],
];
