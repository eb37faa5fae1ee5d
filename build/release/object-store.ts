/**
 * Everything that was ever published, each content once, under the name of its digest, with its compressed copies beside it. What
 * lies there is never made again, so that a second release costs what has changed.
 */
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 as digestOf, type Sha256 } from '../model/paths.ts';
import type { ManifestFile } from '../model/release/manifest.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import { compress } from './compress.ts';

/** Bytes of the copies that are kept of an object. */
export interface TwinSizes {
  readonly br?: number;
  readonly gz?: number;
}

export interface ObjectStore {
  has(object: Sha256): boolean;
  /** @param isCompressible whether copies are worth a try */
  add(object: Sha256, bytes: Uint8Array, isCompressible: boolean): Promise<void>;
  /** Returns an object, or nothing where it is not kept or has decayed. */
  read(object: Sha256): Promise<Uint8Array | undefined>;
  twinsOf(object: Sha256): TwinSizes;
  /** Removes objects with their copies. */
  remove(objects: Iterable<Sha256>): Promise<void>;
  /** Returns all objects. */
  list(): readonly Sha256[];
}

/** Adds objects that are missing, from wherever they are to be had. */
export type FetchObjects = (files: readonly ManifestFile[], objects: ObjectStore) => Promise<void>;

/** @param folder of a country's releases */
export async function openObjects(folder: string): Promise<ObjectStore> {
  const objects = path.join(folder, 'objects');
  await mkdir(objects, { recursive: true });
  const names = new Set(await readdir(objects));
  for (const name of names)
    if (name.endsWith(unfinished)) {
      names.delete(name);
      await rm(path.join(objects, name), { force: true });
    }
  const fileOf = (object: Sha256): string => path.join(folder, releasePaths.object(object));
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = path.join(objects, name);
    await writeFile(file + unfinished, bytes);
    await rename(file + unfinished, file);
    names.add(name);
  };
  return {
    has: (object) => names.has(object),
    async add(object, bytes, isCompressible) {
      if (names.has(object)) return;
      const { br, gz } = isCompressible ? await compress(bytes) : {};
      if (br !== undefined) await write(`${object}.br`, br);
      if (gz !== undefined) await write(`${object}.gz`, gz);
      // Last: where an object is, its copies are.
      await write(object, bytes);
    },
    async read(object) {
      const bytes = names.has(object) ? await readFile(fileOf(object)) : undefined;
      return bytes !== undefined && digestOf(bytes) === object ? bytes : undefined;
    },
    twinsOf(object) {
      const sizeOf = (ending: 'br' | 'gz'): TwinSizes =>
        names.has(`${object}.${ending}`) ? { [ending]: statSync(`${fileOf(object)}.${ending}`).size } : {};
      return { ...sizeOf('br'), ...sizeOf('gz') };
    },
    async remove(gone) {
      for (const object of gone)
        for (const name of [object, `${object}.br`, `${object}.gz`])
          if (names.delete(name)) await rm(path.join(objects, name), { force: true });
    },
    list: () => [...names].filter((name): name is Sha256 => /^[0-9a-f]{64}$/.test(name)),
  };
}

const unfinished = '.new~';
