/** A mirror for tests, laid out as a synchronisation leaves it, with real keys and without a network. */
import { link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defaultConfiguration, formatConfiguration } from '../../../build/mirror/folder/configuration.ts';
import {
  type MirrorPaths,
  mirrorPaths,
  objectFile,
  siteFolder,
} from '../../../build/mirror/folder/mirror-paths.ts';
import { writeState } from '../../../build/mirror/folder/state.ts';
import { type Sha256, sha256 } from '../../../build/model/paths.ts';
import { byPath } from '../../../build/model/release/delta.ts';
import type { Manifest, ManifestFile } from '../../../build/model/release/manifest.ts';
import { formatManifest } from '../../../build/model/release/manifest-file.ts';
import { formatJson } from '../../../build/model/release/record-file.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { temporaryFolder } from '../../support/content.ts';
import { dayOf, type Publisher, publisher } from '../../trust/publisher.ts';

export interface SmallMirror {
  readonly paths: MirrorPaths;
  readonly publisher: Publisher;
  /** Makes a release of these files, which is then served; what the mirror had stays. */
  release(files: Readonly<Record<string, string | Uint8Array>>, day?: number): Promise<void>;
}

/** @param country `kg` */
export async function smallMirror(country = 'kg'): Promise<SmallMirror> {
  const keys = await publisher({ country });
  const paths = mirrorPaths(path.join(await temporaryFolder(), 'mirror'));
  await mkdir(paths.objects, { recursive: true });
  await writeFile(paths.configuration, formatConfiguration({ ...defaultConfiguration, upstreams: [] }));
  await writeFile(paths.root, keys.created.root);
  let sequence = 0;
  return {
    paths,
    publisher: keys,
    async release(files, day = 0) {
      sequence++;
      const site = siteFolder(paths, sequence);
      const listed: ManifestFile[] = [];
      for (const [name, content] of Object.entries(files))
        listed.push(await store(paths, site, name, content));
      const manifest = formatManifest(manifestOf(country, listed));
      const parts = await sealedParts(country, sequence, day, listed, manifest);
      await keys.release(parts.pointer, day);
      for (const [name, content] of [...parts.files, ...keys.published])
        await put(path.join(site, name), content);
      await rm(paths.current, { force: true });
      await symlink(path.join('sites', String(sequence)), paths.current);
      await writeState(paths, { format: 1, current: currentOf(country, sequence, parts.manifest, listed) });
    },
  };
}

/** Compressed where it is worth it, as a release has it. */
async function store(
  paths: MirrorPaths,
  site: string,
  name: string,
  content: string | Uint8Array,
): Promise<ManifestFile> {
  const bytes = Buffer.from(content);
  const digest = sha256(bytes);
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const isWorth = bytes.length >= 256 && br.length < bytes.length;
  await put(objectFile(paths, digest), bytes);
  if (isWorth) await put(objectFile(paths, digest, '.br'), br);
  await mkdir(path.dirname(path.join(site, name)), { recursive: true });
  await link(objectFile(paths, digest), path.join(site, name));
  return {
    path: name,
    sha256: digest,
    bytes: bytes.length,
    type: 'text/html; charset=utf-8',
    kind: 'page',
    ...(isWorth && { br: br.length }),
  };
}

const manifestOf = (country: string, files: readonly ManifestFile[]): Manifest => ({
  format: 1,
  country,
  headers: { page: {}, file: {}, asset: {}, index: {} },
  files: byPath(files),
});

async function sealedParts(
  country: string,
  sequence: number,
  day: number,
  listed: readonly ManifestFile[],
  manifestText: string,
) {
  const released = `${dayOf(day).toISOString().slice(0, 19)}Z`;
  const manifest = { sha256: sha256(manifestText), bytes: Buffer.byteLength(manifestText) };
  const record = formatJson({
    format: 1,
    country,
    sequence,
    released,
    url: `https://${country}.example.org/`,
    site: manifest.sha256,
    manifest,
    versions: { passport: '0.1.0', node: '24.0.0', packages: '0'.repeat(64) as Sha256 },
    counts: { files: listed.length, bytes: bytesOf(listed), pages: listed.length },
  });
  const pointer = formatJson({
    format: 1,
    country,
    sequence,
    released,
    record: { sha256: sha256(record), bytes: Buffer.byteLength(record) },
    manifest,
    deltas: {},
    withdrawn: { digests: [], paths: [] },
  });
  const name = releasePaths.manifest(manifest.sha256);
  const files: [string, string | Uint8Array][] = [
    [name, manifestText],
    [`${name}.br`, brotliCompressSync(manifestText)],
    [releasePaths.record(sequence), record],
    [releasePaths.pointer, pointer],
  ];
  return { manifest, pointer, files };
}

const bytesOf = (files: readonly ManifestFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

const currentOf = (
  country: string,
  sequence: number,
  manifest: { sha256: Sha256; bytes: number },
  files: readonly ManifestFile[],
) => ({
  country,
  sequence,
  released: '2026-11-29T12:00:00Z',
  url: `https://${country}.example.org/`,
  manifest,
  files: files.length,
  bytes: bytesOf(files),
  switched: '2026-11-29T12:00:00Z',
  source: 'https://example.org/',
  isTrial: false,
});

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** What the mirror would send for a path. */
export const published = ({ paths }: SmallMirror, name: string): Promise<Buffer> =>
  readFile(name.startsWith('objects/') ? path.join(paths.top, name) : path.join(paths.current, name));
