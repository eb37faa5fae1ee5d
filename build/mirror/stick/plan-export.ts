/** What an export of the release that a mirror serves consists of. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
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
import { readManifestFiles } from '../manifest/read-manifest.ts';
import { ownCommand } from '../program/this-program.ts';
import type { StoredFile } from './read-verified.ts';
import type { StickIndex } from './stick-format.ts';

export interface ExportPlan {
  readonly trust: Trust;
  readonly pointer: ReleasePointer;
  readonly since?: NonNullable<StickIndex['since']>;
  /** In the order of their paths. */
  readonly files: readonly PlannedFile[];
}

export type PlannedFile =
  /** What was signed or looked through already. */
  | { readonly path: string; readonly content: Uint8Array }
  | { readonly path: string; readonly stored: StoredFile };

export const bytesOfFile = (file: PlannedFile): number =>
  'content' in file ? file.content.length : file.stored.bytes;

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
  const files = [
    ...(await smallFiles(site, trust, pointer)),
    ...manifestFiles(site, pointer.manifest),
    ...(await objectFiles(paths, site, pointer, basis)),
  ];
  return {
    trust,
    pointer,
    ...(basis !== undefined && { since: { sequence: since ?? 0, manifest: basis.sha256 } }),
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

async function currentSequence(paths: MirrorPaths): Promise<number> {
  const target = await readlink(paths.current).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT')) throw error;
  });
  if (target === undefined)
    throw new EnvironmentError(
      `The mirror in ${paths.top} has no release yet. Fetch one first: ${ownCommand} sync, or ${ownCommand} import --from FOLDER.`,
    );
  return Number(path.basename(target));
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
async function objectFiles(
  paths: MirrorPaths,
  site: string,
  { manifest }: ReleasePointer,
  basis: Basis | undefined,
): Promise<PlannedFile[]> {
  const file = path.join(site, releasePaths.manifest(manifest.sha256));
  await requireManifest(file, manifest);
  const seen = new Set<Sha256>(basis?.contents);
  const planned: PlannedFile[] = [];
  await parsed(file, () => {
    for (const { sha256, bytes, br } of readManifestFiles(file)) {
      if (seen.has(sha256)) continue;
      seen.add(sha256);
      const digest = { sha256, bytes };
      const twin = objectFile(paths, sha256, '.br');
      const object = releasePaths.object(sha256);
      planned.push(
        br !== undefined && bytesIfThere(twin) === br
          ? { path: `${object}.br`, stored: { file: twin, digest, isBrotli: true, bytes: br } }
          : { path: object, stored: plain(objectFile(paths, sha256), digest) },
      );
    }
  });
  return planned;
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

async function requireManifest(file: string, { sha256 }: Digest): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  if (hash.digest('hex') !== sha256) throw damaged(file);
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
