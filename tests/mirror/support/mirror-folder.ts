/** A mirror as synchronisations leave it, laid out by hand from releases of a small site. */
import { copyFile, cp, link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultConfiguration, formatConfiguration } from '../../../build/mirror/folder/configuration.ts';
import {
  type MirrorPaths,
  mirrorPaths,
  objectFile,
  siteFolder,
  siteLinks,
} from '../../../build/mirror/folder/mirror-paths.ts';
import { writeState } from '../../../build/mirror/folder/state.ts';
import { sha256 } from '../../../build/model/paths.ts';
import type { Manifest } from '../../../build/model/release/manifest.ts';
import { parseManifest } from '../../../build/model/release/manifest-file.ts';
import { parsePointer } from '../../../build/model/release/record-file.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { verifyTrust } from '../../../build/trust/verify-trust.ts';
import {
  days,
  publishFolders,
  releaseSite,
  type SiteFiles,
  siteUrl,
  writeSite,
} from '../../support/publish.ts';

export interface SmallMirror {
  readonly paths: MirrorPaths;
  /** The folder of releases, as an upstream has it. */
  readonly upstream: string;
  /** Of the newest release. */
  readonly manifest: Manifest;
}

/** @param versions of the site, one for each release; the last is served */
export async function smallMirror(...versions: readonly SiteFiles[]): Promise<SmallMirror> {
  const { top, site, folder } = await publishFolders();
  const paths = mirrorPaths(path.join(top, 'mirror'));
  for (const one of [paths.objects, paths.incoming, paths.sites, paths.health, paths.trust])
    await mkdir(one, { recursive: true });
  await writeFile(
    paths.configuration,
    formatConfiguration({ ...defaultConfiguration, upstreams: [siteUrl] }),
  );
  let manifest: Manifest | undefined;
  for (const [at, files] of versions.entries()) {
    await writeSite(site, files);
    await releaseSite(site, folder, { now: days(at) });
    manifest = await layOut(paths, folder);
  }
  if (manifest === undefined) throw new Error('no version of the site was given');
  await copyFile(path.join(folder, releasePaths.root(1)), paths.root);
  return { paths, upstream: folder, manifest };
}

/** Adds the newest release of a folder, and serves it. */
export async function layOut(paths: MirrorPaths, folder: string): Promise<Manifest> {
  const pointerBytes = await readFile(path.join(folder, releasePaths.pointer));
  const pointer = parsePointer(pointerBytes);
  const { sequence, released } = pointer;
  const site = siteFolder(paths, sequence);
  for (const part of ['metadata', 'deltas', 'patches', releasePaths.pointer])
    await cp(path.join(folder, part), path.join(site, part), { recursive: true }).catch(() => {});
  for (const part of [
    releasePaths.record(sequence),
    releasePaths.manifest(pointer.manifest.sha256),
    releasePaths.signedPointer(sha256(pointerBytes)),
  ])
    await cp(path.join(folder, part), path.join(site, part));
  await rm(paths.trust, { recursive: true });
  const read = (name: string): Promise<Uint8Array | undefined> =>
    readFile(path.join(site, name)).catch(() => undefined);
  const root = await readFile(path.join(folder, releasePaths.root(1)));
  const { files: proof } = await verifyTrust({ read, root, now: new Date(0) });
  for (const [name, bytes] of proof) {
    await mkdir(path.dirname(path.join(paths.trust, name)), { recursive: true });
    await writeFile(path.join(paths.trust, name), bytes);
  }
  const manifest = parseManifest(
    await readFile(path.join(folder, releasePaths.manifest(pointer.manifest.sha256))),
  );
  for (const { path: sitePath, sha256: digest, br, gz } of manifest.files)
    for (const suffix of [
      '',
      ...(br ? (['.br'] as const) : []),
      ...(gz ? (['.gz'] as const) : []),
    ] as const) {
      const [object, file] = [objectFile(paths, digest, suffix), path.join(site, sitePath + suffix)];
      await mkdir(path.dirname(file), { recursive: true });
      await copyFile(path.join(folder, 'objects', digest + suffix), object, 1).catch(() => {});
      await link(object, file);
    }
  for (const [name, target] of Object.entries(siteLinks)) await symlink(target, path.join(site, name));
  await rm(paths.current, { force: true });
  await symlink(`sites/${sequence}`, paths.current);
  await writeState(paths, {
    format: 1,
    current: {
      country: pointer.country,
      sequence,
      released,
      url: siteUrl,
      manifest: pointer.manifest,
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
      switched: released,
      source: siteUrl,
      isTrial: true,
    },
    newest: { sequence, released },
    checked: released,
  });
  return manifest;
}
