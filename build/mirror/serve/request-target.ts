/** What a request asks for, as a path below the site, or why that is nothing that a site can have. */

export interface Target {
  /** Without a slash in front; empty for the home page, with a slash at the end for a folder. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
}

/** Returns 400 for what is malformed or means to leave the site, 404 for what no site has. */
export function parseTarget(target: string): Target | 400 | 404 {
  // Only the form that browsers send (RFC 9112, 3.2.1).
  if (!target.startsWith('/') || target.length > longestTarget) return 400;
  const [, raw = '', query = ''] = /^\/([^?]*)(.*)$/s.exec(target) ?? [];
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return 400;
  }
  // Of an encoded slash nobody knows whether it divides folders.
  if (/%2f|%5c/i.test(raw) || harmful.test(path)) return 400;
  const segments = path.split('/');
  if (segments.some((segment) => segment === '.' || segment === '..')) return 400;
  if (segments.some((segment) => segment.startsWith('.'))) return 404;
  if (segments.slice(0, -1).includes('')) return 404;
  return { path, query };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const harmful = /[\u0000-\u001f\u007f\\]/;

const longestTarget = 2048;
