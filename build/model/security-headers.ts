/**
 * What servers say with every file, for the preview and for the files that configure servers.
 *
 * What a page may load stands in the page, whose sheet has a digest of its own; here is what a `<meta>` cannot say.
 */

import { fileKindOf, matches } from './release/file-kind.ts';
import type { FileKind } from './release/manifest.ts';

/**
 * What could ask a reader for something or sense her surroundings. Not every feature there is: the header travels before the first
 * byte of a page, and to name them all would cost a twentieth of a lesson.
 */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(','),
  // Nobody else learns which lesson a reader comes from.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Only over HTTPS (RFC 6797, 7.2), and not for subdomains: those are the ministry's, not ours. */
export const strictTransport = ['Strict-Transport-Security', 'max-age=31536000'] as const;

/** An opened picture is a document without a policy of its own: whatever is in it, it runs nothing. */
export const assetPolicy = "frame-ancestors 'none'; script-src 'none'";

/** Of files that are named by their digest, of pages, where a correction is there after five minutes, and of what names the newest release and the service worker. */
export const lifetimes = {
  hashed: 'public, max-age=31536000, immutable',
  others: 'public, max-age=300',
  pointer: 'no-cache',
} as const;

/** Returns all headers of the files of a kind but `Content-Type`. `Strict-Transport-Security` is for HTTPS only. */
export const headersOf = (kind: FileKind): Readonly<Record<string, string>> => ({
  ...securityHeaders,
  ...(kind === 'asset' && { 'Content-Security-Policy': assetPolicy }),
  [strictTransport[0]]: strictTransport[1],
  'Cache-Control': kind === 'asset' || kind === 'index' ? lifetimes.hashed : lifetimes.others,
});

/** Returns the `Cache-Control` of a file of a site or of its releases, by its path without a slash in front. */
export function cacheControlOf(path: string): string {
  if (matches('pointer', path) || matches('worker', path)) return lifetimes.pointer;
  if (matches('sealed', path)) return lifetimes.hashed;
  return headersOf(fileKindOf(path))['Cache-Control'] ?? lifetimes.others;
}
