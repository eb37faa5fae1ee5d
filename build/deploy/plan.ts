/**
 * What a deployment does, from what is there and what is wanted. Files are told apart by their digests alone: a time says nothing, and
 * an edit may leave the size as it was.
 */
import path from 'node:path';
import type { Sha256 } from '../model/paths.ts';
import { diffManifests } from '../model/release/delta.ts';
import type { Manifest, ManifestFile } from '../model/release/manifest.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { cacheControlOf } from '../model/security-headers.ts';
import type { LiveState } from './live-state.ts';
import { type StageName, stageNames, stageOf } from './stages.ts';
import type { Upload } from './targets/target.ts';

export interface PlanRequest {
  /** `releases/kg` */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly state: LiveState;
  /** Whether the target sends copies that lie beside a file. */
  readonly servesTwins: boolean;
  /** How files are stored where it does not: then everybody gets them so. */
  readonly storedAs: 'br' | 'gzip' | undefined;
  /** What belongs to the release beside objects and files of the site, with its bytes. */
  readonly sealed: readonly Part[];
  /** What makes it the newest release: each part is published when those before are there. */
  readonly pointer: readonly (readonly Part[])[];
  /** Contents that must not be anywhere. */
  readonly withdrawn: ReadonlySet<Sha256>;
}

/** A file of the release folder that is published at the same path. */
export interface Part {
  readonly path: string;
  readonly bytes: number;
}

export interface DeployPlan {
  /** What goes at once, before anything else: files of the site, and objects. */
  readonly withdrawn: { readonly files: readonly string[]; readonly objects: readonly string[] };
  readonly stages: readonly DeployStage[];
  /** Paths of the site that differ, for caches to forget and for the probe. */
  readonly changed: readonly string[];
}

export interface DeployStage {
  readonly name: StageName;
  /** Each batch is there before the next one begins. */
  readonly batches: readonly (readonly Upload[])[];
  /** Copies of what a file was before, which would be sent in its place. */
  readonly staleTwins: readonly string[];
}

export function planDeployment(request: PlanRequest): DeployPlan {
  const { folder, manifest, state, sealed, pointer } = request;
  const changed = changedFiles(manifest, state);
  const livePaths = new Set(state.live?.manifest.files.map((file) => file.path));
  const byStage = Map.groupBy(changed, (file) => stageOf(file, !livePaths.has(file.path)));
  const partOf = (part: Part): Upload => ({
    ...part,
    source: path.join(folder, part.path),
    type: part.path.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream',
    cacheControl: cacheControlOf(part.path),
  });
  const stages = stageNames.map((name): DeployStage => {
    if (name === 'sealed')
      return {
        name,
        batches: [
          [
            ...freshObjects(manifest, state).flatMap((file) => objectUploads(folder, file)),
            ...sealed.map(partOf),
          ],
        ],
        staleTwins: [],
      };
    if (name === 'pointer')
      return { name, batches: pointer.map((batch) => batch.map(partOf)), staleTwins: [] };
    const files = byStage.get(name) ?? [];
    return {
      name,
      batches: batchesOf(files).map((batch) => batch.flatMap((file) => siteUploads(request, file))),
      staleTwins: request.servesTwins ? files.flatMap(missingTwins) : [],
    };
  });
  return { withdrawn: findWithdrawn(request), stages, changed: changed.map((file) => file.path) };
}

/** What differs from the live release, and whatever a deployment that was broken off may have changed since. */
function changedFiles(manifest: Manifest, { live, begun }: LiveState): readonly ManifestFile[] {
  if (live === undefined) return manifest.files;
  const touched = new Set(
    begun.flatMap((release) =>
      diffManifests(live.manifest, release.manifest).changed.map((file) => file.path),
    ),
  );
  const differing = new Set(diffManifests(live.manifest, manifest).changed.map((file) => file.path));
  return manifest.files.filter((file) => differing.has(file.path) || touched.has(file.path));
}

/**
 * Objects that the live release did not bring, or with other copies, as another version of Node makes them. Of earlier releases nobody
 * knows whether they ever came to this target.
 */
function freshObjects(manifest: Manifest, { live }: LiveState): readonly ManifestFile[] {
  const there = new Map(live?.manifest.files.map((file) => [file.sha256, file]));
  const distinct = new Map(manifest.files.map((file) => [file.sha256, file]));
  return [...distinct.values()].filter((file) => {
    const known = there.get(file.sha256);
    return known === undefined || known.br !== file.br || known.gz !== file.gz;
  });
}

function objectUploads(folder: string, { sha256, bytes, br, gz }: ManifestFile): Upload[] {
  const object = releasePaths.object(sha256);
  return [
    [object, bytes] as const,
    ...(br === undefined ? [] : [[`${object}.br`, br] as const]),
    ...(gz === undefined ? [] : [[`${object}.gz`, gz] as const]),
  ].map(([name, size]) => ({
    path: name,
    bytes: size,
    source: path.join(folder, name),
    type: 'application/octet-stream',
    cacheControl: cacheControlOf(name),
  }));
}

function siteUploads({ folder, servesTwins, storedAs }: PlanRequest, file: ManifestFile): Upload[] {
  const object = path.join(folder, releasePaths.object(file.sha256));
  const common = { type: file.type, cacheControl: cacheControlOf(file.path) };
  const plain = { path: file.path, bytes: file.bytes, source: object, ...common };
  const br = file.br === undefined ? [] : [{ ...common, bytes: file.br, source: `${object}.br` }];
  const gz = file.gz === undefined ? [] : [{ ...common, bytes: file.gz, source: `${object}.gz` }];
  if (servesTwins)
    return [
      plain,
      ...br.map((twin) => ({ ...twin, path: `${file.path}.br` })),
      ...gz.map((twin) => ({ ...twin, path: `${file.path}.gz` })),
    ];
  const [stored] = storedAs === 'br' ? br : storedAs === 'gzip' ? gz : [];
  return [
    stored === undefined || storedAs === undefined
      ? plain
      : { ...stored, path: file.path, encoding: storedAs },
  ];
}

const missingTwins = ({ path: file, br, gz }: ManifestFile): string[] => [
  ...(br === undefined ? [`${file}.br`] : []),
  ...(gz === undefined ? [`${file}.gz`] : []),
];

/** Lessons before their course, both before the list of courses, and that before the home page. */
const batchesOf = (files: readonly ManifestFile[]): readonly (readonly ManifestFile[])[] =>
  [...Map.groupBy(files, (file) => file.path.split('/').length)]
    .toSorted(([a], [b]) => b - a)
    .map(([, batch]) => batch);

/** Wherever a kept release had content that was withdrawn since. */
function findWithdrawn({
  manifest,
  state: { live, begun, earlier },
  withdrawn,
}: PlanRequest): DeployPlan['withdrawn'] {
  const wanted = new Set(manifest.files.map((file) => file.path));
  const files = new Set<string>();
  const objects = new Set<string>();
  for (const release of [live, ...begun, ...earlier])
    for (const file of release?.manifest.files ?? [])
      if (withdrawn.has(file.sha256)) {
        objects.add(releasePaths.object(file.sha256));
        if (!wanted.has(file.path)) files.add(file.path);
      }
  return { files: [...files], objects: [...objects] };
}

/** Returns files with the compressed copies that may lie beside them. */
export const withTwins = (paths: readonly string[]): string[] =>
  paths.flatMap((name) => [name, `${name}.br`, `${name}.gz`]);
