/** From one mirror to another without a network, with the real synchronisation. */
import { readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { importCommand } from '../../../build/mirror/cli/import.ts';
import { defaultConfiguration } from '../../../build/mirror/folder/configuration.ts';
import { type MirrorPaths, mirrorPaths, siteLinks } from '../../../build/mirror/folder/mirror-paths.ts';
import { initialise } from '../../../build/mirror/init.ts';
import { exportRelease } from '../../../build/mirror/stick/export.ts';
import { temporaryFolder } from '../../support/content.ts';
import { dayOf } from '../../trust/publisher.ts';
import { type SmallMirror, smallMirror } from './small-mirror.ts';

const { signal } = new AbortController();

beforeEach(() => {
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

/** A mirror of a school, which has only the root. */
async function school({ publisher }: SmallMirror): Promise<MirrorPaths> {
  const paths = mirrorPaths(path.join(await temporaryFolder(), 'school'));
  await initialise({
    paths,
    configuration: { ...defaultConfiguration, upstreams: [] },
    root: publisher.created.root,
    sources: [],
    program: undefined,
    warn: () => {},
  });
  return paths;
}

async function exportTo({ paths }: SmallMirror, to: string, since?: number): Promise<string> {
  const { folder } = await exportRelease({
    paths,
    to,
    ...(since !== undefined && { since }),
    partBytes: 1500,
    now: () => dayOf(0),
    onProgress: () => {},
    signal,
  });
  return folder;
}

const importFrom = (
  paths: MirrorPaths,
  from: string,
  day = 0,
  ...options: readonly string[]
): Promise<0 | 1> =>
  importCommand(() => dayOf(day)).run(['--dir', paths.top, '--from', from, ...options], signal);

/** What a web server would send, without compressed copies. */
async function served({ current }: MirrorPaths): Promise<Readonly<Record<string, string>>> {
  const site = await realpath(current);
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
    .filter((name) => !Object.keys(siteLinks).some((link) => name.startsWith(`${link}/`)));
  const texts = files.map(async (name) => [name, (await readFile(path.join(site, name))).toString('base64')]);
  return Object.fromEntries((await Promise.all(texts)).toSorted());
}

const isPage = ([name]: readonly [string, string]): boolean => /^(ru\/|index)/.test(name);

const pagesOf = async (paths: MirrorPaths) =>
  Object.fromEntries(Object.entries(await served(paths)).filter(isPage));

const pages = {
  'index.html': '<p>All.</p>'.repeat(60),
  'ru/a/index.html': '<p>A.</p>'.repeat(80),
  'ru/b/index.html': 'b',
};

test('whatever the files are, what is imported is what the other mirror serves', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 5, selector: String }),
      async (contents) => {
        const mirror = await smallMirror();
        const to = await temporaryFolder();
        const target = await school(mirror);
        await mirror.release(pages);
        await mirror.release({
          ...pages,
          ...Object.fromEntries(contents.map((content, at) => [`ru/${at}/index.html`, content])),
        });
        await exportTo(mirror, to);
        expect(await importFrom(target, to)).toBe(0);
        expect(await pagesOf(target)).toEqual(await pagesOf(mirror.paths));
        // And the parts that a third mirror needs.
        const [from, here] = [await served(mirror.paths), await served(target)];
        for (const name of Object.keys(here).filter((one) => !one.startsWith('ru/')))
          expect(here[name]).toBe(from[name]);
      },
    ),
    { numRuns: 4 },
  );
});

test('a difference brings a school on that has the release before, and a third mirror can be fed by the school', async () => {
  const mirror = await smallMirror();
  const [first, second, third] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
  const [target, other] = [await school(mirror), await school(mirror)];
  await mirror.release(pages);
  await exportTo(mirror, first);
  await mirror.release({ ...pages, 'ru/c/index.html': 'c' });
  await exportTo(mirror, second, 1);
  await expect(importFrom(target, second)).rejects.toThrow('holds only what is new since release 1');
  await importFrom(target, first);
  await importFrom(target, second);
  expect(await pagesOf(target)).toEqual(await pagesOf(mirror.paths));
  await exportRelease({
    paths: target,
    to: third,
    partBytes: 1e6,
    now: () => dayOf(0),
    onProgress: () => {},
    signal,
  });
  await importFrom(other, third);
  expect(await pagesOf(other)).toEqual(await pagesOf(mirror.paths));
  // An old stick brings nothing back.
  await expect(importFrom(target, first)).rejects.toThrow('Release 2 is served as before.');
  await expect(importFrom(target, first, 0, '--accept-stale')).rejects.toThrow(
    'Release 2 is served as before.',
  );
});

test('a stick that was long on its way is taken only when somebody says so', async () => {
  const mirror = await smallMirror();
  const to = await temporaryFolder();
  const target = await school(mirror);
  await mirror.release(pages);
  await exportTo(mirror, to);
  await expect(importFrom(target, to, 60)).rejects.toThrow(/Nothing is served yet\.\n.*: --accept-stale\.$/);
  await importFrom(target, to, 60, '--accept-stale');
  expect(await pagesOf(target)).toEqual(await pagesOf(mirror.paths));
  // A newer one with valid signatures is then taken as always.
  await mirror.release({ ...pages, 'ru/c/index.html': 'c' }, 59);
  const newer = await temporaryFolder();
  await exportTo(mirror, newer);
  await importFrom(target, newer, 60);
  expect(await pagesOf(target)).toEqual(await pagesOf(mirror.paths));
});

test('whatever part of a stick was changed, one whole release is served', async () => {
  const mirror = await smallMirror();
  const [to, next] = [await temporaryFolder(), await temporaryFolder()];
  const target = await school(mirror);
  await mirror.release(pages);
  await exportTo(mirror, to);
  await importFrom(target, to);
  const whole = [await pagesOf(target)];
  await mirror.release({ ...pages, 'ru/c/index.html': '<p>C.</p>'.repeat(400) });
  whole.push(await pagesOf(mirror.paths));
  const folder = await exportTo(mirror, next);
  for (const part of (await readdir(folder)).filter((name) => name.startsWith('part-'))) {
    const file = path.join(folder, part);
    const bytes = await readFile(file);
    await writeFile(
      file,
      bytes.map((byte, at) => (at % 100 === 0 ? byte ^ 1 : byte)),
    );
    await importFrom(target, next).catch((error: Error) =>
      expect(error.message).toMatch(/Release [12] is served as before\.$/),
    );
    expect(whole).toContainEqual(await pagesOf(target));
    await writeFile(file, bytes.subarray(0, -1));
    await expect(importFrom(target, next)).rejects.toThrow('is not complete');
    await writeFile(file, bytes);
  }
  await importFrom(target, next);
  expect(await pagesOf(target)).toEqual(whole[1]);
});
