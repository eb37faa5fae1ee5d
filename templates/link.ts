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

  const folder = from.split('/').slice(0, -1);
  const target = targetPath.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  const relative = '../'.repeat(folder.length - shared) + target.slice(shared).join('/');
  return selfContained(relative) + tail;
}

/** An empty reference would mean the page with its query, and `a:b` a scheme (RFC 3986, 4.2). */
function selfContained(relative: string): string {
  const firstSegment = relative.split('/', 1)[0] ?? '';
  return relative === '' || firstSegment.includes(':') ? `./${relative}` : relative;
}
