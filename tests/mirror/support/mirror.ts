/** A mirror for tests, and sources that count what they are asked for. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import {
  defaultConfiguration,
  type MirrorConfiguration,
} from '../../../build/mirror/folder/configuration.ts';
import { type MirrorPaths, mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { type Source, SourceError } from '../../../build/mirror/sources/source.ts';
import { type SyncRequest, type SyncResult, synchronise } from '../../../build/mirror/sync/sync.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { parseManifest } from '../../../build/model/release/manifest-file.ts';
import { parsePointer } from '../../../build/model/release/record-file.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';

/** A source to which no line leads. */
export const deadSource: Source = {
  name: 'dead',
  read: async () => {
    throw new SourceError('unreachable', 'dead gives no answer.');
  },
  open: async () => {
    throw new SourceError('unreachable', 'dead gives no answer.');
  },
  close: () => {},
};

export interface Synced extends SyncResult {
  readonly warnings: readonly string[];
}

export async function sync(
  paths: MirrorPaths,
  sources: readonly Source[],
  {
    now = new Date('2026-03-01T09:00:00Z'),
    ...configuration
  }: Partial<MirrorConfiguration> & { now?: Date } = {},
): Promise<Synced> {
  const warnings: string[] = [];
  const request: SyncRequest = {
    paths,
    sources,
    configuration: { ...defaultConfiguration, upstreams: [], ...configuration },
    now: () => now,
    acceptsStale: false,
    onProgress: () => {},
    warn: (sentence) => void warnings.push(sentence),
    signal: new AbortController().signal,
  };
  return { ...(await synchronise(request)), warnings };
}

/** Returns what is wrong with what is served: it must be one release, with every file of it and nothing else. */
export async function faultsOfServed(folder: string): Promise<readonly string[]> {
  const { current } = mirrorPaths(folder);
  const served = await readlink(current).catch(() => undefined);
  if (served === undefined) return [];
  const at = (name: string): string => path.join(folder, served, name);
  const pointer = parsePointer(await readFile(at(releasePaths.pointer)));
  const manifestBytes = await readFile(at(releasePaths.manifest(pointer.manifest.sha256)));
  const faults = sha256(manifestBytes) === pointer.manifest.sha256 ? [] : ['the manifest is another one'];
  const manifest = parseManifest(manifestBytes);
  for (const file of manifest.files) {
    const bytes = await readFile(at(file.path)).catch(() => undefined);
    if (bytes === undefined || sha256(bytes) !== file.sha256) faults.push(`${file.path} is wrong`);
    if (file.gz !== undefined && (await readFile(at(`${file.path}.gz`)).catch(() => undefined)) === undefined)
      faults.push(`${file.path}.gz is missing`);
    if (
      await readFile(at(releasePaths.object(file.sha256))).then(
        () => false,
        () => true,
      )
    )
      faults.push(`${file.sha256} is missing`);
  }
  const known = new Set(manifest.files.flatMap(({ path: name }) => [name, `${name}.br`, `${name}.gz`]));
  for (const name of await filesBelow(path.join(folder, served)))
    if (!known.has(name) && !sealed.test(name)) faults.push(`${name} is too much`);
  return faults;
}

const sealed =
  /^(?:_release\.json|manifests\/[0-9a-f]{64}\.json(?:\.br)?|releases\/\d+\.json|targets\/[0-9a-f]{64}\.release\.json|metadata\/(?:\d+\.(?:root|snapshot|targets)|timestamp)\.json|deltas\/[0-9a-f]{64}\.json|patches\/[0-9a-f]{64})$/;

/** Files below a folder; links are not followed. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

export async function expectWhole(folder: string): Promise<void> {
  expect(await faultsOfServed(folder)).toEqual([]);
}
