/**
 * Addresses of one page as another page writes them.
 *
 * In: site paths such as `/ru/courses/play/`. Out: relative URLs, so that the same signed bytes work at a root, under a
 * path, on the domain of a mirror and from a file.
 */

/** Where a link stands: a page with its site path, and with the address of its site if it is served at other addresses. */
export interface LinkOrigin {
  readonly path: string;
  readonly absoluteBase?: string;
}

/**
 * Returns the link from a page to a site path: relative, or absolute on a page that is served at other addresses than
 * its own (404).
 *
 * @param path Site path with a leading slash; a query and a fragment stay as they are.
 */
export function pageLink(page: LinkOrigin, path: string): string {
  if (page.absoluteBase === undefined) return relativeHref(page.path, path);
  return page.absoluteBase.replace(/\/+$/, '') + path;
}

/**
 * Returns the shortest relative URL (RFC 3986, 4.2) that leads from one site path to another.
 *
 * @example relativeHref('/ru/courses/play/', '/ru/materials/x/#steps'); // '../../materials/x/#steps'
 */
export function relativeHref(from: string, to: string): string {
  const tailStart = to.search(/[?#]/);
  const targetPath = tailStart < 0 ? to : to.slice(0, tailStart);
  const tail = tailStart < 0 ? '' : to.slice(tailStart);
  if (targetPath === from && tail !== '') return tail;

  // The folders that both have in common end at `shared`; from there it is as many steps up as folders are left.
  let shared = 0;
  for (let at = 0; at < from.length && at < targetPath.length && from[at] === targetPath[at]; at++)
    if (from[at] === '/') shared = at + 1;
  let relative = '';
  for (let at = from.indexOf('/', shared); at >= 0; at = from.indexOf('/', at + 1)) relative += '../';
  return selfContained(relative + targetPath.slice(shared)) + tail;
}

/** An empty reference would mean the page with its query, and `a:b` a scheme (RFC 3986, 4.2). */
function selfContained(relative: string): string {
  const colon = relative.indexOf(':');
  const isScheme = colon >= 0 && !relative.slice(0, colon).includes('/');
  return relative === '' || isScheme ? `./${relative}` : relative;
}
