/**
 * Makes the newest release of a folder out of a manifest whose objects are there: deltas from earlier ones, record, pointer, signature.
 *
 * The pointer of the folder is written last: a kill before leaves the release before as the newest, and what was written is written
 * again, or lies there unused.
 */
import { type Sha256, sha256 } from '../model/paths.ts';
import { type Delta, formatDelta } from '../model/release/delta.ts';
import { keptReleases } from '../model/release/kept-releases.ts';
import type { Manifest } from '../model/release/manifest.ts';
import { filesMissingIn, formatManifest, linesOf } from '../model/release/manifest-file.ts';
import { formatJson } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { Digest, ReleasePointer, ReleaseRecord, Withdrawn } from '../model/release/release-record.ts';
import { compressQuickly } from './compress.ts';
import { patchMaker } from './make-patches.ts';
import type { ObjectStore } from './object-store.ts';
import {
  type LatestRelease,
  nextSequence,
  readManifestText,
  readRecord,
  sequencesIn,
  writeParts,
} from './release-folder.ts';

/** Signs a pointer. @returns what is published of the signature, by its path */
export type SignPointer = (pointer: Uint8Array) => Promise<ReadonlyMap<string, Uint8Array>>;

export interface IssueRequest {
  /** `releases/kg` */
  readonly folder: string;
  readonly objects: ObjectStore;
  readonly manifest: Manifest;
  /** The release before. */
  readonly latest: LatestRelease | undefined;
  readonly record: Omit<
    ReleaseRecord,
    'format' | 'country' | 'sequence' | 'manifest' | 'counts' | 'previous'
  >;
  readonly withdrawn: Withdrawn;
  readonly sign: SignPointer;
}

export async function issueRelease(request: IssueRequest): Promise<LatestRelease> {
  const { folder, manifest, latest, withdrawn } = request;
  const manifestText = formatManifest(manifest);
  const manifestBytes = Buffer.from(manifestText);
  const digest = digestOf(manifestBytes);
  const record: ReleaseRecord = {
    format: 1,
    country: manifest.country,
    sequence: await nextSequence(folder, latest),
    ...request.record,
    manifest: digest,
    ...(latest !== undefined && {
      previous: { sequence: latest.pointer.sequence, ...latest.pointer.record },
    }),
    counts: {
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
      pages: manifest.files.filter(({ kind }) => kind === 'page').length,
    },
  };
  const recordBytes = Buffer.from(formatJson(record));
  const deltas = await makeDeltas(request, manifestText, digest.sha256);
  const pointer: ReleasePointer = {
    format: 1,
    country: record.country,
    sequence: record.sequence,
    released: record.released,
    record: digestOf(recordBytes),
    manifest: digest,
    deltas: deltas.index,
    withdrawn,
  };
  const pointerBytes = Buffer.from(formatJson(pointer));
  const manifestPath = releasePaths.manifest(digest.sha256);
  await writeParts(folder, [
    ...deltas.parts,
    [`${manifestPath}.br`, await compressQuickly(manifestBytes)],
    [manifestPath, manifestBytes],
    [releasePaths.record(record.sequence), recordBytes],
    ...(await request.sign(pointerBytes)),
    [releasePaths.pointer, pointerBytes],
  ]);
  return { pointer, record };
}

interface Deltas {
  readonly index: Record<string, Digest>;
  readonly parts: readonly (readonly [path: string, content: Uint8Array])[];
}

async function makeDeltas({ folder, objects }: IssueRequest, manifest: string, to: Sha256): Promise<Deltas> {
  const index: Record<string, Digest> = {};
  const parts: (readonly [string, Uint8Array])[] = [];
  const makePatches = patchMaker((object) => objects.read(object));
  const lines = linesOf(manifest);
  for (const from of await earlierManifests(folder)) {
    const earlier = from === to ? undefined : await readManifestText(folder, from);
    if (earlier === undefined) continue;
    const earlierLines = linesOf(earlier);
    const old = filesMissingIn(lines, earlierLines);
    const changed = filesMissingIn(earlierLines, lines);
    const left = new Set(changed.map((file) => file.path));
    const removed = old.map((file) => file.path).filter((name) => !left.has(name));
    const { pack, patches } = await makePatches(old, { removed, changed });
    const packed = patches.length > 0 ? digestOf(pack) : undefined;
    const delta: Delta = { format: 1, from, to, removed, changed, ...(packed && { pack: packed }), patches };
    const bytes = Buffer.from(formatDelta(delta));
    if (packed !== undefined) parts.push([releasePaths.patches(packed.sha256), pack]);
    index[from] = digestOf(bytes);
    parts.push([releasePaths.delta(sha256(bytes)), bytes]);
  }
  return { index, parts };
}

/** Returns the digests of the newest manifests, each once. */
async function earlierManifests(folder: string): Promise<ReadonlySet<Sha256>> {
  const found = new Set<Sha256>();
  for (const sequence of (await sequencesIn(folder)).slice(0, keptReleases)) {
    const record = await readRecord(folder, sequence);
    if (record !== undefined) found.add(record.manifest.sha256);
  }
  return found;
}

const digestOf = (bytes: Uint8Array): Digest => ({ sha256: sha256(bytes), bytes: bytes.length });
