/**
 * What the worker of a site keeps on a device, told by its address.
 *
 * `page`: what was read, asked for anew whenever there is a line; `named`: parts of search under lasting names, likewise; `sealed`: pictures,
 * scripts and parts of search whose name has their digest, so that a copy is never old. Films, sounds, documents and all else go past
 * the worker.
 */
export type Kind = 'page' | 'named' | 'sealed';

const sealed =
  /\/assets\/[^/]+\.[0-9a-f]{8}\.(?:js|json|svg|avif|webp|png|jpe?g)$|\/pagefind\/.+\.pf_[a-z]+$/;

/**
 * @param address whole, such as a request has it
 * @param site the folder of the site, with a slash at its end
 * @returns nothing for what is not kept
 */
export function kindOf(address: string, site: string): Kind | undefined {
  const place = placeOf(address);
  if (!place.startsWith(site)) return undefined;
  if (/(?:\/|\.html)$/.test(place)) return 'page';
  if (sealed.test(place)) return 'sealed';
  return /\/pagefind\/[^/]+$/.test(place) ? 'named' : undefined;
}

/** An address without what was asked: the page is the same, and what somebody has looked for is kept nowhere. */
export const placeOf = (address: string): string => address.replace(/[?#].*$/s, '');

/**
 * How the names of the caches of a site begin. Several sites may share an origin; no address has a space.
 *
 * @param site the folder of the site, with a slash at its end
 */
export const cachesOf = (site: string): string => `learning-passport ${site} `;
