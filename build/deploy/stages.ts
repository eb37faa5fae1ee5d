/**
 * The order in which a site is published: what a page needs before the page, a page before whatever leads to it.
 */
import type { ManifestFile } from '../model/release/manifest.ts';

/** In their order. `sealed`: objects, manifests and deltas, which no page needs; `pointer`: what makes it the newest release. */
export const stageNames = ['sealed', 'assets', 'media', 'pages', 'listings', 'search', 'pointer'] as const;
export type StageName = (typeof stageNames)[number];

/** Returns the stage of a file of the site. A page that was not there before is one to which nothing leads yet. */
export function stageOf({ path, kind, type }: ManifestFile, isNew: boolean): StageName {
  if (kind === 'asset' || kind === 'index') return 'assets';
  if (kind === 'page') return isNew && !isHome(path) ? 'pages' : 'listings';
  return /^(?:image|audio|video)\/|^application\/(?:pdf|octet-stream)/.test(type) ? 'media' : 'search';
}

/** Of the site and of its languages: they come last of all pages of a new site. */
const isHome = (path: string): boolean => path.split('/').length <= 2;
