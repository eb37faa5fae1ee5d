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
import type { ReleaseRecord, Withdrawn } from '../model/release/release-record.ts';
import { headersOf } from '../model/security-headers.ts';
import { fillReleasePages, sizeOf } from './fill-release-pages.ts';
import { issueRelease, type SignPointer } from './issue-release.ts';
import { type FetchObjects, openObjects } from './object-store.ts';
import { readSite, readSiteUrl, type SiteFile } from './read-site.ts';
import { type LatestRelease, nextSequence, readClaimed, readLatest, readManifest } from './release-folder.ts';
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
  /** Withdrawn pages that may be shown again. */
  readonly restored: readonly string[];
  readonly sign: SignPointer;
  /** Brings contents of the release before that this computer does not have, for patches. */
  readonly fetchOld?: FetchObjects;
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
  const stamps = openSiteStamps(site, path.join(folder, '.stamps'), Date.parse(request.released));
  const found = await readSite(site, stamps, (done, total) => {
    signal.throwIfAborted();
    onProgress({ stage: 'read', done, total });
  });
  const before = latest?.pointer.withdrawn ?? { digests: [], paths: [] };
  const withdrawn = stillWithdrawn(found, before, request.restored);
  const siteDigest = digestOfSite(found);
  // A number that somebody else has claimed meanwhile makes another release of the same site.
  const same =
    latest?.record.site === siteDigest && (await readClaimed(folder)) < latest.pointer.sequence
      ? latest.record
      : undefined;
  const { released, revision, versions } = same ?? request;
  const files = fillReleasePages(found, {
    sequence: same?.sequence ?? (await nextSequence(folder, latest)),
    released,
    ...(revision !== undefined && { revision: revision.commit }),
    packages: versions.packages,
    ...sizeOf(found),
  });
  const objects = await openObjects(folder);
  const known = latest && (await readManifest(folder, latest.record.manifest.sha256));
  const stored = await storeFiles(files, objects, known, (done, total) => {
    signal.throwIfAborted();
    onProgress({ stage: 'compress', done, total });
  });
  if (latest !== undefined && same !== undefined)
    return { ...latest, isNew: false, freshObjects: stored.freshObjects };
  if (known !== undefined && request.fetchOld !== undefined) {
    const fresh = new Set(stored.files.map((file) => file.sha256));
    await request.fetchOld(
      known.files.filter((file) => !fresh.has(file.sha256) && !objects.has(file.sha256)),
      objects,
    );
  }
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
 * A page that was withdrawn does not come back by itself, also when a new sheet or heading has changed its bytes, and no content does
 * under another name. A result of the search, a title and a summary, comes back with the page that has it.
 *
 * @param restored what somebody allows to be shown again
 * @returns what stays withdrawn
 */
function stillWithdrawn(
  files: readonly SiteFile[],
  { digests, paths }: Withdrawn,
  restored: readonly string[],
): Withdrawn {
  const [refusedDigests, refusedPaths] = [new Set(digests), new Set(paths)];
  const isWithdrawn = ({ path: name, sha256: digest }: SiteFile): boolean =>
    refusedPaths.has(name) || (refusedDigests.has(digest) && fileKindOf(name) !== 'index');
  const found = files.filter(isWithdrawn).map(({ path: name }) => name);
  const unknown = restored.find((name) => !refusedPaths.has(name) && !found.includes(name));
  if (unknown !== undefined)
    throw new EnvironmentError(
      `--restore: "${unknown}" was not withdrawn. Withdrawn are: ${[...new Set([...paths, ...found])].join(', ') || 'no pages'}.`,
    );
  const refused = found.filter((name) => !restored.includes(name));
  if (refused.length > 0)
    throw new EnvironmentError(
      `The site still has what was withdrawn:\n${refused.map((name) => `  ${name}`).join('\n')}\nTake it out of the content, build, and release again. What was corrected and may be shown again comes back with --restore PATH.`,
    );
  const shown = new Set(files.map((file) => file.sha256));
  return {
    digests: digests.filter((digest) => !shown.has(digest)),
    paths: paths.filter((name) => !restored.includes(name)),
  };
}
