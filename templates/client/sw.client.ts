/**
 * Keeps what was read for times without a line: the service worker of a site, `sw.js` in its folder.
 *
 * Nothing is loaded ahead but the rest of the titles of search (`search.client.ts`): a teacher pays by the megabyte. Pages come from the
 * line whenever there is one, so that what was corrected is seen at once; a copy answers where the line or the server fails. Each page
 * names its scripts and pictures by their digests, so that an old page never gets new ones. A new worker waits until all pages of the
 * site are closed.
 *
 * What was withdrawn: a page that is gone (404, 410) loses its copy when it is asked for. Of one that nobody asks for, and of what a
 * page has said before it was corrected, a copy answers for at most thirty days after the line has last confirmed it.
 */
import { cachesOf, type Kind, kindOf, placeOf } from './offline/kinds.ts';
import type { FetchEvent, WorkerScope } from './offline/worker.client.ts';

/** What stands where a page would, by the folders of the languages. The build writes it in front of this file (`worker-script.ts`). */
declare const offlineNotices: Readonly<Record<string, string>>;
/** Digest of their sheet, as a policy names it. */
declare const offlineStyle: string;

const worker = globalThis as unknown as WorkerScope;
const site = worker.registration.scope;

/** Counts up when caches of before cannot be used any more. */
const version = 1;
const nameOf = (kind: Kind): string => `${cachesOf(site)}${version} ${kind}`;

/** The last ones that were used; pictures of a page, and parts of an index, are some each. */
const mostKept: Readonly<Record<Kind, number>> = { page: 100, named: 100, sealed: 500 };
const mostBytes = 500_000;
const dayMs = 24 * 3600 * 1000;
const longestMs = 30 * dayMs;
/** On a 2G line a page takes two seconds. */
const longestWaitMs = 8000;
const keptAt = 'x-kept-at';

// Without navigation preload: where a copy answers first, some browsers never end what they have preloaded.
worker.addEventListener('activate', (event) => event.waitUntil(deleteOlderVersions()));

/** Addresses of what a page had before there was a worker, or takes along: most of it is in the cache of the browser. */
worker.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const kind = kindOf(request.url, site);
  if (request.method !== 'GET' || request.headers.has('range')) return;
  if (kind !== undefined) event.respondWith(answer(event, kind));
});

async function answer(event: FetchEvent, kind: Kind): Promise<Response> {
  const place = placeOf(event.request.url);
  const kept = await find(kind, place);
  if (kept && kind === 'sealed') {
    // What is used is kept longest; a day's uses count once, for the memory of a cheap phone wears out.
    if (ageMs(kept) > dayMs) event.waitUntil(keep(kind, place, kept.clone()));
    return kept;
  }
  const coming = fetch(event.request).catch(() => undefined);
  // Also when it comes too late for its reader.
  event.waitUntil(coming.then((response) => response && keep(kind, place, response.clone())));
  const response = await (kept ? Promise.race([coming, patience()]) : coming);
  return response && response.status < 500 ? response : (kept ?? response ?? missing(kind, place));
}

/** A line that is there and brings nothing is as bad as none. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, longestWaitMs));

/** @returns nothing where the browser keeps nothing for the site, too: pages come as without a worker */
async function find(kind: Kind, place: string): Promise<Response | undefined> {
  const kept = await caches
    .open(nameOf(kind))
    .then((cache) => cache.match(place, { ignoreVary: true }))
    .catch(() => undefined);
  return isCurrent(kept) ? kept : undefined;
}

const ageMs = (kept?: Response): number => Date.now() - Number(kept?.headers.get(keptAt));
const isCurrent = (kept?: Response): boolean => ageMs(kept) < longestMs;

/** A device that is full keeps what it has. */
async function keep(
  kind: Kind,
  place: string,
  { status, redirected, headers, body }: Response,
): Promise<void> {
  const isGone = [404, 410].includes(status) || /no-store/.test(headers.get('cache-control') ?? '');
  const isWhole = status === 200 && !redirected && !(Number(headers.get('content-length')) > mostBytes);
  if (!isGone && !isWhole) return;
  try {
    const cache = await caches.open(nameOf(kind));
    if (isGone) return void (await cache.delete(place));
    const kept = new Headers(headers);
    kept.set(keptAt, String(Date.now()));
    // They are about what came over the line.
    kept.delete('content-encoding');
    kept.delete('content-length');
    // Made anew, since the one that came knows what was asked of it.
    await cache.put(place, new Response(body, { headers: kept }));
    const places = await cache.keys();
    let count = places.length;
    // The one that was kept first comes first.
    for (const first of places) {
      if (count-- <= mostKept[kind] && isCurrent(await cache.match(first))) break;
      await cache.delete(first);
    }
  } catch {
    // The line broke, or there is no room.
  }
}

/** One after the other: whoever reads on comes first. */
async function keepAll(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const kind = kindOf(address, site);
    const place = placeOf(address);
    if (kind === undefined || (await find(kind, place))) continue;
    const response = await fetch(address).catch(() => undefined);
    if (response) await keep(kind, place, response);
  }
}

/** Of other sites there is nothing among them. */
async function deleteOlderVersions(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(cachesOf(site)) && !name.startsWith(`${cachesOf(site)}${version} `))
      await caches.delete(name);
}

/** What the browser says of this itself is that the site may be gone. */
function missing(kind: Kind, place: string): Response {
  if (kind !== 'page') return Response.error();
  const [first = ''] = place.slice(site.length).split('/');
  const folder = first in offlineNotices ? first : (Object.keys(offlineNotices)[0] ?? '');
  return new Response(offlineNotices[folder]?.replace('{home}', `${site}${folder}/`), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none';style-src '${offlineStyle}';frame-ancestors 'none'`,
    },
  });
}
