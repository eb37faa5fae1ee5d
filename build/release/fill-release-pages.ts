/** The pages about this release, which alone of all pages say what changes with every release. */
import { sha256 } from '../model/paths.ts';
import { fillReleasePage, type ReleaseFacts } from './fill-release-page.ts';
import type { SiteFile } from './read-site.ts';

/** @param path below the address of a site: `ru/release/index.html` */
export const isReleasePage = (path: string): boolean => /^[^/]+\/release\/index\.html$/.test(path);

/** @returns the files of a site, with its pages about the release filled in; they may have been filled in before */
export const fillReleasePages = (files: readonly SiteFile[], facts: ReleaseFacts): readonly SiteFile[] =>
  files.map((file) => {
    if (!isReleasePage(file.path)) return file;
    const html = Buffer.from(file.read()).toString();
    const filled = Buffer.from(fillReleasePage(html, facts));
    return { path: file.path, sha256: sha256(filled), bytes: filled.length, read: () => filled };
  });

/** Returns what a release counts: how many files, and how many bytes before its own pages are filled in. */
export const sizeOf = (
  files: readonly { readonly bytes: number }[],
): { readonly files: number; readonly bytes: number } => ({
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});
