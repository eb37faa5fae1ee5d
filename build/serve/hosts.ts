/**
 * Names of this computer, as they stand in addresses.
 */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Returns an address that a browser on this computer can open; `host` is what the server listens on. */
export const previewUrl = (host: string, port: number): string =>
  `http://${host === '127.0.0.1' || isWildcard(host) ? 'localhost' : asWritten(host)}:${port}/`;

/**
 * Whether a request is for this computer. A name in DNS can be made to point at it; a browser then sends that name.
 *
 * @param field the `Host` of the request
 * @param listened what the server listens on
 */
export function isLocalName(field: string | undefined, listened: string): boolean {
  const name = (field ?? '').replace(/:\d+$/, '').toLowerCase();
  return ['localhost', '127.0.0.1', '[::1]', asWritten(listened)].includes(name) || isWildcard(listened);
}

/** Whether a request comes from this computer, under a name that nobody else can have. */
export const isFromHere = ({ socket, headers }: IncomingMessage): boolean =>
  /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') && isLocalName(headers.host, '127.0.0.1');

const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** As browsers write it: lower case, IPv6 shortened and in brackets (RFC 3986, 3.2.2). */
function asWritten(host: string): string {
  const name = isIPv6(host) ? `[${host}]` : host;
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name;
}
