import { copyFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import { releasePaths } from '../../../build/model/release/release-paths.ts';
import { page, smallSite } from '../../support/publish.ts';
import { type SmallMirror, smallMirror } from '../support/mirror-folder.ts';
import { askRaw, serve } from '../support/served-mirror.ts';

const lesson = 'ru/a/index.html';
const inSite = ({ paths }: SmallMirror, name: string, sequence = 1): string =>
  path.join(paths.sites, String(sequence), name);
const digestOf = ({ manifest }: SmallMirror, name: string) => {
  const found = manifest.files.find((file) => file.path === name);
  if (found === undefined) throw new Error(`the site has no ${name}`);
  return found.sha256;
};

test('a page comes with its type, its lifetime, the headers of its kind and a strong tag', async () => {
  const mirror = await smallMirror(smallSite);
  const { ask } = await serve(mirror);
  const { status, headers, body } = await ask('/ru/a/');
  expect(status).toBe(200);
  expect(body).toEqual(await readFile(inSite(mirror, lesson)));
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(body.length),
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
    etag: `"${digestOf(mirror, lesson)}"`,
    'accept-ranges': 'bytes',
  });
  // It would be a lie over plain HTTP.
  expect(headers).not.toHaveProperty('strict-transport-security');
  const [asset = ''] = mirror.manifest.files.filter(({ kind }) => kind === 'asset').map((file) => file.path);
  expect((await ask(`/${asset}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('the service worker is asked for anew each time, compressed as all else', async () => {
  const { ask } = await serve(await smallMirror({ ...smallSite, 'sw.js': `'${'worker '.repeat(200)}';` }));
  const { headers } = await ask('/sw.js', { 'accept-encoding': 'br' });
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'br' });
});

test('the compressed copy that the reader likes best is sent, under a tag of its own', async () => {
  const mirror = await smallMirror(smallSite);
  const { ask } = await serve(mirror);
  const plain = await readFile(inSite(mirror, lesson));
  const brotli = await ask('/ru/a/', { 'accept-encoding': 'gzip, deflate, br' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body)).toEqual(plain);
  const gzip = await ask('/ru/a/', { 'accept-encoding': 'gzip, br;q=0.5' });
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body)).toEqual(plain);
  const none = await ask('/ru/a/', { 'accept-encoding': 'br;q=0, *;q=0' });
  expect(none.body).toEqual(plain);
  expect(new Set([brotli, gzip, none].map(({ headers }) => headers.etag)).size).toBe(3);
  // A copy that is not there is no fault.
  await rm(inSite(mirror, `${lesson}.br`));
  expect((await ask('/ru/a/', { 'accept-encoding': 'br' })).body).toEqual(plain);
});

test('what a reader has already is not sent again', async () => {
  const { ask } = await serve(await smallMirror(smallSite));
  const { headers } = await ask('/ru/a/');
  const tag = headers.etag ?? '';
  const again = await ask('/ru/a/', { 'if-none-match': `"other", W/${tag}` });
  expect(again).toMatchObject({ status: 304, headers: { etag: tag, vary: 'Accept-Encoding' } });
  expect(again.body).toHaveLength(0);
  expect((await ask('/ru/a/', { 'if-none-match': tag, 'accept-encoding': 'br' })).status).toBe(200);
});

test('a part is sent where it is asked for, of the copy that it belongs to', async () => {
  const mirror = await smallMirror(smallSite);
  const { ask } = await serve(mirror);
  const whole = await readFile(inSite(mirror, lesson));
  const tag = `"${digestOf(mirror, lesson)}"`;
  const part = await ask('/ru/a/', { range: 'bytes=10-19' });
  expect(part.status).toBe(206);
  expect(part.headers['content-range']).toBe(`bytes 10-19/${whole.length}`);
  expect(part.body).toEqual(whole.subarray(10, 20));
  expect((await ask('/ru/a/', { range: 'bytes=-5' })).body).toEqual(whole.subarray(-5));
  expect(await ask('/ru/a/', { range: 'bytes=999999-' })).toMatchObject({
    status: 416,
    headers: { 'content-range': `bytes */${whole.length}` },
  });
  expect((await ask('/ru/a/', { range: 'bytes=0-1', 'if-range': tag })).status).toBe(206);
  expect((await ask('/ru/a/', { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  expect((await ask('/ru/a/', { range: 'bytes=0-1', 'if-range': tag, 'accept-encoding': 'br' })).status).toBe(
    200,
  );
});

test('HEAD says the same without a body, and other methods are refused', async () => {
  const { ask } = await serve(await smallMirror(smallSite));
  const [{ date: _, ...got }, head] = [(await ask('/ru/a/')).headers, await ask('/ru/a/', {}, 'HEAD')];
  expect(head.body).toHaveLength(0);
  expect(head.headers).toMatchObject(got);
  const post = await ask('/ru/a/', {}, 'POST');
  expect(post).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('a folder without its slash leads to the page, and what is missing to the page of its language', async () => {
  const mirror = await smallMirror({ ...smallSite, 'ru/404.html': 'Нет такой страницы.' });
  const { ask } = await serve(mirror);
  expect(await ask('/ru/a?x=1')).toMatchObject({ status: 301, headers: { location: '/ru/a/?x=1' } });
  expect((await ask('/')).status).toBe(200);
  const russian = await ask('/ru/nothing/here/');
  expect(russian.status).toBe(404);
  expect(russian.body.toString()).toBe('Нет такой страницы.');
  expect(russian.headers).not.toHaveProperty('cache-control');
  expect((await ask('/xx/nothing')).body.toString()).toBe('Not found.');
  expect((await ask('/assets/')).status).toBe(404);
});

test('parts for other mirrors and the health are there, with their lifetimes', async () => {
  const mirror = await smallMirror(smallSite);
  await writeFile(path.join(mirror.paths.health, 'health.json'), '{}');
  await writeFile(path.join(mirror.paths.health, 'metrics'), '');
  const { ask } = await serve(mirror);
  const object = `/objects/${digestOf(mirror, lesson)}`;
  const sealed = [object, `${object}.br`, `/${releasePaths.record(1)}`, '/metadata/1.root.json'];
  for (const one of sealed) {
    const { status, headers } = await ask(one, { 'accept-encoding': 'br' });
    expect([status, headers['cache-control']], one).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers['content-encoding'], one).toBeUndefined();
  }
  for (const one of [
    '/_release.json',
    '/metadata/timestamp.json',
    '/_mirror/health.json',
    '/_mirror/metrics',
  ])
    expect((await ask(one)).headers['cache-control'], one).toBe('no-cache');
  const { headers } = await ask('/metadata/timestamp.json');
  expect((await ask('/metadata/timestamp.json', { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
  expect((await ask('/_mirror/metrics')).headers['content-type']).toBe(
    'text/plain; version=0.0.4; charset=utf-8',
  );
});

test('another release is served from the moment of the switch', async () => {
  const mirror = await smallMirror(smallSite, { 'ru/a/index.html': page('a', 'two') });
  const { ask } = await serve(mirror);
  const { body, headers } = await ask('/ru/a/');
  await symlink('sites/1', `${mirror.paths.current}.new~`);
  await rename(`${mirror.paths.current}.new~`, mirror.paths.current);
  const older = await ask('/ru/a/', { 'if-none-match': headers.etag ?? '' });
  expect(older.status).toBe(200);
  expect(older.body).not.toEqual(body);
  expect(older.body).toEqual(await readFile(inSite(mirror, lesson, 1)));
});

test('before the first release it says so', async () => {
  const mirror = await smallMirror(smallSite);
  await rm(mirror.paths.current);
  const { ask } = await serve(mirror);
  expect(await ask('/')).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
});

test('nothing outside is ever sent, whatever is asked for and whatever leads there', async () => {
  const mirror = await smallMirror(smallSite);
  const secret = path.join(mirror.paths.top, 'secret.txt');
  await writeFile(secret, 'SECRET');
  await writeFile(inSite(mirror, '.secret'), 'SECRET');
  await writeFile(inSite(mirror, 'surplus.html'), 'SECRET');
  await rm(inSite(mirror, lesson));
  await symlink(secret, inSite(mirror, lesson));
  await mkdir(path.join(mirror.paths.top, 'b'));
  await copyFile(secret, path.join(mirror.paths.top, 'b/index.html'));
  await rm(inSite(mirror, 'ru/b'), { recursive: true });
  await symlink('../../../b', inSite(mirror, 'ru/b'));
  const { sha256 } = { sha256: digestOf(mirror, 'ru/feed.xml') };
  await rm(objectFile(mirror.paths, sha256));
  await symlink(secret, objectFile(mirror.paths, sha256));
  const { port } = await serve(mirror);
  const targets = [
    '/ru/a/',
    '/ru/b/',
    `/objects/${sha256}`,
    '/.secret',
    '/surplus.html',
    '/../../secret.txt',
    '/ru/%2e%2e/%2e%2e/%2e%2e/secret.txt',
    '/ru/..%2f..%2f..%2fsecret.txt',
    '/ru/..%5c..%5csecret.txt',
    '/ru\\..\\..\\secret.txt',
    '/%00',
    '/ru/%',
    '/ru/%ff%fe',
    '//etc/passwd',
    '/_mirror/../state.json',
    '/_mirror/state.json',
    '/_mirror/__proto__',
    '/objects/',
    '/objects/../state.json',
    '/metadata/',
    '/_server/nginx.conf',
    'http://elsewhere.example/ru/feed.xml',
    '*',
    `/${'a'.repeat(4000)}`,
    `/${'a/'.repeat(900)}`,
  ];
  for (const target of targets) {
    const answer = await askRaw(port, target);
    expect(answer, target).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer, target).not.toContain('SECRET');
  }
});
