/** Releases that are signed as they should be, by somebody who has stolen the keys, and name files that no site may have. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mirrorPaths } from '../../build/mirror/folder/mirror-paths.ts';
import { readState } from '../../build/mirror/folder/state.ts';
import { sha256 } from '../../build/model/paths.ts';
import type { ManifestFile } from '../../build/model/release/manifest.ts';
import { formatManifest } from '../../build/model/release/manifest-file.ts';
import { formatJson } from '../../build/model/release/record-file.ts';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import type { ReleasePointer } from '../../build/model/release/release-record.ts';
import { readManifest, requireLatest } from '../../build/release/release-folder.ts';
import { days, signerOf } from '../support/publish.ts';
import { folderSource } from './support/folder-source.ts';
import { expectWhole, filesBelow, sync } from './support/mirror.ts';
import { publishedSite } from './support/published.ts';

/** A mirror that has the first release of a site. */
async function followedSite() {
  const { top, live: folder, paths } = await publishedSite();
  await sync(paths, [folderSource(folder)]);
  return { top, folder, mirror: paths.top };
}

interface Forgery {
  /** Of the manifest. */
  readonly change?: (files: readonly ManifestFile[]) => readonly ManifestFile[];
  readonly changeText?: (manifest: string) => string;
  readonly changePointer?: (pointer: ReleasePointer) => ReleasePointer;
}

/** Signs a second release, with real keys. */
async function forge(
  folder: string,
  { change = (files) => files, changeText = (text) => text, changePointer = (pointer) => pointer }: Forgery,
): Promise<void> {
  const latest = await requireLatest(folder);
  const manifest = await readManifest(folder, latest.record.manifest.sha256);
  if (manifest === undefined) throw new Error('there is no release to begin with');
  const files = change(manifest.files);
  const text = changeText(formatManifest({ ...manifest, files }));
  const manifestDigest = digestOf(text);
  const { sequence } = latest.pointer;
  const record = formatJson({
    ...latest.record,
    sequence: sequence + 1,
    manifest: manifestDigest,
    previous: { sequence, ...latest.pointer.record },
    counts: {
      ...latest.record.counts,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  });
  const pointer = changePointer({
    ...latest.pointer,
    sequence: sequence + 1,
    record: digestOf(record),
    manifest: manifestDigest,
    deltas: {},
  });
  const pointerBytes = Buffer.from(formatJson(pointer));
  const signer = await signerOf(folder, days(1));
  const parts = new Map<string, string | Uint8Array>([
    [releasePaths.manifest(manifestDigest.sha256), text],
    [releasePaths.record(sequence + 1), record],
    [releasePaths.pointer, pointerBytes],
    ...(await signer.sign(pointerBytes)),
  ]);
  for (const [name, content] of parts) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}

const digestOf = (text: string) => ({ sha256: sha256(text), bytes: Buffer.byteLength(text) });

/** The file of the site that stands in for the hostile one; its content is there. */
const withPath =
  (...names: readonly string[]) =>
  (files: readonly ManifestFile[]): readonly ManifestFile[] => {
    const [first] = files;
    if (first === undefined) throw new Error('the site is empty');
    const added = names.map((name) => ({ ...first, path: name }));
    return [...files, ...added].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  };

const fewer = 'fewer files than its record says';

const forgeries: Readonly<Record<string, Forgery>> = {
  'a path that climbs out': { change: withPath('../../outside.html') },
  'a path that climbs out further in': { change: withPath('ru/../../../outside.html') },
  'an absolute path': { change: withPath('/outside.html') },
  'a drive': { change: withPath('C:/outside.html') },
  'a backslash': { change: withPath('ru\\..\\..\\outside.html') },
  'an empty part': { change: withPath('ru//outside.html') },
  'a NUL': { change: withPath('ru/a\0.html') },
  'a device of Windows': { change: withPath('ru/aux.html') },
  'two names that differ by case': { change: withPath('RU/INDEX.HTML') },
  'two names that differ by normalisation': { change: withPath('ru/caf\u00e9.html', 'ru/cafe\u0301.html') },
  'a file where a folder has to be': { change: withPath('ru') },
  'the same file twice': { change: withPath('ru/index.html') },
  'an over-long name': { change: withPath(`ru/${'a'.repeat(300)}.html`) },
  'the contents of mirrors': { change: withPath(`objects/${'0'.repeat(64)}`) },
  signatures: { change: withPath('metadata/timestamp.json') },
  'what the mirror says of itself': { change: withPath('_mirror/health.json') },
  'a compressed copy': { change: withPath('ru/index.html.br') },
  'files out of their order': { change: (files) => files.toReversed() },
  'a header within a header': {
    changeText: (text) => text.replace('text/html; charset=utf-8', 'text/html\\r\\nX-Other: 1'),
  },
  'a digest that is none': {
    changeText: (text) => text.replace(/"sha256":"[0-9a-f]{64}"/, '"sha256":"../../x"'),
  },
  'a size that is none': { changeText: (text) => text.replace(/"bytes":\d+/, '"bytes":-1') },
  'another country': { changeText: (text) => text.replace('"country":"kg"', '"country":"tj"') },
  'no end': { changeText: (text) => text.slice(0, -3) },
  'something after its end': { changeText: (text) => `${text}{}\n` },
  'ten million files': {
    changePointer: (pointer) => ({ ...pointer, manifest: { ...pointer.manifest, bytes: 2_500_000_000 } }),
  },
  [fewer]: { changeText: (text) => text.replace(/\n\{[^\n]*,\n/, '\n') },
};

/** It says what it has, so that it is no forgery at all: the rest of the table must not fail for another reason. */
const honest: Forgery = { change: withPath('ru/c/index.html') };

test('a release like the forged ones, with an honest name, is taken', async () => {
  const { folder, mirror } = await followedSite();
  await forge(folder, honest);
  expect((await sync(mirrorPaths(mirror), [folderSource(folder)], { now: days(1) })).current.sequence).toBe(
    2,
  );
  await expectWhole(mirror);
});

test.each(Object.entries(forgeries))(
  '%s: refused, told, and the last release stays',
  async (name, forgery) => {
    const { top, folder, mirror } = await followedSite();
    await forge(folder, forgery);
    const before = await namesOutside(top, mirror, folder);
    const source = folderSource(folder);
    const paths = mirrorPaths(mirror);

    const failed = sync(paths, [source], { now: days(1) });

    await expect(failed).rejects.toThrow(/Release 1 is served as before/);
    expect(await namesOutside(top, mirror, folder)).toEqual(before);
    await expectWhole(mirror);
    const state = await readState(paths);
    expect(state.current?.sequence).toBe(1);
    expect(state.error?.message).toBeDefined();
    if (name !== fewer) expect(state.error?.message).not.toContain('its record says');
    expect(JSON.parse(await readFile(path.join(paths.health, 'health.json'), 'utf8'))).toMatchObject({
      sequence: 1,
    });
  },
);

async function namesOutside(top: string, mirror: string, folder: string): Promise<readonly string[]> {
  const inside = [mirror, folder].map((name) => `${path.relative(top, name)}${path.sep}`);
  const all = [...(await filesBelow(top)), ...(await readdir('/')).map((name) => `/${name}`)];
  return all.filter((name) => !inside.some((start) => name.startsWith(start))).toSorted();
}

test('a release that names what it withdraws itself: refused, and what is withdrawn goes all the same', async () => {
  const { folder, mirror } = await followedSite();
  const withdrawn = { digests: [], paths: ['ru/a/index.html'] };
  await forge(folder, { changePointer: (pointer) => ({ ...pointer, withdrawn }) });
  await expect(sync(mirrorPaths(mirror), [folderSource(folder)], { now: days(1) })).rejects.toThrow(
    /Release 1 is served as before/,
  );
  const served = await filesBelow(mirrorPaths(mirror).current);
  expect(served).toContain('ru/b/index.html');
  expect(served).not.toContain('ru/a/index.html');
});

test('what a signed release names but nobody has: refused, and the last release stays', async () => {
  const { folder, mirror } = await followedSite();
  await forge(folder, {
    change: (files) =>
      files.map((file, at) => (at === 0 ? { ...file, sha256: sha256('nobody has it') } : file)),
  });
  await expect(sync(mirrorPaths(mirror), [folderSource(folder)], { now: days(1) })).rejects.toThrow(
    /Release 1 is served as before/,
  );
  await expectWhole(mirror);
});
