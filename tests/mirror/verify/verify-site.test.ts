import { existsSync } from 'node:fs';
import {
  appendFile,
  lstat,
  mkdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import { readState } from '../../../build/mirror/folder/state.ts';
import { page, smallSite } from '../../support/publish.ts';
import { type SmallMirror, smallMirror } from '../support/mirror-folder.ts';
import { verify } from '../support/verify-mirror.ts';

const later = { 'ru/a/index.html': page('a', 'one').replaceAll('a while', 'a long while') };
const lesson = 'ru/a/index.html';

const inSite = ({ paths }: SmallMirror, name: string, sequence = 2): string =>
  path.join(paths.sites, String(sequence), name);

/** Of a file of the served site. */
const lineOf = ({ manifest }: SmallMirror, name: string) => {
  const found = manifest.files.find((file) => file.path === name);
  if (found === undefined) throw new Error(`the site has no ${name}`);
  return found;
};

/** Looks, which changes nothing; mends; and finds nothing any more. */
async function expectMended(mirror: SmallMirror, lines: readonly string[], way: 'mend' | 'offline' = 'mend') {
  const looked = await verify(mirror, 'look');
  expect(looked.unmended).toBe(lines.length);
  expect(looked.lines.map((line) => line.replace(/;[^;]*$/, ''))).toEqual(
    lines.map((line) => line.replace(/;[^;]*$/, '')),
  );
  const mended = await verify(mirror, way);
  expect(mended.lines).toEqual(lines);
  expect(mended.unmended).toBe(0);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0, lines: [] });
}

test('a mirror that is whole has no fault, and the verification is noted', async () => {
  const mirror = await smallMirror(smallSite, later);
  expect(await verify(mirror, 'look')).toEqual({
    files: mirror.manifest.files.length,
    releases: [2, 1],
    total: 0,
    unmended: 0,
    lines: [],
    warnings: [],
  });
  const verified = { at: '2026-03-04T08:00:00Z', files: mirror.manifest.files.length, faults: 0 };
  expect(await readState(mirror.paths)).toMatchObject({ current: { sequence: 2 }, verified });
  const health: unknown = JSON.parse(await readFile(path.join(mirror.paths.health, 'health.json'), 'utf8'));
  expect(health).toMatchObject({ complete: true, verified });
});

test('a page that was replaced by another is linked anew, though it is of the same length', async () => {
  const mirror = await smallMirror(smallSite, later);
  const file = inSite(mirror, lesson);
  const right = await readFile(file);
  await rm(file);
  await writeFile(file, Buffer.alloc(right.length, 'x'));
  await expectMended(mirror, [
    'sites/2/ru/a/index.html damaged: it does not hold what the manifest names; linked anew from objects/',
  ]);
  expect(await readFile(file)).toEqual(right);
  expect((await lstat(file)).ino).toBe(
    (await lstat(objectFile(mirror.paths, lineOf(mirror, lesson).sha256))).ino,
  );
});

test('a hard link that was edited in place damages the content and all kept sites, and is mended everywhere', async () => {
  const mirror = await smallMirror(smallSite, later);
  const name = 'ru/b/index.html';
  const right = await readFile(inSite(mirror, name));
  for (const twin of ['.br', '.gz'])
    await rm(objectFile(mirror.paths, lineOf(mirror, name).sha256, twin as '.br'));
  await writeFile(inSite(mirror, name), '<script>evil()</script>');
  const { sha256 } = lineOf(mirror, name);
  const mended = await verify(mirror);
  expect(mended.lines).toEqual([
    `objects/${sha256} damaged: it does not hold what its name says; fetched again`,
    'sites/1/ru/b/index.html damaged: it does not hold what the manifest names; linked anew from objects/',
    'sites/2/ru/b/index.html damaged: it does not hold what the manifest names; linked anew from objects/',
  ]);
  for (const sequence of [1, 2]) expect(await readFile(inSite(mirror, name, sequence))).toEqual(right);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('without a line a damaged content is made again from its compressed copy', async () => {
  const mirror = await smallMirror(smallSite);
  const { sha256 } = lineOf(mirror, lesson);
  await writeFile(objectFile(mirror.paths, sha256), 'x');
  await expectMended(
    mirror,
    [
      `objects/${sha256} damaged: it does not hold what its name says; made again from its compressed copy`,
      'sites/1/ru/a/index.html damaged: it does not hold what the manifest names; linked anew from objects/',
    ],
    'offline',
  );
});

test('a content that was removed is linked anew from a site that has it', async () => {
  const mirror = await smallMirror(smallSite);
  const { sha256 } = lineOf(mirror, lesson);
  await rm(objectFile(mirror.paths, sha256));
  await expectMended(
    mirror,
    [`objects/${sha256} missing; linked anew from sites/1/ru/a/index.html`],
    'offline',
  );
});

test('what cannot be mended is taken out, so that no reader sees it', async () => {
  const mirror = await smallMirror(smallSite);
  const name = 'ru/feed.xml';
  const { sha256 } = lineOf(mirror, name);
  await writeFile(inSite(mirror, name, 1), '<evil/>');
  const { unmended, lines } = await verify(mirror, 'offline');
  expect(unmended).toBe(2);
  expect(lines).toEqual([
    `objects/${sha256} damaged: it does not hold what its name says; removed; there is no upstream to fetch it from`,
    'sites/1/ru/feed.xml damaged: it does not hold what the manifest names; taken out, so that nobody reads what was not signed. When the line is back, run: npm run mirror -- verify',
  ]);
  expect(existsSync(inSite(mirror, name, 1))).toBe(false);
  expect((await readState(mirror.paths)).verified?.faults).toBe(2);
  expect((await verify(mirror)).lines).toEqual([
    `objects/${sha256} missing; fetched again`,
    'sites/1/ru/feed.xml missing; linked anew from objects/',
  ]);
  expect((await readState(mirror.paths)).verified?.faults).toBe(0);
});

test('looking alone changes nothing', async () => {
  const mirror = await smallMirror(smallSite);
  await writeFile(inSite(mirror, 'ru/feed.xml', 1), '<evil/>');
  await writeFile(inSite(mirror, 'ru/evil.html', 1), '<evil/>');
  await verify(mirror, 'look');
  expect(await readFile(inSite(mirror, 'ru/feed.xml', 1), 'utf8')).toBe('<evil/>');
  expect(existsSync(inSite(mirror, 'ru/evil.html', 1))).toBe(true);
});

test('a symbolic link in place of a page is replaced, and what it leads to stays', async () => {
  const mirror = await smallMirror(smallSite);
  await rm(inSite(mirror, lesson, 1));
  await symlink('/etc/passwd', inSite(mirror, lesson, 1));
  await expectMended(mirror, [
    'sites/1/ru/a/index.html is something else than a file; linked anew from objects/',
  ]);
  expect((await lstat(inSite(mirror, lesson, 1))).isFile()).toBe(true);
  expect(existsSync('/etc/passwd')).toBe(true);
});

test('a folder in place of a page and a page in place of a folder are put right', async () => {
  const mirror = await smallMirror(smallSite);
  await rm(inSite(mirror, lesson, 1));
  await mkdir(inSite(mirror, `${lesson}/deep`, 1), { recursive: true });
  await writeFile(inSite(mirror, `${lesson}/deep/evil.html`, 1), 'evil');
  await rm(inSite(mirror, 'ru/b', 1), { recursive: true });
  await writeFile(inSite(mirror, 'ru/b', 1), 'evil');
  const { lines, unmended } = await verify(mirror, 'offline');
  expect(lines).toEqual([
    'sites/1/ru/a/index.html is something else than a file; linked anew from objects/',
    'sites/1/ru/b surplus: a file that the manifest does not name; removed',
    ...['', '.br', '.gz'].map(
      (suffix) => `sites/1/ru/b/index.html${suffix} missing; linked anew from objects/`,
    ),
  ]);
  expect(unmended).toBe(0);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('a folder that was moved away and linked to is made anew, and nothing outside is touched', async () => {
  const mirror = await smallMirror(smallSite);
  const outside = path.join(mirror.paths.top, 'outside');
  await rename(inSite(mirror, 'ru', 1), outside);
  await writeFile(path.join(outside, 'evil.html'), 'evil');
  await symlink(outside, inSite(mirror, 'ru', 1));
  const { lines, unmended } = await verify(mirror, 'offline');
  expect(lines[0]).toBe('sites/1/ru surplus: a symbolic link that the manifest does not name; removed');
  expect(unmended).toBe(0);
  expect(await readFile(path.join(outside, 'evil.html'), 'utf8')).toBe('evil');
  expect((await lstat(inSite(mirror, 'ru', 1))).isDirectory()).toBe(true);
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('a surplus file in a deep folder, and a surplus folder, are found and removed', async () => {
  const mirror = await smallMirror(smallSite);
  for (const name of ['ru/a/index.html-x', 'ru/a/deep/er/evil.html', 'ru/feed.xml.br', '.hidden'])
    await mkdir(path.dirname(inSite(mirror, name, 1)), { recursive: true }).then(() =>
      writeFile(inSite(mirror, name, 1), 'evil'),
    );
  await expectMended(mirror, [
    'sites/1/.hidden surplus: a file that the manifest does not name; removed',
    'sites/1/ru/a/deep/ surplus: a folder that the manifest does not name; removed',
    'sites/1/ru/a/index.html-x surplus: a file that the manifest does not name; removed',
    'sites/1/ru/feed.xml.br surplus: a file that the manifest does not name; removed',
  ]);
});

test('compressed copies that hold something else are made again', async () => {
  const mirror = await smallMirror(smallSite);
  const { sha256 } = lineOf(mirror, lesson);
  // A right copy of another page: it can be unpacked, and is not this page.
  const other = await readFile(objectFile(mirror.paths, lineOf(mirror, 'ru/b/index.html').sha256, '.br'));
  await writeFile(objectFile(mirror.paths, sha256, '.br'), other);
  await writeFile(objectFile(mirror.paths, sha256, '.gz'), 'no gzip');
  await expectMended(
    mirror,
    [
      `objects/${sha256}.br damaged: it does not become what its name says; made again`,
      `objects/${sha256}.gz damaged: it does not become what its name says; made again`,
      'sites/1/ru/a/index.html.br damaged: it does not hold what the manifest names; linked anew from objects/',
      'sites/1/ru/a/index.html.gz damaged: it does not hold what the manifest names; linked anew from objects/',
    ],
    'offline',
  );
});

test('a compressed copy with something after its end is made again', async () => {
  const mirror = await smallMirror(smallSite);
  const { sha256 } = lineOf(mirror, lesson);
  for (const suffix of ['.br', '.gz'] as const)
    await appendFile(objectFile(mirror.paths, sha256, suffix), '<script>');
  expect(await verify(mirror, 'offline')).toMatchObject({ total: 4, unmended: 0 });
  expect(await verify(mirror, 'look')).toMatchObject({ total: 0 });
});

test('links of a mirror that lead elsewhere are linked again', async () => {
  const mirror = await smallMirror(smallSite, later);
  await rm(inSite(mirror, 'objects'));
  await symlink('/etc', inSite(mirror, 'objects'));
  await rm(inSite(mirror, '_mirror'));
  await rm(mirror.paths.current);
  await symlink('/etc', mirror.paths.current);
  await expectMended(mirror, [
    'current leads elsewhere; linked again',
    'sites/2/_mirror missing: a symbolic link to ../../health; linked again',
    'sites/2/objects leads elsewhere; linked again',
  ]);
  expect(await readlink(mirror.paths.current)).toBe('sites/2');
});

test('a program or page among the contents, or beside the health, is surplus', async () => {
  const mirror = await smallMirror(smallSite);
  await writeFile(path.join(mirror.paths.objects, 'evil.html'), 'evil');
  await writeFile(path.join(mirror.paths.health, 'evil.html'), 'evil');
  await expectMended(mirror, [
    'health/evil.html surplus: nothing of this mirror is called so; removed',
    'objects/evil.html surplus: no kept release names it; removed',
  ]);
});
