/** The pages about this release, which alone of all pages say what changes with every release. */
import { sha256 } from '../model/paths.ts';
import { fillReleasePage, type ReleaseFacts } from './fill-release-page.ts';
import type { SiteFile } from './read-site.ts';

/** @returns the files of a site, with its pages about the release filled in */
export function fillReleasePages(
  files: readonly SiteFile[],
  facts: Omit<ReleaseFacts, 'files' | 'bytes'>,
): readonly SiteFile[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return files.map((file) => {
    if (!/^[^/]+\/release\/index\.html$/.test(file.path)) return file;
    const html = Buffer.from(file.read()).toString();
    const filled = Buffer.from(fillReleasePage(html, { ...facts, files: files.length, bytes }));
    return { path: file.path, sha256: sha256(filled), bytes: filled.length, read: () => filled };
  });
}
