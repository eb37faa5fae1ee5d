/** A mirror follows its upstream, release by release. */
import { copyFile, lstat, mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type MirrorPaths, mirrorPaths, objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { days, page, picture } from '../../support/publish.ts';
import { folderSource } from '../support/folder-source.ts';
import { deadSource, expectWhole, filesBelow, sync } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

const served = (paths: MirrorPaths, name: string): Promise<string | undefined> =>
  readFile(path.join(paths.current, name), 'utf8').catch(() => undefined);

/** A page whose picture is new as well. */
const edited = (content: string) => ({ 'ru/a/index.html': page('a', content), ...picture('a', content) });

test('the first time everything comes, and any web server can send it from one folder', async () => {
  const { live, paths, first } = await publishedSite();
  const { current, isNew, objects } = await sync(paths, [folderSource(live)]);
  expect(current).toMatchObject({
    country: 'kg',
    sequence: 1,
    isTrial: true,
    files: first.record.counts.files,
  });
  expect({ isNew, objects }).toEqual({ isNew: true, objects: first.freshObjects });
  await expectWhole(paths.top);
  expect(await readlink(paths.current)).toBe('sites/1');
  expect(await served(paths, 'ru/a/index.html')).toBe(page('a', 'one'));
  const health: unknown = JSON.parse((await served(paths, '_mirror/health.json')) ?? '');
  expect(health).toMatchObject({ sequence: 1, complete: true });
  // Links, so that a release costs what is new in it.
  const { nlink } = await lstat(path.join(paths.current, 'index.html'));
  expect(nlink).toBe(2);
  expect(await readdir(paths.incoming)).toEqual([]);
  // For the mirrors of this one.
  for (const name of ['_release.json', 'metadata/timestamp.json', 'metadata/1.root.json', 'releases/1.json'])
    expect(await served(paths, name), name).toBe(await readFile(path.join(live, name), 'utf8'));
});

test('an edited page comes as what has changed: no list of all files is fetched', async () => {
  const { live, paths, publish } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  const { pointer } = await publish(edited('two'), 1);
  const source = folderSource(live);
  const { isNew, objects, warnings } = await sync(paths, [source], { now: days(1) });
  // The page, its picture, and the page about the release.
  expect({ isNew, objects }).toEqual({ isNew: true, objects: 3 });
  expect(warnings).toEqual([expect.stringContaining('for trying out')]);
  expect(await sync(paths, [source], { now: days(1) })).toMatchObject({ isNew: false, warnings: [] });
  expect(source.asked.filter((name) => name.startsWith('manifests/'))).toEqual([]);
  await expectWhole(paths.top);
  expect(await served(paths, 'ru/a/index.html')).toBe(page('a', 'two'));
  // The district's mirror takes the same way.
  const used = Object.values(pointer.deltas).map(({ sha256: delta }) => releasePaths.delta(delta));
  expect(await filesBelow(paths.current)).toEqual(expect.arrayContaining(used));
});

test.each([
  ['is missing', undefined],
  ['is not what was signed', Buffer.from('{}')],
])('where the delta %s, the list of all files comes, and the release all the same', async (_, given) => {
  const { live, paths, publish } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await publish(edited('two'), 1);
  const source = folderSource(live, (name, bytes) => (name.startsWith('deltas/') ? given : bytes));
  expect(await sync(paths, [source], { now: days(1) })).toMatchObject({ isNew: true, objects: 3 });
  expect(source.asked.filter((name) => name.startsWith('manifests/'))).toHaveLength(1);
  await expectWhole(paths.top);
});

test.each(['{', '{"format":1}'])(
  'a delta that the disk has damaged (%s) ends no synchronisation',
  async (text) => {
    const { live, paths, publish } = await publishedSite();
    await sync(paths, [folderSource(live)]);
    await publish(edited('two'), 1);
    await sync(paths, [folderSource(live)], { now: days(1) });
    const [name = ''] = await readdir(path.join(paths.current, 'deltas'));
    await writeFile(path.join(paths.current, 'deltas', name), text);
    await sync(paths, [folderSource(live)], { now: days(1) });
    await publish(edited('three'), 1);
    await sync(paths, [folderSource(live)], { now: days(1) });
    await expectWhole(paths.top);
  },
);

test('nothing new is known after two requests', async () => {
  const { live, paths } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  const source = folderSource(live);
  expect(await sync(paths, [source])).toMatchObject({ isNew: false, objects: 0, linked: 0 });
  expect(source.asked).toEqual(['metadata/2.root.json', 'metadata/timestamp.json']);
});

test('where fewer releases are to be kept, the others go although nothing is new', async () => {
  const { live, paths, publish } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await publish(edited('two'), 1);
  await sync(paths, [folderSource(live)], { now: days(1) });
  expect((await readdir(paths.sites)).toSorted()).toEqual(['1', '2']);
  const { isNew } = await sync(paths, [folderSource(live)], { now: days(1), keptReleases: 1 });
  expect(isNew).toBe(false);
  expect(await readdir(paths.sites)).toEqual(['2']);
  await expectWhole(paths.top);
});

test('releases that were missed are skipped, and of twelve three are kept', async () => {
  const { live, paths, publish } = await publishedSite();
  for (let number = 2; number <= 13; number++) {
    await publish(edited(`edition ${number}`), number);
    if (number % 3 === 1) continue;
    const { current } = await sync(paths, [folderSource(live)], { now: days(number) });
    expect(current.sequence).toBe(number);
  }
  const { current, isNew } = await sync(paths, [folderSource(live)], { now: days(13) });
  expect({ sequence: current.sequence, isNew }).toEqual({ sequence: 13, isNew: true });
  await expectWhole(paths.top);
  expect((await readdir(paths.sites)).toSorted()).toEqual(['11', '12', '13']);
  const contents = new Set<string>();
  for (const name of await filesBelow(paths.sites))
    contents.add(sha256(await readFile(path.join(paths.sites, name))));
  for (const name of await readdir(paths.objects))
    if (!name.includes('.')) expect(contents, 'nothing that no release names').toContain(name);
  // Fewer are kept from the next time on.
  await sync(paths, [folderSource(live)], { now: days(13), keptReleases: 1 });
  expect(await readdir(paths.sites)).toEqual(['13']);
  await expectWhole(paths.top);
});

test('what was withdrawn goes from every release that is kept, with its copies', async () => {
  const { live, paths, publish, withdraw } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await publish(edited('two'), 1);
  await sync(paths, [folderSource(live)], { now: days(1) });
  const gone = ['ru/b/index.html', Object.keys(picture('b', 'two'))[0] ?? ''];
  const digests = await Promise.all(
    gone.map(async (name) => sha256(await readFile(path.join(paths.current, name)))),
  );
  await withdraw(gone, 2);
  const { current } = await sync(paths, [folderSource(live)], { now: days(2) });
  expect(current.sequence).toBe(3);
  await expectWhole(paths.top);
  const left = await filesBelow(paths.top);
  expect(left.filter((name) => gone.some((one) => name.includes(one)))).toEqual([]);
  for (const digest of digests) {
    expect(left.filter((name) => name.includes(digest))).toEqual([]);
    for (const name of left)
      expect(sha256(await readFile(path.join(paths.top, name))), name).not.toBe(digest);
  }
  expect((await readdir(paths.sites)).toSorted()).toEqual(['1', '2', '3']);
});

test('what was withdrawn goes also where the release without it cannot be fetched', async () => {
  const { live, paths, publish, withdraw } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await publish(edited('two'), 1);
  await withdraw(['ru/b/'], 1);
  const broken = folderSource(live, (name, bytes) => (name.startsWith('releases/') ? undefined : bytes));
  await expect(sync(paths, [broken], { now: days(1) })).rejects.toThrow('Release 1 is served as before.');
  expect(await readlink(paths.current)).toBe('sites/1');
  expect(await served(paths, 'ru/b/index.html')).toBeUndefined();
  expect(await served(paths, 'ru/a/index.html')).toBe(page('a', 'one'));
});

test('what has gone from the folder of a mirror comes back, and what is not its own stays', async () => {
  const { live, paths } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  const content = objectFile(paths, sha256(page('a', 'one')));
  await rm(content);
  await rm(path.join(paths.current, 'ru/a/index.html'));
  await rm(path.join(paths.current, 'ru/index.html'));
  await rm(path.join(paths.current, '_mirror'));
  await rm(path.join(paths.current, 'releases/1.json'));
  await rm(paths.state);
  await writeFile(path.join(paths.top, 'notes.txt'), 'of the administrator');
  await writeFile(path.join(paths.objects, 'notes.txt'), 'of the administrator');
  const { isNew, objects, linked } = await sync(paths, [folderSource(live)]);
  expect({ isNew, objects }).toEqual({ isNew: false, objects: 1 });
  expect(linked).toBe(2);
  await expectWhole(paths.top);
  expect(await served(paths, '_mirror/health.json')).toContain('"sequence": 1');
  for (const folder of [paths.top, paths.objects])
    expect(await readFile(path.join(folder, 'notes.txt'), 'utf8')).toBe('of the administrator');
});

test('a mirror of a mirror has the same', async () => {
  const { top, live, paths, publish } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  const district = mirrorPaths(path.join(top, 'district'));
  await mkdir(district.top);
  await copyFile(paths.root, district.root);
  await sync(district, [folderSource(paths.current)]);
  await publish(edited('two'), 1);
  await sync(paths, [folderSource(live)], { now: days(1) });
  const ministry = folderSource(paths.current);
  const { isNew, current } = await sync(district, [deadSource, ministry], { now: days(1) });
  expect({ isNew, sequence: current.sequence }).toEqual({ isNew: true, sequence: 2 });
  expect(ministry.asked.filter((name) => name.startsWith('manifests/'))).toEqual([]);
  await expectWhole(district.top);
});
