/**
 * Tells from the name of a file how long it is kept and what it may do. The files that configure servers hold these very patterns.
 */
import type { FileKind } from './manifest.ts';

/**
 * Regular expressions, as JavaScript, nginx (PCRE) and Caddy (RE2) read them, for a path with a slash in front. They are bound to its
 * end, so that a site may lie below a path, and name digests and numbers, so that no page can look like what is kept for ever.
 */
export const pathPatterns = {
  /** Pictures, programs and downloads whose name has their digest. */
  asset: '/assets/[^/]+\\.[0-9a-f]{8}\\.[a-z0-9]+$',
  /** Parts of a search bundle whose name has their digest. */
  index: '/pagefind/.+\\.pf_[a-z]+$',
  /** Parts of releases that are written once. */
  sealed:
    '/(?:objects/[0-9a-f]{64}(?:\\.br|\\.gz)?|(?:manifests|deltas)/[0-9a-f]{64}\\.json|patches/[0-9a-f]{64}' +
    '|releases/[0-9]+\\.json|targets/[0-9a-f]{64}\\.release\\.json|metadata/[0-9]+\\.[a-z]+\\.json)$',
  /** The service worker: whatever it does wrong is mended at the next page. */
  worker: '/sw\\.js$',
  /** What says which release is the newest one. */
  pointer: '/(?:_release\\.json|metadata/timestamp\\.json)$',
} as const;

/** @param path below the address of a site, without a slash in front: `ru/courses/play/index.html` */
export function fileKindOf(path: string): FileKind {
  if (matches('asset', path)) return 'asset';
  if (matches('index', path)) return 'index';
  return path.endsWith('.html') ? 'page' : 'file';
}

const expressions = Object.fromEntries(
  Object.entries(pathPatterns).map(([name, pattern]) => [name, new RegExp(pattern)]),
);

export const matches = (name: keyof typeof pathPatterns, path: string): boolean =>
  expressions[name]?.test(`/${path}`) ?? false;
