/**
 * What turns one manifest into another, and its objects into those of the other.
 *
 * Nothing in it needs trust: the manifest that it gives has the signed digest, or it is thrown away, and so has every object.
 */
import type { Sha256 } from '../paths.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { parseManifestFile } from './manifest-file.ts';
import {
  countOf,
  digestOf,
  FormatError,
  fieldsOf,
  listOf,
  parseJson,
  requireFormat,
  sha256Of,
  textOf,
} from './plain-json.ts';
import type { Digest } from './release-record.ts';

export interface Delta {
  readonly format: 1;
  /** Digests of the manifests. */
  readonly from: Sha256;
  readonly to: Sha256;
  /** Paths that are gone. */
  readonly removed: readonly string[];
  /** Files that are new or differ. */
  readonly changed: readonly ManifestFile[];
  /** Where the patches lie, when there are any. */
  readonly pack?: Digest;
  readonly patches: readonly Patch[];
}

/**
 * Objects, joined in their order, compressed with zstd; its dictionary are older objects, joined as well. A page has one of each; of a
 * search bundle, whose parts have other names after each change, one patch holds all.
 */
export interface Patch {
  readonly from: readonly Sha256[];
  readonly to: readonly Digest[];
  /** Where it begins in the pack. */
  readonly at: number;
  readonly bytes: number;
}

export const formatDelta = (delta: Delta): string => `${JSON.stringify(delta)}\n`;

/** @throws FormatError */
export function parseDelta(content: Uint8Array | string): Delta {
  const fields = fieldsOf(parseJson(content), 'it');
  requireFormat(fields);
  const { pack } = fields;
  return {
    format: 1,
    from: sha256Of(fields.from, 'from'),
    to: sha256Of(fields.to, 'to'),
    removed: listOf(fields.removed, 'removed').map((path) => textOf(path, 'removed')),
    changed: listOf(fields.changed, 'changed').map((file, at) => parseManifestFile(file, `changed[${at}]`)),
    ...(pack !== undefined && { pack: digestOf(pack, 'pack') }),
    patches: listOf(fields.patches, 'patches').map(parsePatch),
  };
}

function parsePatch(value: unknown): Patch {
  const fields = fieldsOf(value, 'patches');
  const to = listOf(fields.to, 'patches.to').map((digest) => digestOf(digest, 'patches.to'));
  if (to.length === 0) throw new FormatError('a patch makes nothing');
  return {
    from: listOf(fields.from, 'patches.from').map((digest) => sha256Of(digest, 'patches.from')),
    to,
    at: countOf(fields.at, 'patches.at'),
    bytes: countOf(fields.bytes, 'patches.bytes'),
  };
}

/** What differs between the files of two manifests. */
export interface ManifestDifference {
  readonly removed: readonly string[];
  readonly changed: readonly ManifestFile[];
}

export function diffManifests(from: Manifest, to: Manifest): ManifestDifference {
  const before = new Map(from.files.map((file) => [file.path, file]));
  const changed = to.files.filter((file) => {
    const old = before.get(file.path);
    before.delete(file.path);
    return old === undefined || !isSameFile(old, file);
  });
  return { removed: [...before.keys()], changed };
}

/** Returns the later manifest, with its files in their order. */
export function applyDifference(
  { format, country, headers, files }: Manifest,
  { removed, changed }: ManifestDifference,
): Manifest {
  const gone = new Set([...removed, ...changed.map(({ path }) => path)]);
  const kept = files.filter(({ path }) => !gone.has(path));
  return { format, country, headers, files: byPath([...kept, ...changed]) };
}

/** In the order of UTF-16 units, whatever the locale. */
export const byPath = (files: readonly ManifestFile[]): ManifestFile[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

const isSameFile = (one: ManifestFile, other: ManifestFile): boolean =>
  one.sha256 === other.sha256 &&
  one.type === other.type &&
  one.kind === other.kind &&
  one.br === other.br &&
  one.gz === other.gz;
