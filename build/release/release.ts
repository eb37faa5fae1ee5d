/**
 * Makes a release out of a built site: objects, manifest, deltas, record, and a pointer that is signed.
 */
import path from 'node:path';
import type { CountryCode } from '../../schemas/brands.ts';
import { EnvironmentError } from '../cli/errors.ts';
import type { StageProgress, StageWords } from '../cli/progress.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { fileKindOf } from '../model/release/file-kind.ts';
import { fileKinds, type Manifest, type ManifestFile } from '../model/release/manifest.ts';
import type { ReleaseRecord } from '../model/release/release-record.ts';
import { headersOf } from '../model/security-headers.ts';
import { fillReleasePages, sizeOf } from './fill-release-pages.ts';
import { issueRelease, type SignPointer } from './issue-release.ts';
import { openObjects } from './object-store.ts';
import { readSite, readSiteUrl, type SiteFile } from './read-site.ts';
import { type LatestRelease, readLatest, readManifest } from './release-folder.ts';
import { openSiteStamps } from './site-stamps.ts';
import { storeFiles } from './store-files.ts';

export interface ReleaseRequest {
  /** The built site: `dist/kg`. */
  readonly site: string;
  /** `releases/kg` */
  readonly folder: string;
  readonly country: CountryCode;
  /** `2026-11-29T22:30:00Z` */
  readonly released: string;
  readonly revision: ReleaseRecord['revision'];
  readonly versions: ReleaseRecord['versions'];
  readonly isTrial: boolean;
  readonly sign: SignPointer;
  readonly onProgress: (progress: ReleaseProgress) => void;
  readonly signal: AbortSignal;
}

export type ReleaseProgress = StageProgress<'read' | 'compress' | 'sign'>;

export const releaseWords: StageWords<ReleaseProgress['stage']> = {
  read: (total) => `reading ${total} files`,
  compress: (total) => `compressing ${total} new files`,
  sign: () => 'comparing with earlier releases, and signing',
};

export interface ReleaseResult extends LatestRelease {
  /** Whether there was anything to release. */
  readonly isNew: boolean;
  /** How many contents no release before had. */
  readonly freshObjects: number;
}

/**
 * @throws EnvironmentError for a folder that is no site or whose releases are another country's, and for content that was withdrawn
 */
export async function release(request: ReleaseRequest): Promise<ReleaseResult> {
  const { site, folder, country, onProgress, signal } = request;
  const latest = await readLatest(folder);
  requireSameCountry(latest, request);
  const url = await readSiteUrl(site);
  const stamps = openSiteStamps(site, path.join(folder, '.stamps'));
  const found = await readSite(site, stamps, (done, total) => {
    signal.throwIfAborted();
    onProgress({ stage: 'read', done, total });
  });
  const withdrawn = stillWithdrawn(found, latest?.pointer.withdrawn ?? []);
  const siteDigest = digestOfSite(found);
  if (latest?.record.site === siteDigest) return { ...latest, isNew: false, freshObjects: 0 };

  const files = fillReleasePages(found, {
    sequence: (latest?.pointer.sequence ?? 0) + 1,
    released: request.released,
    ...(request.revision !== undefined && { revision: request.revision.commit }),
    packages: request.versions.packages,
    ...sizeOf(found),
  });
  const objects = await openObjects(folder);
  const before = latest && (await readManifest(folder, latest.record.manifest.sha256));
  const stored = await storeFiles(files, objects, before, (done, total) => {
    signal.throwIfAborted();
    onProgress({ stage: 'compress', done, total });
  });
  onProgress({ stage: 'sign', done: 0, total: 0 });
  const issued = await issueRelease({
    folder,
    objects,
    manifest: manifestOf(country, stored.files),
    latest,
    record: {
      released: request.released,
      url,
      site: siteDigest,
      ...(request.revision !== undefined && { revision: request.revision }),
      versions: request.versions,
      ...(request.isTrial && { trial: true }),
    },
    withdrawn,
    sign: request.sign,
  });
  return { ...issued, isNew: true, freshObjects: stored.freshObjects };
}

const manifestOf = (country: string, files: readonly ManifestFile[]): Manifest => ({
  format: 1,
  country,
  headers: Object.fromEntries(fileKinds.map((kind) => [kind, headersOf(kind)])) as Manifest['headers'],
  files,
});

const digestOfSite = (files: readonly SiteFile[]): Sha256 =>
  sha256(files.map(({ path, sha256: digest }) => `${digest} ${path}\n`).join(''));

function requireSameCountry(latest: LatestRelease | undefined, { folder, country }: ReleaseRequest): void {
  if (latest !== undefined && latest.record.country !== country)
    throw new EnvironmentError(
      `${folder} holds releases of "${latest.record.country}", not of "${country}". Choose another folder with --out.`,
    );
}

/**
 * What was withdrawn comes back only after somebody has changed it. A result of the search, a title and a summary, comes back with the
 * page that has it.
 *
 * @returns what stays withdrawn
 */
function stillWithdrawn(files: readonly SiteFile[], withdrawn: readonly Sha256[]): readonly Sha256[] {
  const refused = new Set(withdrawn);
  const found = files.filter((file) => refused.has(file.sha256));
  const paths = found.map(({ path }) => path).filter((path) => fileKindOf(path) !== 'index');
  if (paths.length > 0)
    throw new EnvironmentError(
      `The site still has what was withdrawn: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ' …' : ''}. Take it out of the content, build, and release again.`,
    );
  for (const file of found) refused.delete(file.sha256);
  return [...refused];
}
