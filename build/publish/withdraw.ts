/**
 * Takes pages and pictures out of everything that is published: the newest release, and all that are kept. What was withdrawn is known
 * by its digest, so that no rollback brings it back, and every mirror deletes it at its next sync.
 */
import type { Sha256 } from '../model/paths.ts';
import { fileKindOf } from '../model/release/file-kind.ts';
import type { Manifest } from '../model/release/manifest.ts';
import { isReleasePage } from '../release/fill-release-pages.ts';
import type { SignPointer } from '../release/issue-release.ts';
import { type FetchObjects, openObjects } from '../release/object-store.ts';
import { reissue } from '../release/reissue.ts';
import {
  type LatestRelease,
  readManifest,
  readRecord,
  requireLatest,
  requireManifest,
  sequencesIn,
} from '../release/release-folder.ts';
import { findNaming, isText } from './find-naming.ts';
import { pruneReleases } from './prune.ts';
import { sitePathsOf } from './withdrawn-paths.ts';

export interface WithdrawRequest {
  readonly folder: string;
  /** As an operator has them: addresses on the web, or paths below the site. */
  readonly paths: readonly string[];
  readonly released: string;
  readonly isTrial: boolean;
  readonly sign: SignPointer;
  /** Brings what this computer does not have. */
  readonly fetch?: FetchObjects;
}

export interface Withdrawal extends LatestRelease {
  /** Paths that are gone. */
  readonly withdrawn: readonly string[];
  /** Pages and lists of the newest release that still name them: the content has to be mended, and released anew. */
  readonly stillNamedIn: readonly string[];
  /** Pictures and sounds that no other page shows: they can still be fetched by whoever knows their address. */
  readonly ownPictures: readonly string[];
}

/** @throws EnvironmentError for a path that no kept release has, and for a page without which there is no site */
export async function withdraw({
  folder,
  paths,
  released,
  isTrial,
  sign,
  fetch,
}: WithdrawRequest): Promise<Withdrawal> {
  const latest = await requireLatest(folder);
  const manifest = await requireManifest(folder, latest.record.manifest.sha256);
  const kept = await keptManifests(folder);
  const objects = await openObjects(folder);
  const gone = findGone(paths, latest.record.url, kept);
  await fetch?.(
    manifest.files.filter((file) => gone.paths.has(file.path) || isReleasePage(file.path) || isText(file)),
    objects,
  );
  const named = await findNaming(gone.paths, manifest, objects);
  const digests = new Set([...gone.digests, ...named.fragments.map((file) => file.sha256)]);
  const files = manifest.files.filter((file) => !digests.has(file.sha256) && !gone.paths.has(file.path));
  const before = latest.pointer.withdrawn;
  const withdrawn = {
    digests: [...new Set([...before.digests, ...digests])].toSorted(),
    // A picture has another name after each change; a page keeps its own.
    paths: [...new Set([...before.paths, ...[...gone.paths].filter(isPage)])].toSorted(),
  };
  const issued = await reissue({
    folder,
    objects,
    latest,
    record: latest.record,
    manifest: { ...manifest, files },
    released,
    isTrial,
    withdrawn,
    sign,
  });
  await pruneReleases(folder, new Set(withdrawn.digests));
  const fragments = named.fragments.map((file) => file.path);
  return {
    ...issued,
    withdrawn: [...gone.paths, ...fragments].toSorted(),
    stillNamedIn: named.others,
    ownPictures: named.pictures,
  };
}

const isPage = (path: string): boolean => fileKindOf(path) === 'page';

async function keptManifests(folder: string): Promise<readonly Manifest[]> {
  const digests = new Set<Sha256>();
  for (const sequence of await sequencesIn(folder)) {
    const record = await readRecord(folder, sequence);
    if (record !== undefined) digests.add(record.manifest.sha256);
  }
  const manifests = await Promise.all([...digests].map((digest) => readManifest(folder, digest)));
  return manifests.filter((found) => found !== undefined);
}

interface Gone {
  readonly paths: ReadonlySet<string>;
  readonly digests: ReadonlySet<Sha256>;
}

/** The same content under another path goes as well: it is what was withdrawn. */
function findGone(asked: readonly string[], url: string, kept: readonly Manifest[]): Gone {
  const all = kept.flatMap(({ files }) => files);
  const known = new Set(all.map((file) => file.path));
  const paths = new Set(asked.flatMap((path) => sitePathsOf(path, url, known)));
  const digests = new Set(all.filter((file) => paths.has(file.path)).map((file) => file.sha256));
  for (const file of all) if (digests.has(file.sha256)) paths.add(file.path);
  return { paths, digests };
}
