import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deploy } from '../../build/deploy/deploy.ts';
import { sha256 } from '../../build/model/paths.ts';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { objectFetcher } from '../../build/publish/fetch-objects.ts';
import { rollBack } from '../../build/publish/roll-back.ts';
import { takeUp } from '../../build/publish/take-up.ts';
import { withdraw } from '../../build/publish/withdraw.ts';
import { readLatest, readManifest } from '../../build/release/release-folder.ts';
import { readRoots } from '../../build/trust/key-folder.ts';
import { openKeys } from '../../build/trust/open-keys.ts';
import { readReleaseMetadata, writeReleaseMetadata } from '../../build/trust/release-metadata.ts';
import { renewTimestamp } from '../../build/trust/renew-timestamp.ts';
import { temporaryFolder } from '../support/content.ts';
import {
  deployment,
  firstDay,
  openFolder,
  picture,
  publishFolders,
  releaseSite,
  signerOf,
  smallSite,
  writeSite,
} from '../support/publish.ts';

/** Two releases that are published, and the folder of a computer that has none. */
async function published() {
  const { top, site, folder, live } = await publishFolders();
  const elsewhere = path.join(top, 'elsewhere');
  await writeSite(site, smallSite);
  const target = await openFolder(live);
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  await writeSite(site, { 'ru/feed.xml': '<feed>2</feed>' });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  const root = await readFile(path.join(folder, releasePaths.root(1)));
  const request = { target, folder: elsewhere, root: sha256(root), signal: new AbortController().signal };
  /** What goes on there, with the keys of the first computer. */
  const goOn = async () => {
    await cp(path.join(folder, '.trial-keys'), path.join(elsewhere, '.trial-keys'), { recursive: true });
    const { sign } = await signerOf(elsewhere, firstDay);
    const fetch = objectFetcher(target, request.signal);
    return { folder: elsewhere, released: '2026-03-02T08:00:00Z', isTrial: true, sign, fetch };
  };
  return { site, folder, live, elsewhere, request, goOn };
}

test('a computer that has never released goes on from what is published', async () => {
  const { folder, elsewhere, request } = await published();
  expect(await takeUp(request)).toBe(2);
  const [here, there] = [await readLatest(elsewhere), await readLatest(folder)];
  expect(here).toEqual(there);
  expect(await readManifest(elsewhere, here?.record.manifest.sha256 ?? sha256(''))).toBeDefined();
  expect(await readFile(path.join(elsewhere, releasePaths.record(1)))).toEqual(
    await readFile(path.join(folder, releasePaths.record(1))),
  );
});

test('where nothing is published there is nothing to go on from', async () => {
  const { request } = await published();
  const target = await openFolder(path.join(await temporaryFolder(), 'empty'));
  expect(await takeUp({ ...request, target })).toBeUndefined();
});

test('another root than the trusted one is refused', async () => {
  const { request } = await published();
  await expect(takeUp({ ...request, root: sha256('another') })).rejects.toThrow(
    'has another fingerprint than PASSPORT_ROOT says',
  );
});

test('without a root there is nothing to trust by', async () => {
  const { request } = await published();
  await expect(takeUp({ ...request, root: undefined })).rejects.toThrow('There is no root to trust');
});

test('a record that somebody has changed is refused', async () => {
  const { live, request } = await published();
  const file = path.join(live, releasePaths.record(2));
  await writeFile(file, (await readFile(file, 'utf8')).replace('0.1.0', '9.9.9'));
  await expect(takeUp(request)).rejects.toThrow('is missing at file://');
});

test('an earlier record that somebody has changed does not come, so that nobody rolls back to it', async () => {
  const { live, elsewhere, request } = await published();
  const file = path.join(live, releasePaths.record(1));
  await writeFile(file, (await readFile(file, 'utf8')).replace('0.1.0', '9.9.9'));
  expect(await takeUp(request)).toBe(2);
  await expect(readFile(path.join(elsewhere, releasePaths.record(1)))).rejects.toThrow('ENOENT');
});

test('a number that was claimed elsewhere and never completed is left out, and the site is published', async () => {
  const { site, folder, elsewhere, request } = await published();
  await writeSite(site, { 'ru/feed.xml': '<feed>3</feed>' });
  await releaseSite(site, folder);
  const begun = await readFile(path.join(folder, releasePaths.record(3)));
  await request.target.create(releasePaths.record(3), begun, 'application/json');
  await takeUp(request);
  await cp(path.join(folder, '.trial-keys'), path.join(elsewhere, '.trial-keys'), { recursive: true });
  const { record } = await releaseSite(site, elsewhere);
  expect(record).toMatchObject({ sequence: 4, previous: { sequence: 2 } });
  await deploy(await deployment(elsewhere, request.target));
  // The first computer goes on from there.
  await takeUp({ ...request, folder });
  expect((await readLatest(folder))?.pointer.sequence).toBe(4);
});

test('from a computer that has no objects, an earlier release comes back whole', async () => {
  const { live, elsewhere, request, goOn } = await published();
  await takeUp(request);
  const common = await goOn();
  const { record } = await rollBack({ ...common, sequence: undefined });
  expect(record).toMatchObject({ sequence: 3, rollbackTo: 1 });
  await deploy(await deployment(elsewhere, request.target));
  expect(await readFile(path.join(live, 'ru/feed.xml'), 'utf8')).toBe('<feed/>');
});

test('from a computer that has no objects, a page goes with all that names it', async () => {
  const { live, elsewhere, request, goOn } = await published();
  await takeUp(request);
  const { stillNamedIn, ownPictures } = await withdraw({ ...(await goOn()), paths: ['ru/a/'] });
  expect(stillNamedIn).toEqual(['ru/index.html']);
  expect(ownPictures).toEqual(Object.keys(picture('a', 'one')));
  await deploy(await deployment(elsewhere, request.target));
  await expect(readFile(path.join(live, 'ru/a/index.html'))).rejects.toThrow('ENOENT');
});

test('what is newer here and was made after it is kept', async () => {
  const { folder, request } = await published();
  const { pointer } = (await readLatest(folder)) ?? {};
  expect(await takeUp({ ...request, folder })).toBe(pointer?.sequence);
});

test('what was signed anew elsewhere comes as well, and is not put back by a deployment', async () => {
  const { folder, elsewhere, request } = await published();
  await takeUp(request);
  await writeReleaseMetadata(elsewhere, await renewWith(folder, elsewhere));
  await deploy(await deployment(elsewhere, request.target));
  await expect(deploy(await deployment(folder, request.target))).rejects.toThrow(
    /was signed anew elsewhere, .*npm run keys -- renew --country kg .*--published/,
  );
  await takeUp({ ...request, folder });
  await deploy(await deployment(folder, request.target));
});

/** Signs anew with the keys of another folder. */
async function renewWith(keysOf: string, folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const place = path.join(keysOf, '.trial-keys');
  return renewTimestamp({
    country: 'kg',
    metadata: await readReleaseMetadata(folder),
    roots: await readRoots(place),
    keys: await openKeys({ country: 'kg', folder: place, env: {}, platform: process.platform }),
    now: firstDay,
  });
}
