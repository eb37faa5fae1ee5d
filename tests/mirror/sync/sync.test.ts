/** A mirror follows its upstream, release by release. */
import { lstat, mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deploy } from '../../../build/deploy/deploy.ts';
import { type MirrorPaths, mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { readState } from '../../../build/mirror/folder/state.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import type { ReleaseResult } from '../../../build/release/release.ts';
import {
  days,
  deployment,
  openFolder,
  page,
  picture,
  publishFolders,
  releaseSite,
  type SiteFiles,
  smallSite,
  writeSite,
} from '../../support/publish.ts';
import { expectWhole, filesBelow, folderSource, sync } from '../support/mirror.ts';

/** A published site, and an empty mirror that trusts its root. */
async function beginning() {
  const { top, site, folder, live } = await publishFolders();
  const paths = mirrorPaths(path.join(top, 'mirror'));
  const publish = async (files: SiteFiles, day = 0): Promise<ReleaseResult> => {
    await writeSite(site, files);
    const released = await releaseSite(site, folder, { now: days(day) });
    await deploy(await deployment(folder, await openFolder(live), { now: days(day) }));
    return released;
  };
  const first = await publish(smallSite);
  await mkdir(paths.top);
  await writeFile(paths.root, await readFile(path.join(folder, releasePaths.root(1))));
  return { top, site, folder, live, paths, publish, first };
}

const served = (paths: MirrorPaths, name: string): Promise<string | undefined> =>
  readFile(path.join(paths.current, name), 'utf8').catch(() => undefined);

test('the first time everything comes, and any web server can send it from one folder', async () => {
  const { live, paths, first } = await beginning();
  const { current, isNew, objects } = await sync(paths, [folderSource(live)]);
  expect(current).toMatchObject({ country: 'kg', sequence: 1, isTrial: true, files: first.record.counts.files });
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
  const { live, paths, publish } = await beginning();
  await sync(paths, [folderSource(live)]);
  const { pointer } = await publish({ 'ru/a/index.html': page('a', 'two'), ...picture('a', 'two') }, 1);
  const source = folderSource(live);
  const { isNew, objects, warnings } = await sync(paths, [source], { now: days(1) });
  expect({ isNew, objects }).toEqual({ isNew: true, objects: 3 });
  expect(warnings).toEqual([expect.stringContaining('for trying out')]);
  expect(source.asked.filter((name) => name.startsWith('manifests/'))).toEqual([]);
  await expectWhole(paths.top);
  expect(await served(paths, 'ru/a/index.html')).toBe(page('a', 'two'));
  const [delta] = Object.values(pointer.deltas);
  expect(await served(paths, releasePaths.delta(delta?.sha256 ?? ('' as never)))).toBeDefined();
});

test('nothing new is known after two requests', async () => {
  const { live, paths } = await beginning();
  await sync(paths, [folderSource(live)]);
  const source = folderSource(live);
  expect(await sync(paths, [source])).toMatchObject({ isNew: false, objects: 0, linked: 0 });
  expect(source.asked).toEqual(['metadata/2.root.json', 'metadata/timestamp.json']);
});
