/** What an export of the release that a mirror serves consists of. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, hasCode } from '../../cli/errors.ts';
import type { Sha256 } from '../../model/paths.ts';
import { FormatError } from '../../model/release/plain-json.ts';
import { parsePointer, parseRecord } from '../../model/release/record-file.ts';
import { releasePaths } from '../../model/release/release-paths.ts';
import type { Digest, ReleasePointer } from '../../model/release/release-record.ts';
import { namesIn } from '../../output/names-in.ts';
import { type Trust, verifyTrust } from '../../trust/verify-trust.ts';
import { type MirrorPaths, objectFile, siteFolder } from '../folder/mirror-paths.ts';
import { servedSequence } from '../folder/served-sequence.ts';
import { readManifestFiles } from '../manifest/read-manifest.ts';
import { hasDigest } from '../objects/digest-of-file.ts';
import { ownCommand } from '../program/this-program.ts';
import type { StoredFile } from './read-verified.ts';
import type { StickIndex } from './stick-format.ts';

export interface ExportPlan {
  readonly trust: Trust;
  readonly pointer: ReleasePointer;
  readonly since?: NonNullable<StickIndex['since']>;
  /** Signed parts and lists. */
  readonly parts: readonly PlannedFile[];
  /** Of a hundred thousand there is no more in memory than this. */
  readonly objects: readonly PlannedObject[];
}

export interface PlannedObject extends Digest {
  /** Bytes of its compressed copy, where that is taken. */
  readonly br?: number;
}

export type PlannedFile =
  /** What was signed or looked through already. */
  | { readonly path: string; readonly content: Uint8Array }
  | { readonly path: string; readonly stored: StoredFile };

export const bytesOfFile = (file: PlannedFile): number =>
  'content' in file ? file.content.length : file.stored.bytes;

/** Gives what is exported in the order of the paths. */
export function* filesOf({ parts, objects }: ExportPlan, paths: MirrorPaths): Generator<PlannedFile> {
  const before = parts.findIndex((part) => part.path > releasePaths.object(firstSha256));
  const split = before < 0 ? parts.length : before;
  yield* parts.slice(0, split);
  for (const object of objects) yield fileOf(object, paths);
  yield* parts.slice(split);
}

const firstSha256 = '0'.repeat(64) as Sha256;

function fileOf({ sha256, bytes, br }: PlannedObject, paths: MirrorPaths): PlannedFile {
  const object = releasePaths.object(sha256);
  const digest = { sha256, bytes };
  return br === undefined
    ? { path: object, stored: plain(objectFile(paths, sha256), digest) }
    : {
        path: `${object}.br`,
        stored: { file: objectFile(paths, sha256, '.br'), digest, isBrotli: true, bytes: br },
      };
}

/**
 * @param since a release that is kept here, whose contents are left out
 * @throws EnvironmentError
 */
export async function planExport(
  paths: MirrorPaths,
  since: number | undefined,
  now: Date,
): Promise<ExportPlan> {
  const site = siteFolder(paths, await currentSequence(paths));
  const trust = await trustOf(paths, site, now);
  const pointer = await parsed(path.join(site, 'targets'), () => parsePointer(trust.pointer));
  const basis = since === undefined ? undefined : await basisOf(paths, since, pointer);
  const parts = [...(await smallFiles(site, trust, pointer)), ...manifestFiles(site, pointer.manifest)];
  return {
    trust,
    pointer,
    ...(basis !== undefined && { since: { sequence: since ?? 0, manifest: basis.sha256 } }),
    parts: parts.sort((a, b) => (a.path < b.path ? -1 : 1)),
    objects: await plannedObjects(paths, site, pointer, basis),
  };
}

async function currentSequence(paths: MirrorPaths): Promise<number> {
  const sequence = await servedSequence(paths.current);
  if (sequence !== undefined) return sequence;
  throw new EnvironmentError(
    `The mirror in ${paths.top} has no release yet. Fetch one first: ${ownCommand} sync, or ${ownCommand} import --from FOLDER.`,
  );
}

/** What has expired is carried on as well: whoever takes it looks at that. */
async function trustOf(paths: MirrorPaths, site: string, now: Date): Promise<Trust> {
  const read = (name: string): Promise<Uint8Array | undefined> =>
    readFile(path.join(site, name)).catch((error: unknown) => {
      if (!hasCode(error, 'ENOENT')) throw error;
      return undefined;
    });
  return verifyTrust({ read, root: await readFile(paths.root), now, acceptsStale: true });
}

/** Metadata, with every root for those who have seen only the first, and the record. */
async function smallFiles(
  site: string,
  trust: Trust,
  { sequence, record }: ReleasePointer,
): Promise<PlannedFile[]> {
  const roots = (await namesIn(path.join(site, 'metadata'))).filter((name) => /^\d+\.root\.json$/.test(name));
  const files = new Map(trust.files);
  for (const name of roots) {
    const content = await readFile(path.join(site, 'metadata', name));
    if (!files.has(`metadata/${name}`)) files.set(`metadata/${name}`, content);
  }
  files.set(releasePaths.pointer, trust.pointer);
  const recordPath = releasePaths.record(sequence);
  return [
    ...[...files].map(([name, content]) => ({ path: name, content })),
    { path: recordPath, stored: { ...plain(path.join(site, recordPath), record) } },
  ];
}

const plain = (file: string, digest: Digest): StoredFile => ({
  file,
  digest,
  isBrotli: false,
  bytes: digest.bytes,
});

function manifestFiles(site: string, manifest: Digest): PlannedFile[] {
  const name = releasePaths.manifest(manifest.sha256);
  const file = path.join(site, name);
  const bytes = bytesIfThere(`${file}.br`);
  return [
    { path: name, stored: plain(file, manifest) },
    ...(bytes === undefined
      ? []
      : [{ path: `${name}.br`, stored: { file: `${file}.br`, digest: manifest, isBrotli: true, bytes } }]),
  ];
}

/** Each content once: compressed as the release has it, else as it is. */
async function plannedObjects(
  paths: MirrorPaths,
  site: string,
  { manifest }: ReleasePointer,
  basis: Basis | undefined,
): Promise<readonly PlannedObject[]> {
  const file = path.join(site, releasePaths.manifest(manifest.sha256));
  await requireManifest(file, manifest);
  const seen = new Set<Sha256>(basis?.contents);
  const planned: PlannedObject[] = [];
  await parsed(file, () => {
    for (const { sha256, bytes, br } of readManifestFiles(file)) {
      if (seen.has(sha256)) continue;
      seen.add(sha256);
      const isPacked = br !== undefined && bytesIfThere(objectFile(paths, sha256, '.br')) === br;
      planned.push({ sha256, bytes, ...(isPacked && { br }) });
    }
  });
  return planned.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

interface Basis {
  readonly sha256: Sha256;
  readonly contents: ReadonlySet<Sha256>;
}

async function basisOf(paths: MirrorPaths, since: number, { sequence }: ReleasePointer): Promise<Basis> {
  const kept = (await namesIn(paths.sites)).filter((name) => /^\d+$/.test(name)).map(Number);
  const usable = kept.filter((one) => one < sequence).sort((a, b) => a - b);
  if (!usable.includes(since))
    throw new EnvironmentError(
      `--since ${since}: that release is not kept here${usable.length === 0 ? ', nor is any other before the one that is served. Leave --since out' : `; kept are ${usable.join(', ')}. Name one of them, or leave --since out`} to export all files.`,
    );
  const site = siteFolder(paths, since);
  const recordFile = path.join(site, releasePaths.record(since));
  const record = await readFile(recordFile);
  const { manifest } = await parsed(recordFile, () => parseRecord(record));
  const file = path.join(site, releasePaths.manifest(manifest.sha256));
  await requireManifest(file, manifest);
  const contents = await parsed(file, () => {
    const found = new Set<Sha256>();
    for (const { sha256 } of readManifestFiles(file)) found.add(sha256);
    return found;
  });
  return { sha256: manifest.sha256, contents };
}

async function requireManifest(file: string, manifest: Digest): Promise<void> {
  if (!(await hasDigest(file, manifest))) throw damaged(file);
}

async function parsed<T>(file: string, parse: () => T): Promise<T> {
  try {
    return parse();
  } catch (error) {
    if (error instanceof FormatError) throw damaged(file);
    throw error;
  }
}

const damaged = (file: string): EnvironmentError =>
  new EnvironmentError(
    `${file} is damaged: nothing was exported. Mend the mirror first: ${ownCommand} verify, which fetches it anew.`,
  );

const bytesIfThere = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;
