/** What every target promises, tried with each of them. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTarget } from '../../../build/deploy/targets/open-target.ts';
import type { Target, Upload } from '../../../build/deploy/targets/target.ts';
import { type Place, placeKinds } from './places.ts';
import { uploadsOf } from './uploads.ts';

const html = 'text/html; charset=utf-8';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ignore = (): void => {};

for (const { kind, whyNot, start } of placeKinds)
  describe.skipIf(whyNot !== undefined)(
    whyNot === undefined ? `to ${kind}` : `to ${kind} (not tried: ${whyNot})`,
    () => {
      let server: Awaited<ReturnType<typeof start>>;
      beforeAll(async () => {
        server = await start();
      });
      afterAll(() => server.stop());

      const open = async (): Promise<{ readonly target: Target; readonly place: Place }> => {
        const place = await server.place();
        return { place, target: await openTarget(place.address, place.options) };
      };
      const textOf = async (target: Target, path: string): Promise<string | undefined> => {
        const content = await target.read(path);
        return content && Buffer.from(content).toString();
      };

      test('what is written is read back byte for byte, also nothing and 5 MB', async () => {
        const { target, place } = await open();
        const files = {
          'ru/index.html': '<p>Урок</p>',
          'empty.txt': '',
          'assets/deep/er/film.bin': randomBytes(5 * 1024 * 1024),
        };
        const done: string[] = [];
        await target.write(await uploadsOf(files), (file) => done.push(file.path));
        expect(done.toSorted()).toEqual(Object.keys(files).toSorted());
        for (const [path, content] of Object.entries(files))
          expect(Buffer.from((await target.read(path)) ?? []).equals(Buffer.from(content)), path).toBe(true);
        expect(await target.read('ru/none.html')).toBeUndefined();
        expect(await target.read('none/at/all.html')).toBeUndefined();
        expect(target.name).toBe(place.address);
        await target.close();
        await target.close();
      });

      test('a place to which nothing was published is empty, and reading it changes nothing', async () => {
        const { target } = await open();
        expect(await target.list('')).toEqual([]);
        expect(await target.list('ru/')).toEqual([]);
        expect(await target.read('_release.json')).toBeUndefined();
        await target.remove(['ru/index.html']);
        await target.write([], ignore);
        expect(await target.list('')).toEqual([]);
      });

      test('of twenty who create a file at once, exactly one does, and its bytes are there', async () => {
        const { target } = await open();
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, async (_, index) => ({
            index,
            isOurs: await target.create('locks/deploy.json', bytesOf(`by ${index}`), 'application/json'),
          })),
        );
        const winners = outcomes.filter(({ isOurs }) => isOurs);
        expect(winners).toHaveLength(1);
        expect(await textOf(target, 'locks/deploy.json')).toBe(`by ${winners[0]?.index}`);
        expect(await target.create('locks/deploy.json', bytesOf('later'), 'application/json')).toBe(false);
        await target.remove(['locks/deploy.json']);
        expect(await target.create('locks/deploy.json', bytesOf('anew'), 'application/json')).toBe(true);
        expect(await textOf(target, 'locks/deploy.json')).toBe('anew');
        expect(await target.list('')).toEqual(['locks/deploy.json']);
      });

      test('a file is written over, also by one of the same size', async () => {
        const { target } = await open();
        for (const text of ['one', 'two', 'longer than that', '']) {
          await target.write(await uploadsOf({ 'ru/a.html': text }), ignore);
          expect(await textOf(target, 'ru/a.html')).toBe(text);
        }
      });

      test('odd names stay as they are', async () => {
        const { target } = await open();
        const names = [
          'ru/с пробелом и буквами.html',
          'a+b.html',
          '100%25.html',
          'it\'s $HOME & "quoted".html',
          '-rf.html',
          'a;b,c=d@e!f(g)[h]{i}~.html',
          '.well-known/security.txt',
          'uz/oʻzbekcha*.html',
          'q?x#y.html',
        ];
        await target.write(await uploadsOf(Object.fromEntries(names.map((name) => [name, name]))), ignore);
        expect((await target.list('')).toSorted()).toEqual(names.toSorted());
        expect(await Promise.all(names.map((name) => textOf(target, name)))).toEqual(names);
        const created = await Promise.all(names.map((name) => target.create(name, bytesOf('x'), html)));
        expect(created).toEqual(names.map(() => false));
        await target.remove(names);
        expect(await target.list('')).toEqual([]);
      });

      test('more files than one page of a list holds are all listed, and by folder', async () => {
        const { target, place } = await open();
        const [file] = await uploadsOf({ x: 'x' });
        const named = (path: string): Upload => ({ ...(file as Upload), path });
        // Stores list a thousand at once, all others everything.
        const count = place.url === undefined ? 50 : 1010;
        const paths = Array.from({ length: count }, (_, index) => `objects/${index}`);
        const others = ['ru/index.html', 'ru/play/index.html', 'ru-old.html'];
        await target.write([...paths, ...others].map(named), ignore);
        expect((await target.list('')).toSorted()).toEqual([...paths, ...others].toSorted());
        expect((await target.list('ru/')).toSorted()).toEqual(['ru/index.html', 'ru/play/index.html']);
        await target.remove([...paths, 'never/was.html', 'ru/none.html', 'ru/index.html/x']);
        expect((await target.list('')).toSorted()).toEqual(others.toSorted());
      });

      test('nothing outside of the place is read, written, listed or removed', async () => {
        const { target, place } = await open();
        const beside = await openTarget(
          `${place.address.slice(0, -1)}${place.address.endsWith('z') ? 'y' : 'z'}`,
          place.options,
        );
        await beside.write(await uploadsOf({ 'a.html': 'beside' }), ignore);
        const [file] = await uploadsOf({ x: 'x' });
        for (const path of [
          '../x',
          'ru/../../x',
          '/etc/x',
          '',
          '.',
          'ru//x',
          'ru/',
          'a\\..\\x',
          'a\nb',
          'a\0',
        ]) {
          const refusal = /cannot be the path of a published file/;
          await expect(target.read(path), path).rejects.toThrow(refusal);
          await expect(target.create(path, bytesOf('x'), html), path).rejects.toThrow(refusal);
          await expect(target.write([{ ...(file as Upload), path }], ignore), path).rejects.toThrow(refusal);
          await expect(target.remove(['ru/fine.html', path]), path).rejects.toThrow(refusal);
          if (path !== '' && path !== 'ru/') await expect(target.list(path), path).rejects.toThrow(refusal);
        }
        expect(await target.list('')).toEqual([]);
        expect(await textOf(beside, 'a.html')).toBe('beside');
      });

      test('a file that was changed since the release is refused', async () => {
        const { target } = await open();
        const [file] = await uploadsOf({ 'ru/a.html': 'one' });
        const changed = { ...(file as Upload), bytes: 4 };
        await expect(target.write([changed], ignore)).rejects.toThrow(/it has 3 bytes in place of 4/);
        const gone = { ...(file as Upload), source: '/nowhere/at/all' };
        await expect(target.write([gone], ignore)).rejects.toThrow('/nowhere/at/all: there is no such file');
        expect(await target.read('ru/a.html')).toBeUndefined();
      });

      test('what is aborted ends with the reason, and leaves only whole files', async () => {
        const { target } = await open();
        const reason = new Error('enough');
        await expect(target.read('a', AbortSignal.abort(reason))).rejects.toBe(reason);
        await expect(target.list('', AbortSignal.abort(reason))).rejects.toBe(reason);
        await expect(target.remove(['a'], AbortSignal.abort(reason))).rejects.toBe(reason);
        const stop = new AbortController();
        const content = randomBytes(300_000);
        const files = await uploadsOf(
          Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f/${index}`, content])),
        );
        const writing = target.write(files, () => stop.abort(reason), stop.signal);
        if (target.name.startsWith('rsync:')) queueMicrotask(() => stop.abort(reason));
        await expect(writing).rejects.toBe(reason);
        const paths = await target.list('');
        expect(paths.length).toBeLessThan(40);
        for (const path of paths)
          expect(Buffer.from((await target.read(path)) ?? []).equals(content), path).toBe(true);
        await target.write(files, ignore);
        expect(await target.list('')).toHaveLength(40);
      });

      if (['S3', 'Azure'].includes(kind))
        test('files are sent with the headers of their kind', async () => {
          const { target, place } = await open();
          await target.write(await uploadsOf({ 'ru/страница +.html': '<p>a</p>' }), ignore);
          await target.write(
            await uploadsOf(
              { 'assets/a.css': 'packed' },
              { type: 'text/css', cacheControl: 'public, max-age=31536000, immutable', encoding: 'br' },
            ),
            ignore,
          );
          await target.create('releases/1.json', bytesOf('{}'), 'application/json');
          const headersOf = async (path: string) => {
            const answer = await fetch(place.url + path, { method: 'HEAD' });
            const header = (name: string) => answer.headers.get(name);
            return [
              answer.status,
              header('content-type'),
              header('cache-control'),
              header('content-encoding'),
            ];
          };
          expect(await headersOf(encodeURIComponent('ru/страница +.html').replace('%2F', '/'))).toEqual([
            200,
            html,
            'public, max-age=300',
            null,
          ]);
          expect(await headersOf('assets/a.css')).toEqual([
            200,
            'text/css',
            'public, max-age=31536000, immutable',
            'br',
          ]);
          expect(await headersOf('releases/1.json')).toEqual([200, 'application/json', null, null]);
        });
    },
  );
