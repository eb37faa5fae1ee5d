/** Reads the newest release of a folder as it is deployed. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DeployedRelease } from '../deploy/deploy.ts';
import type { Part } from '../deploy/plan.ts';
import { type Sha256, sha256 } from '../model/paths.ts';
import { parseDelta } from '../model/release/delta.ts';
import { parsePointer } from '../model/release/record-file.ts';
import { releasePaths } from '../model/release/release-paths.ts';
import type { ReleasePointer } from '../model/release/release-record.ts';
import { readManifest, requireLatest, requireManifest } from '../release/release-folder.ts';
import { readFilesOf } from './read-files.ts';

/** @throws EnvironmentError for a folder without a release */
export async function readNewestRelease(folder: string): Promise<DeployedRelease> {
  const { pointer, record } = await requireLatest(folder);
  const digest = sha256(await readFile(path.join(folder, releasePaths.pointer)));
  const recordBytes = await readFile(path.join(folder, releasePaths.record(pointer.sequence)));
  const metadata = await readFilesOf(folder, ['metadata']);
  const pointers = await recentPointers(folder, 3);
  const deltas = await Promise.all(pointers.map((one) => deltaPathsOf(folder, one)));
  const manifestPath = releasePaths.manifest(pointer.manifest.sha256);
  return {
    folder,
    pointer,
    digest,
    record,
    recordBytes,
    manifest: await requireManifest(folder, pointer.manifest.sha256),
    sealed: await partsOf(folder, [
      manifestPath,
      `${manifestPath}.br`,
      ...(await deltaPathsOf(folder, pointer)),
    ]),
    recentDeltas: new Set(deltas.flat()),
    pointerParts: [
      await partsOf(folder, [
        ...currentMetadataPaths([...metadata.keys()]),
        releasePaths.signedPointer(digest),
      ]),
      await partsOf(folder, [releasePaths.timestamp]),
      await partsOf(folder, [releasePaths.pointer]),
    ],
    local: {
      readManifest: (wanted: Sha256) => readManifest(folder, wanted),
      readRecord: (sequence) =>
        readFile(path.join(folder, releasePaths.record(sequence))).catch(() => undefined),
    },
  };
}

/** All versions of the root, and the newest ones of the others; mirrors may still be reading the ones before, which stay. */
function currentMetadataPaths(names: readonly string[]): readonly string[] {
  const newest = (role: string): string[] => {
    const versions = names.flatMap((name) =>
      Number(new RegExp(`^metadata/(\\d+)\\.${role}\\.json$`).exec(name)?.[1] ?? []),
    );
    return versions.length === 0 ? [] : [`metadata/${Math.max(...versions)}.${role}.json`];
  };
  const roots = names.filter((name) => name.endsWith('.root.json')).toSorted();
  return [...roots, ...newest('targets'), ...newest('snapshot')];
}

async function recentPointers(folder: string, most: number): Promise<readonly ReleasePointer[]> {
  const files = await readFilesOf(folder, ['targets']);
  return [...files.values()]
    .map(parsePointer)
    .toSorted((a, b) => b.sequence - a.sequence)
    .slice(0, most);
}

async function deltaPathsOf(folder: string, { deltas }: ReleasePointer): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const { sha256: delta } of Object.values(deltas)) {
    const bytes = await readFile(path.join(folder, releasePaths.delta(delta))).catch(() => undefined);
    if (bytes === undefined) continue;
    const { pack } = parseDelta(bytes);
    if (pack !== undefined) paths.push(releasePaths.patches(pack.sha256));
    paths.push(releasePaths.delta(delta));
  }
  return paths;
}

async function partsOf(folder: string, paths: readonly string[]): Promise<readonly Part[]> {
  const parts: Part[] = [];
  // Two deltas may have the same patches.
  for (const name of new Set(paths)) {
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    if (found !== undefined) parts.push({ path: name, bytes: found.size });
  }
  return parts;
}
