import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../../build/cli/errors.ts';
import { objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import { readState, writeState } from '../../../build/mirror/folder/state.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { withdraw } from '../../../build/publish/withdraw.ts';
import { days, page, releaseSite, signerOf, smallSite, writeSite } from '../../support/publish.ts';
import { folderSource } from '../support/folder-source.ts';
import { sync } from '../support/mirror.ts';
import { layOut, type SmallMirror, smallMirror } from '../support/mirror-folder.ts';
import { publishedSite } from '../support/published.ts';
import { verify } from '../support/verify-mirror.ts';

const later = { 'ru/a/index.html': page('a', 'two') };

const inSite = ({ paths }: SmallMirror, name: string, sequence = 2): string =>
  path.join(paths.sites, String(sequence), name);

const edit = async (file: string, from: string, to: string): Promise<void> =>
  writeFile(file, (await readFile(file, 'utf8')).replace(from, to));

async function manifestPath(mirror: SmallMirror, sequence = 2): Promise<string> {
  const pointer = JSON.parse(await readFile(inSite(mirror, releasePaths.pointer, sequence), 'utf8'));
  return releasePaths.manifest(pointer.manifest.sha256);
}

test('metadata and pointer of the served site are written again from what was accepted', async () => {
  const mirror = await smallMirror(smallSite, later);
  await edit(inSite(mirror, releasePaths.timestamp), '"version":2', '"version":3');
  await edit(inSite(mirror, releasePaths.pointer), '"sequence": 2', '"sequence": 3');
  const { lines, unmended } = await verify(mirror, 'offline');
  expect(lines).toEqual([
    'sites/2/_release.json damaged; written again',
    'sites/2/metadata/timestamp.json damaged; written again',
  ]);
  expect(unmended).toBe(0);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('a manifest that was damaged is fetched again', async () => {
  const mirror = await smallMirror(smallSite, later);
  const name = await manifestPath(mirror);
  await edit(inSite(mirror, name), 'ru/feed.xml', 'ru/fool.xml');
  expect((await verify(mirror)).lines).toEqual([`sites/2/${name} damaged; fetched again`]);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('without a line and a manifest a site stays as it is, and so do its contents', async () => {
  const mirror = await smallMirror(smallSite, later);
  const name = await manifestPath(mirror);
  await edit(inSite(mirror, name), 'ru/feed.xml', 'ru/fool.xml');
  const objects = await readdir(mirror.paths.objects);
  const { lines, releases } = await verify(mirror, 'offline');
  expect(releases).toEqual([1]);
  expect(lines).toEqual([
    `sites/2/${name} damaged; it could not be fetched again. When the line is back, run: npm run mirror -- verify`,
  ]);
  expect((await readdir(mirror.paths.objects)).toSorted()).toEqual(objects.toSorted());
  expect(existsSync(inSite(mirror, 'ru/feed.xml'))).toBe(true);
  expect((await verify(mirror)).lines).toEqual([`sites/2/${name} missing; fetched again`]);
});

test('an upstream that has another manifest is not believed', async () => {
  const mirror = await smallMirror(smallSite, later);
  const name = await manifestPath(mirror);
  await edit(inSite(mirror, name), 'ru/feed.xml', 'ru/fool.xml');
  await cp(inSite(mirror, name), path.join(mirror.upstream, name));
  const { unmended, warnings } = await verify(mirror);
  expect(unmended).toBe(1);
  expect(warnings).toEqual([`${mirror.upstream}: ${name} is not what the signed release names.`]);
});

test('an earlier release that cannot be proven is removed; the served one never is', async () => {
  const mirror = await smallMirror(smallSite, later);
  await edit(inSite(mirror, 'metadata/1.targets.json', 1), '"version":1', '"version":7');
  const { lines } = await verify(mirror, 'offline');
  expect(lines.find((line) => line.startsWith('sites/'))).toMatch(
    /^sites\/1\/ not proven: metadata\/1\.targets\.json .*; removed: it is an earlier release, and not served$/,
  );
  expect(existsSync(inSite(mirror, '', 1))).toBe(false);

  await rm(mirror.paths.trust, { recursive: true });
  await edit(inSite(mirror, 'metadata/2.targets.json'), '"version":2', '"version":7');
  const served = await verify(mirror, 'offline');
  expect(served.lines[0]).toMatch(
    /^sites\/2\/ not proven: .*; none of its files could be looked through\. Run: npm run mirror -- sync, then npm run mirror -- verify$/,
  );
  expect(existsSync(inSite(mirror, 'index.html'))).toBe(true);
});

test('what was accepted last is written again from the newest kept release', async () => {
  const mirror = await smallMirror(smallSite, later);
  await edit(path.join(mirror.paths.trust, 'metadata/2.snapshot.json'), '"version":2', '"version":7');
  const { lines } = await verify(mirror, 'offline');
  expect(lines).toEqual([
    expect.stringMatching(
      /^trust\/ damaged: metadata\/2\.snapshot\.json .*; written again, as of release 2$/,
    ),
  ]);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('parts of releases that nobody signed are surplus', async () => {
  const mirror = await smallMirror(smallSite, later);
  const text = '{"evil":true}';
  const own = [
    `manifests/${sha256(text)}.json`,
    'metadata/3.snapshot.json',
    'metadata/0.root.json',
    'releases/9.json',
    `patches/${sha256(text)}`,
  ];
  for (const name of own) await writeFile(inSite(mirror, name), text);
  const { lines } = await verify(mirror, 'offline');
  expect(lines).toEqual(
    own.toSorted().map((name) => `sites/2/${name} surplus: a file that the manifest does not name; removed`),
  );
});

test('what was withdrawn may be in no kept release, though its manifest still names it', async () => {
  const mirror = await smallMirror(smallSite, later);
  const { sign } = await signerOf(mirror.upstream, days(2));
  const paths = ['ru/b/'];
  await withdraw({ folder: mirror.upstream, paths, released: '2026-03-03T08:00:00Z', isTrial: true, sign });
  await layOut(mirror.paths, mirror.upstream);
  const { lines, unmended } = await verify(mirror, 'offline');
  expect(unmended).toBe(0);
  expect(lines.filter((line) => line.startsWith('sites/'))).toEqual([
    'sites/1/ru/b/ surplus: a folder that the manifest does not name; removed',
    'sites/2/ru/b/ surplus: a folder that the manifest does not name; removed',
  ]);
  expect(lines.filter((line) => line.startsWith('objects/'))).toHaveLength(3);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('contents of a release that has not come wholly are no fault, unless they are damaged', async () => {
  const mirror = await smallMirror(smallSite);
  const state = await readState(mirror.paths);
  await writeState(mirror.paths, {
    ...state,
    newest: { sequence: 2, released: '2026-03-02T08:00:00Z' },
  });
  await writeFile(objectFile(mirror.paths, sha256('to come')), 'to come');
  expect(await verify(mirror)).toMatchObject({ total: 0 });
  const damaged = sha256('to come as well');
  await writeFile(objectFile(mirror.paths, damaged), 'something else');
  expect((await verify(mirror)).lines).toEqual([
    `objects/${damaged} surplus: no kept release names it; removed`,
  ]);
  await writeState(mirror.paths, state);
  expect(await verify(mirror)).toMatchObject({ total: 1, unmended: 0 });
});

test('without its root nothing can be proven', async () => {
  const mirror = await smallMirror(smallSite);
  await rm(mirror.paths.root);
  await expect(verify(mirror)).rejects.toThrow(EnvironmentError);
});

test('what a newer release has withdrawn is no fault where its files and the next one could not be fetched', async () => {
  const { top, live, paths, publish, withdraw: withdrawPages } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await withdrawPages(['ru/b/'], 1);
  const without = (folder: string) =>
    folderSource(live, (name, bytes) => (name.startsWith(folder) ? undefined : bytes));
  await expect(sync(paths, [without('releases/')], { now: days(1) })).rejects.toThrow('as before');
  const mirror = { paths, upstream: live };
  const isRight = { total: 0, lines: [], releases: [1] };
  expect(await verify(mirror)).toMatchObject(isRight);
  await rm(path.join(top, 'site/ru/b'), { recursive: true });
  await publish({ 'ru/a/index.html': page('a', 'three') }, 2);
  // Its metadata is believed already, and its pointer has not come.
  await expect(sync(paths, [without('targets/')], { now: days(2) })).rejects.toThrow('as before');
  expect(await verify(mirror)).toMatchObject(isRight);
  expect(existsSync(path.join(paths.current, 'ru/b/index.html'))).toBe(false);
  const { current } = await sync(paths, [folderSource(live)], { now: days(2) });
  expect(current.sequence).toBe(3);
});

test('a timestamp whose release has not come wholly is no damage, and is not gone back from', async () => {
  const mirror = await smallMirror(smallSite);
  const site = path.join(mirror.upstream, '..', 'site');
  await writeSite(site, later);
  await releaseSite(site, mirror.upstream, { now: days(1) });
  const newer = await readFile(path.join(mirror.upstream, releasePaths.timestamp));
  // The line broke right after it.
  await writeFile(path.join(mirror.paths.trust, releasePaths.timestamp), newer);
  expect(await verify(mirror)).toMatchObject({ total: 0 });
  expect(await readFile(path.join(mirror.paths.trust, releasePaths.timestamp))).toEqual(newer);
});
