/** Links in the folder of a site, which somebody may have made there, lead nothing out of it. */
import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTarget } from '../../../build/deploy/targets/open-target.ts';
import { temporaryFolder } from '../../support/content.ts';
import { failureOf, placeKinds } from './places.ts';
import { uploadsOf } from './uploads.ts';

const ignore = (): void => {};

for (const { kind, whyNot, start } of placeKinds.slice(0, 2))
  describe.skipIf(whyNot !== undefined)(
    whyNot === undefined ? `links in ${kind}` : `links in ${kind} (not tried: ${whyNot})`,
    () => {
      let server: Awaited<ReturnType<typeof start>>;
      beforeAll(async () => {
        server = await start();
      });
      afterAll(() => server.stop());

      /** A site with one page, and another folder beside it. */
      const site = async () => {
        const { address, options, folder = '' } = await server.place();
        const target = await openTarget(address, options);
        await target.write(await uploadsOf({ 'ru/index.html': 'page' }), ignore);
        const outside = await temporaryFolder();
        await writeFile(path.join(outside, 'secret.html'), 'secret');
        return { target, folder, outside };
      };

      test('a folder that is a link leads nothing out', async () => {
        const { target, folder, outside } = await site();
        await symlink(outside, path.join(folder, 'out'));
        const said = 'a link in it leads';
        expect(await failureOf(target.read('out/secret.html'))).toContain(said);
        for (const name of ['out/new.html', 'out/deep/new.html'])
          expect(await failureOf(target.create(name, new Uint8Array(1), 'text/html'))).toContain(said);
        expect(await failureOf(target.remove(['out/secret.html']))).toContain(said);
        expect(await target.list('')).toEqual(['ru/index.html']);
        // rsync puts a folder in the place of the link; we refuse.
        await target.write(await uploadsOf({ 'out/new.html': 'new' }), ignore).catch(ignore);
        expect(await readdir(outside)).toEqual(['secret.html']);
      });

      test('a file that is a link is not read, and is written over and removed as itself', async () => {
        const { target, folder, outside } = await site();
        const secret = path.join(outside, 'secret.html');
        await symlink(secret, path.join(folder, 'ru', 'link.html'));
        expect(await failureOf(target.read('ru/link.html'))).toContain('a link in it leads');
        expect(await target.create('ru/link.html', new Uint8Array(1), 'text/html')).toBe(false);
        await target.write(await uploadsOf({ 'ru/link.html': 'page' }), ignore);
        expect(await readFile(secret, 'utf8')).toBe('secret');
        await rm(path.join(folder, 'ru', 'link.html'));
        await symlink(secret, path.join(folder, 'ru', 'link.html'));
        await target.remove(['ru/link.html']);
        expect(await readFile(secret, 'utf8')).toBe('secret');
        expect(await readdir(path.join(folder, 'ru'))).toEqual(['index.html']);
      });

      test('a site that is itself reached by a link is published to', async () => {
        const { address, options, folder = '' } = await server.place();
        await mkdir(`${folder}-1`);
        await symlink(`${folder}-1`, folder);
        const target = await openTarget(address, options);
        await target.write(await uploadsOf({ 'ru/a.html': 'a' }), ignore);
        expect(await target.create('ru/b.html', new Uint8Array(1), 'text/html')).toBe(true);
        await target.remove(['ru/b.html']);
        expect(await target.list('ru/')).toEqual(['ru/a.html']);
        expect(await readFile(path.join(`${folder}-1`, 'ru', 'a.html'), 'utf8')).toBe('a');
      });

      test('folders that become empty go, and those above them', async () => {
        const { target, folder } = await site();
        const uploads = await uploadsOf({ 'a/b/c/1.html': '1', 'a/b/2.html': '2', 'a/b.html': '3' });
        await target.write(uploads, ignore);
        await target.remove(['a/b/c/1.html', 'a/b/2.html']);
        expect(await readdir(path.join(folder, 'a'))).toEqual(['b.html']);
        await target.remove(['a/b.html', 'a/none.html', 'no/such/thing.html']);
        expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['ru']);
      });
    },
  );

test('what a killed deployment left half-written is not listed, and goes after a day', async () => {
  const folder = path.join(await temporaryFolder(), 'site');
  await mkdir(path.join(folder, 'ru'), { recursive: true });
  const [fresh, old] = ['.passport-0123456789ab~', '.passport-ba9876543210~'];
  for (const name of [fresh, old]) await writeFile(path.join(folder, 'ru', name), 'half');
  const dayBefore = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(path.join(folder, 'ru', old), dayBefore, dayBefore);
  const target = await openTarget(`file://${folder}`, {
    environment: {},
    random: Math.random,
    sleep: async () => {},
  });
  expect(await target.list('')).toEqual([]);
  expect(await readdir(path.join(folder, 'ru'))).toEqual([fresh]);
});
