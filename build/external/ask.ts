/**
 * One request to another site, without its body.
 */
import { type LookupAddress, lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

export interface Answer {
  readonly status: number;
  readonly location?: string;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs: number;
  /** For tests: a server on this computer may be asked. */
  readonly allowPrivate?: boolean;
}

/** The address belongs to this computer or its own network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

const userAgent = 'learning-passport check --external (looks whether links still lead somewhere)';

/** @throws PrivateAddressError; the error of the network; a `TimeoutError` */
export function ask(url: URL, method: 'HEAD' | 'GET', options: AskOptions): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is not looked up.
  if (options.allowPrivate !== true && isIP(host) !== 0 && isPrivateAddress(host))
    return Promise.reject(new PrivateAddressError(host));
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method,
        signal,
        agent: false,
        headers: { 'User-Agent': userAgent, Accept: '*/*' },
        ...(options.allowPrivate !== true && { lookup: lookupPublic }),
      },
      ({ statusCode = 0, headers: { location } }) => {
        resolve({ status: statusCode, ...(location !== undefined && { location }) });
        request.destroy();
      },
    );
    request.on('error', (error) => reject(timeout.aborted ? timeout.reason : error));
    request.end();
  });
}

/** Decides at the moment of the connection, so that a name cannot lead elsewhere a moment later. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return callback(error, []);
    if (addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(new PrivateAddressError(hostname), []);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
