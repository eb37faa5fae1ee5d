import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deploy } from '../../build/deploy/deploy.ts';
import { namesIn } from '../../build/output/names-in.ts';
import { rollBack } from '../../build/publish/roll-back.ts';
import { withdraw } from '../../build/publish/withdraw.ts';
import { requireLatest } from '../../build/release/release-folder.ts';
import {
  days,
  deployment,
  firstDay,
  openFolder,
  page,
  picture,
  publishFolders,
  releaseSite,
  type SiteFiles,
  signerOf,
  siteUrl,
  smallSite,
  writeSite,
} from '../support/publish.ts';

async function published(changes: SiteFiles = {}) {
  const { site, folder, live } = await publishFolders();
  await writeSite(site, { ...smallSite, ...changes });
  await releaseSite(site, folder);
  const target = await openFolder(live);
  await deploy(await deployment(folder, target));
  const common = async () => ({
    folder,
    released: '2026-03-02T08:00:00Z',
    isTrial: true,
    sign: (await signerOf(folder, firstDay)).sign,
  });
  return {
    site,
    folder,
    live,
    publish: async () => deploy(await deployment(folder, target, { now: days(1) })),
    release: async (files: SiteFiles, restored: readonly string[] = []) => {
      await writeSite(site, files);
      await releaseSite(site, folder, { restored });
    },
    rollBack: async (sequence?: number) => rollBack({ ...(await common()), sequence }),
    withdraw: async (...paths: readonly string[]) => withdraw({ ...(await common()), paths }),
  };
}

/** All files below some folders whose bytes hold a text. */
async function holding(text: string, ...folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && (await readFile(file)).includes(text)) found.push(path.relative(folder, file));
    }
  return found;
}

const secret = '<h1>A child without consent</h1>';

test('a withdrawn page is nowhere any more: not on the site, not among the objects, not in what is kept', async () => {
  const { folder, live, ...site } = await published({ 'ru/secret/index.html': secret });
  await site.release({ 'ru/secret/index.html': `${secret}, edited` });
  await site.publish();
  expect(await holding('without consent', folder, live)).not.toEqual([]);
  const { withdrawn } = await site.withdraw('ru/secret/');
  expect(withdrawn).toEqual(['ru/secret/index.html']);
  const result = await site.publish();
  expect(result.withdrawn).toEqual(['ru/secret/index.html']);
  expect(await holding('without consent', folder, live)).toEqual([]);
  expect(await readdir(path.join(live, 'ru'))).not.toContain('secret');
});

test('with many releases a day, it goes from all of them', async () => {
  const { folder, live, ...site } = await published({ 'ru/secret/index.html': secret });
  await site.release({ 'ru/secret/index.html': 'Something else.' });
  await site.publish();
  for (let edit = 0; edit < 24; edit++) {
    await site.release({ 'ru/feed.xml': `<feed>${edit}</feed>` });
    await site.publish();
  }
  expect(await holding('without consent', live)).not.toEqual([]);
  await site.withdraw('ru/secret/');
  await site.publish();
  expect(await holding('without consent', folder, live)).toEqual([]);
});

test('a picture goes with all of its widths and formats, and with its copies under other names', async () => {
  const photos: SiteFiles = {
    'assets/child-320.1a2b3c4d.avif': 'photo 320 avif',
    'assets/child-640.1a2b3c4d.webp': 'photo 640 webp',
    'assets/other-320.5a6b7c8d.avif': 'another photo',
    'ru/photo.jpg': 'photo 640 webp',
    'ru/a/index.html': '<img srcset="../../assets/child-320.1a2b3c4d.avif 320w">',
  };
  const { folder, live, ...site } = await published(photos);
  const { withdrawn, stillNamedIn } = await site.withdraw(`${siteUrl}assets/child-320.1a2b3c4d.avif`);
  await site.publish();
  expect(withdrawn).toEqual([
    'assets/child-320.1a2b3c4d.avif',
    'assets/child-640.1a2b3c4d.webp',
    'ru/photo.jpg',
  ]);
  expect(stillNamedIn).toEqual(['ru/a/index.html']);
  expect(await holding('photo 640', folder, live)).toEqual([]);
  expect(await holding('another photo', live)).toContain('assets/other-320.5a6b7c8d.avif');
});

test('no patch and no delta keeps a part of it', async () => {
  const words = 'Her name is written here, and so is her street. '.repeat(10);
  const { folder, live, ...site } = await published();
  await site.release({ 'ru/a/index.html': `${page('a', 'one')}${words}` });
  await site.publish();
  expect(await readdir(path.join(live, 'patches'))).toHaveLength(1);
  await site.withdraw('ru/a/');
  await site.publish();
  const { pointer } = await requireLatest(folder);
  const wanted = Object.values(pointer.deltas).map(({ sha256 }) => `${sha256}.json`);
  expect((await readdir(path.join(live, 'deltas'))).toSorted()).toEqual(wanted.toSorted());
  expect(await namesIn(path.join(live, 'patches'))).toEqual(await namesIn(path.join(folder, 'patches')));
  expect(await holding('Her name', folder, live)).toEqual([]);
});

test('its result of the search goes, and comes back with a page that may be shown again', async () => {
  const fragment = {
    'ru/pagefind/fragment/ru_1a2b3c4.pf_fragment': '{"url":"secret/","meta":{"title":"A child"}}',
  };
  const { live, ...site } = await published({ 'ru/secret/index.html': secret, ...fragment });
  const { withdrawn } = await site.withdraw('ru/secret');
  expect(withdrawn).toEqual(['ru/pagefind/fragment/ru_1a2b3c4.pf_fragment', 'ru/secret/index.html']);
  await site.publish();
  await site.release({ 'ru/secret/index.html': '<h1>A corrected page</h1>' }, ['ru/secret/index.html']);
  await site.publish();
  expect(await holding('A child', live)).toContain('ru/pagefind/fragment/ru_1a2b3c4.pf_fragment');
});

test('a site that still has it is not released', async () => {
  const site = await published({ 'ru/secret/index.html': secret });
  await site.withdraw('ru/secret/');
  await expect(site.release({ 'ru/feed.xml': '<feed>2</feed>' })).rejects.toThrow(
    'The site still has what was withdrawn:\n  ru/secret/index.html\nTake it out of the content',
  );
});

test('a page does not come back because a sheet or a comment has changed its bytes', async () => {
  const site = await published({ 'ru/secret/index.html': secret });
  await site.withdraw('ru/secret/');
  await expect(site.release({ 'ru/secret/index.html': `${secret}<!-- -->` })).rejects.toThrow(
    '--restore PATH',
  );
  await expect(site.release({}, ['ru/none/index.html'])).rejects.toThrow(
    '--restore: "ru/none/index.html" was not withdrawn. Withdrawn are: ru/secret/index.html.',
  );
});

test('what was withdrawn by mistake comes back as it was, when somebody says so', async () => {
  const [drawing = ''] = Object.keys(picture('a', 'one'));
  const { live, ...site } = await published();
  await site.withdraw('ru/a/', drawing);
  await site.publish();
  expect(await readdir(path.join(live, 'ru'))).not.toContain('a');
  await site.release({ 'ru/feed.xml': '<feed>2</feed>' }, ['ru/a/index.html', drawing]);
  await site.publish();
  expect(await readFile(path.join(live, 'ru/a/index.html'), 'utf8')).toBe(page('a', 'one'));
  expect(await readdir(path.join(live, 'assets'))).toContain(path.basename(drawing));
});

test('pictures that only a withdrawn page shows are named, and those of others are not', async () => {
  const [own = '', shared = ''] = [picture('own', ''), picture('shared', '')].flatMap(Object.keys);
  const site = await published({
    ...picture('own', ''),
    ...picture('shared', ''),
    'ru/secret/index.html': `<img src="../../${own}"><img src="../../${shared}">`,
    'ru/other/index.html': `<img src="../../${shared}">`,
  });
  const { ownPictures } = await site.withdraw('ru/secret/');
  expect(ownPictures).toEqual([own]);
});

test('a rollback does not bring it back, and says so', async () => {
  const { live, ...site } = await published({ 'ru/secret/index.html': secret });
  await site.release({ 'ru/feed.xml': '<feed>2</feed>' });
  await site.withdraw('ru/secret/');
  const { withheld } = await site.rollBack(1);
  expect(withheld).toEqual(['ru/secret/index.html']);
  await site.publish();
  expect(await holding('without consent', live)).toEqual([]);
  expect(await holding('<feed/>', live)).toContain('ru/feed.xml');
});

test('pages that lead to it are named, whatever way they go', async () => {
  const site = await published({ 'ru/deep/down/index.html': '<a href="../../a/#top">A</a>' });
  const { stillNamedIn } = await site.withdraw('ru/a/');
  expect(stillNamedIn).toEqual(['ru/deep/down/index.html', 'ru/index.html']);
});

test.each([
  ['ru/none/', /No release that is kept has "ru\/none\/"/],
  ['index.html', /"index\.html" cannot be withdrawn: without it there is no site/],
  ['', /"index\.html" cannot be withdrawn/],
  ['https://elsewhere.example/ru/a/', /is no address of this site/],
  ['ru/%', /is no address/],
])('to withdraw %j is refused in a sentence', async (asked, message) => {
  const site = await published();
  await expect(site.withdraw(asked)).rejects.toThrow(message);
});

test('a rollback is a new release with the files of an earlier one', async () => {
  const { live, folder, ...site } = await published();
  const before = await readFile(path.join(live, 'ru/a/index.html'), 'utf8');
  await site.release({ ...picture('a', 'x'), 'ru/a/index.html': page('a', 'x') });
  await site.publish();
  const { record } = await site.rollBack();
  expect(record).toMatchObject({ sequence: 3, rollbackTo: 1 });
  const { changed } = await site.publish();
  expect(changed).toContain('ru/a/index.html');
  expect(changed).not.toContain('ru/b/index.html');
  expect(await readFile(path.join(live, 'ru/a/index.html'), 'utf8')).toBe(before);
});

test('without a number, a rollback skips what has the same site, and goes further back the next time', async () => {
  const site = await published();
  await site.release({ 'ru/feed.xml': '<feed>2</feed>' });
  await site.release({ 'ru/feed.xml': '<feed>3</feed>' });
  expect((await site.rollBack()).record).toMatchObject({ sequence: 4, rollbackTo: 2 });
  expect((await site.rollBack()).record).toMatchObject({ sequence: 5, rollbackTo: 1 });
});

test.each([
  [9, 'Release 9 is not kept in'],
  [2, 'Release 2 is the newest one already'],
])('a rollback to release %i is refused in a sentence', async (sequence, message) => {
  const site = await published();
  await site.release({ 'ru/feed.xml': '<feed>2</feed>' });
  await expect(site.rollBack(sequence)).rejects.toThrow(message);
});

test('there is nothing before the first release', async () => {
  const site = await published();
  await expect(site.rollBack()).rejects.toThrow('keeps no other site from before release 1');
});
