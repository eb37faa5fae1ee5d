/**
 * Patches from the objects of an earlier release to those of the new one, for mirrors: a page of which a sentence has changed is some
 * hundred bytes.
 */
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import type { Sha256 } from '../model/paths.ts';
import type { ManifestDifference, Patch } from '../model/release/delta.ts';
import type { ManifestFile } from '../model/release/manifest.ts';

export interface Patches {
  readonly pack: Uint8Array;
  readonly patches: readonly Patch[];
}

/** A patch that is still to be made. */
interface Pair {
  readonly from: readonly Sha256[];
  readonly to: readonly ManifestFile[];
}

type ReadObject = (object: Sha256) => Promise<Uint8Array | undefined>;

/**
 * Returns what makes patches; what several deltas have in common is made once.
 *
 * @param read returns an object, or nothing where it is not kept: then it has no patch
 */
export function patchMaker(
  read: ReadObject,
): (old: readonly ManifestFile[], difference: ManifestDifference) => Promise<Patches> {
  const made = new Map<string, Promise<Uint8Array | undefined>>();
  const make = (pair: Pair): Promise<Uint8Array | undefined> => {
    const key = [...pair.from, '>', ...pair.to.map((file) => file.sha256)].join(' ');
    return getOrMake(made, key, () => makePatch(pair, read));
  };
  return async (old, difference) => {
    const parts: Uint8Array[] = [];
    const patches: Patch[] = [];
    let at = 0;
    for (const pair of pairsOf(old, difference)) {
      const part = await make(pair);
      if (part === undefined) continue;
      const to = pair.to.map((file) => ({ sha256: file.sha256, bytes: file.bytes }));
      patches.push({ from: pair.from, to, at, bytes: part.length });
      parts.push(part);
      at += part.length;
    }
    return { pack: Buffer.concat(parts), patches };
  };
}

/** Returns nothing where a patch is not worth that the old objects must be there. */
async function makePatch({ from, to }: Pair, read: ReadObject): Promise<Uint8Array | undefined> {
  const old = await readAll(from, read);
  const fresh = await readAll(
    to.map((file) => file.sha256),
    read,
  );
  if (old === undefined || fresh === undefined || old.length === 0) return undefined;
  const part = await patch(old, fresh);
  const without = to.reduce((sum, { br, bytes }) => sum + (br ?? bytes), 0);
  return part.length <= without * largestShare ? part : undefined;
}

function getOrMake<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Returns what turns some bytes into others; both together may be 128 MB. */
const patch = (old: Uint8Array, fresh: Uint8Array): Promise<Buffer> =>
  zstd(fresh, {
    dictionary: old,
    params: {
      [constants.ZSTD_c_compressionLevel]: level,
      // All of the old bytes have to be within reach.
      [constants.ZSTD_c_windowLog]: Math.min(
        27,
        Math.max(10, Math.ceil(Math.log2(old.length + fresh.length + 1))),
      ),
    },
  });

const zstd = promisify(zstdCompress);

/** Higher levels take several times as long for what differs little anyway. */
const level = 9;

/** Of what would be loaded without it. */
const largestShare = 0.7;

/** Above it a mirror loads the whole object; it would have to hold all of it in memory. */
const mostBytes = 32 * 1024 * 1024;

/** @param old the files of the earlier manifest that are gone or differ */
function pairsOf(old: readonly ManifestFile[], { removed, changed }: ManifestDifference): readonly Pair[] {
  const before = new Map(old.map((file) => [file.path, file]));
  const fresh = changed.filter(isPatched);
  const gone = removed.flatMap((path) => before.get(path) ?? []).filter(isPatched);
  const pairs: Pair[] = [];
  for (const file of fresh) {
    const earlier = before.get(file.path);
    if (earlier !== undefined && isPatched(earlier) && earlier.sha256 !== file.sha256)
      pairs.push({ from: [earlier.sha256], to: [file] });
  }
  // Parts of a search bundle are named by their digests: a change takes some away and brings others.
  const added = Map.groupBy(
    fresh.filter(({ path, kind }) => kind === 'index' && !before.has(path)),
    groupOf,
  );
  for (const [group, to] of added) {
    const parts = gone.filter((file) => file.kind === 'index' && groupOf(file) === group);
    if (parts.length > 0 && bytesOf(parts) + bytesOf(to) <= mostBytes)
      pairs.push({ from: parts.map((file) => file.sha256), to });
  }
  return pairs.map(({ from: parts, to }) => ({ from: parts, to: distinct(to) }));
}

/** Pictures and films have nothing in common with what they were. */
const isPatched = ({ kind, br, bytes }: ManifestFile): boolean =>
  bytes <= mostBytes && (kind === 'index' || br !== undefined);

/** Of a bundle, what is alike: `ru/pagefind/index/….pf_index`. */
const groupOf = ({ path }: ManifestFile): string => path.replace(/[^/]+(?=\.[^.]+$)/, '');

const bytesOf = (files: readonly ManifestFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Two files of the same content are one object. */
const distinct = (files: readonly ManifestFile[]): ManifestFile[] => [
  ...new Map(files.map((file) => [file.sha256, file])).values(),
];

async function readAll(objects: readonly Sha256[], read: ReadObject): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  for (const object of objects) {
    const bytes = await read(object);
    if (bytes === undefined) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
