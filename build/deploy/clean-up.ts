/**
 * What leaves a target, last of all: files that no release needs any more, after a time in which readers and mirrors that began with
 * an older one can end with it.
 */

import type { Sha256 } from '../model/paths.ts';
import { isKept } from '../model/release/kept-releases.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { PublishedRelease } from './live-state.ts';

export interface CleanUpRequest {
  /** All known releases but the new one. */
  readonly earlier: readonly PublishedRelease[];
  readonly current: PublishedRelease;
  /** What was last part of this release, or of an earlier one, went with an earlier deployment. */
  readonly cleanedThrough: number;
  readonly nowMs: number;
  /** Somebody has looked, and wants all of it removed. */
  readonly mayBeMuch: boolean;
}

export interface CleanUp {
  /** Files of the site. */
  readonly pages: readonly string[];
  /** Objects and manifests with their copies. */
  readonly sealed: readonly string[];
  /** So many files of the site would go that somebody should look first; none of them goes. */
  readonly heldBack: number;
  readonly cleanedThrough: number;
}

/** How many later releases, and how many days, a file outlives the last release that had it. */
const grace = { releases: 2, days: 7 } as const;

const dayMs = 24 * 60 * 60 * 1000;

export function planCleanUp({ earlier, current, cleanedThrough, nowMs, mayBeMuch }: CleanUpRequest): CleanUp {
  const releases = earlier.toSorted((a, b) => a.record.sequence - b.record.sequence);
  const last = lastReleases(releases, current);
  const through = releases
    .map(({ record }) => record.sequence)
    .filter((sequence) => isPastGrace(sequence, [...releases, current], nowMs))
    .reduce((most, sequence) => Math.max(most, sequence), cleanedThrough);
  const pages = [...last.paths]
    .filter(([, sequence]) => sequence > cleanedThrough && sequence <= through)
    .map(([path]) => path);
  const isTooMuch = !mayBeMuch && pages.length > mostPages(current.manifest.files.length);
  const old = new Set(
    releases
      .toReversed()
      .filter(({ record }, at) => !isKept(at + 1, record.released, current.record.released))
      .map(({ record }) => record.sequence),
  );
  const sealed = [
    ...[...last.objects]
      .filter(([, sequence]) => old.has(sequence))
      .map(([object]) => releasePaths.object(object)),
    ...[...last.manifests]
      .filter(([, sequence]) => old.has(sequence))
      .map(([digest]) => releasePaths.manifest(digest)),
  ];
  return {
    pages: isTooMuch ? [] : pages,
    sealed,
    heldBack: isTooMuch ? pages.length : 0,
    cleanedThrough: isTooMuch ? cleanedThrough : through,
  };
}

/** A site that loses more at once was more likely built from half of its content than made smaller. */
const mostPages = (files: number): number => Math.max(100, files / 10);

/** The release that left it out is as old as the grace, and has as many releases after it. */
function isPastGrace(last: number, releases: readonly PublishedRelease[], nowMs: number): boolean {
  const after = releases.filter(({ record }) => record.sequence > last);
  const [dropped] = after;
  return (
    dropped !== undefined &&
    after.length > grace.releases &&
    nowMs - Date.parse(dropped.record.released) >= grace.days * dayMs
  );
}

/** Of everything that the new release does not have: the last release that had it. */
function lastReleases(
  releases: readonly PublishedRelease[],
  { manifest, record }: PublishedRelease,
): {
  readonly paths: ReadonlyMap<string, number>;
  readonly objects: ReadonlyMap<Sha256, number>;
  readonly manifests: ReadonlyMap<Sha256, number>;
} {
  const paths = new Map<string, number>();
  const objects = new Map<Sha256, number>();
  const manifests = new Map<Sha256, number>();
  for (const release of releases) {
    manifests.set(release.record.manifest.sha256, release.record.sequence);
    for (const file of release.manifest.files) {
      paths.set(file.path, release.record.sequence);
      objects.set(file.sha256, release.record.sequence);
    }
  }
  manifests.delete(record.manifest.sha256);
  for (const file of manifest.files) {
    paths.delete(file.path);
    objects.delete(file.sha256);
  }
  return { paths, objects, manifests };
}
