/** Makes a release out of files that were released before: without some of them, or as they were. */
import { EnvironmentError } from '../cli/errors.ts';
import { byPath } from '../model/release/delta.ts';
import type { Manifest, ManifestFile } from '../model/release/manifest.ts';
import type { ReleaseRecord } from '../model/release/release-record.ts';
import { fillReleasePages, isReleasePage, sizeOf } from './fill-release-pages.ts';
import { type IssueRequest, issueRelease } from './issue-release.ts';
import type { ObjectStore } from './object-store.ts';
import { type LatestRelease, nextSequence } from './release-folder.ts';
import { storeFiles } from './store-files.ts';

export interface ReissueRequest extends Pick<IssueRequest, 'folder' | 'objects' | 'withdrawn' | 'sign'> {
  readonly latest: LatestRelease;
  /** The record of the release that the files are of. */
  readonly record: ReleaseRecord;
  readonly manifest: Manifest;
  readonly released: string;
  readonly isTrial: boolean;
  readonly rollbackTo?: number;
}

/** @throws EnvironmentError when a page about the release, which names it, is not kept */
export async function reissue(request: ReissueRequest): Promise<LatestRelease> {
  const { folder, objects, withdrawn, sign, latest, released } = request;
  const { url, site, revision, versions } = request.record;
  const { files } = request.manifest;
  const pages = await readPages(
    files.filter((file) => isReleasePage(file.path)),
    objects,
  );
  const filled = fillReleasePages(pages, {
    sequence: await nextSequence(folder, latest),
    released,
    ...(revision !== undefined && { revision: revision.commit }),
    packages: versions.packages,
    ...sizeOf(files),
  });
  const stored = await storeFiles(filled, objects, undefined, () => {});
  const others = files.filter((file) => !isReleasePage(file.path));
  return issueRelease({
    folder,
    objects,
    manifest: { ...request.manifest, files: byPath([...others, ...stored.files]) },
    latest,
    record: {
      released,
      url,
      site,
      ...(revision !== undefined && { revision }),
      versions,
      ...(request.rollbackTo !== undefined && { rollbackTo: request.rollbackTo }),
      ...(request.isTrial && { trial: true }),
    },
    withdrawn,
    sign,
  });
}

const readPages = (files: readonly ManifestFile[], objects: ObjectStore) =>
  Promise.all(
    files.map(async ({ path, sha256, bytes }) => {
      const html = await objects.read(sha256);
      if (html === undefined)
        throw new EnvironmentError(
          `The object ${sha256} of the page ${path} is not kept. Take up what is published with --published TARGET.`,
        );
      return { path, sha256, bytes, read: () => html };
    }),
  );
