import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sha256 } from '../../build/model/paths.ts';
import { applyDifference, type Delta, parseDelta } from '../../build/model/release/delta.ts';
import type { Manifest } from '../../build/model/release/manifest.ts';
import { formatManifest, parseManifest } from '../../build/model/release/manifest-file.ts';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import type { ReleasePointer } from '../../build/model/release/release-record.ts';
import { temporaryFolder } from '../support/content.ts';
import { page, picture, releaseSite, type SiteFiles, smallSite, writeSite } from '../support/publish.ts';

async function released(changes: SiteFiles = {}) {
  const top = await temporaryFolder();
  const site = path.join(top, 'site');
  const folder = path.join(top, 'releases');
  await writeSite(site, { ...smallSite, ...changes });
  return { site, folder, ...(await releaseSite(site, folder)) };
}

const readManifest = async (folder: string, { manifest }: ReleasePointer): Promise<Manifest> =>
  parseManifest(await readFile(path.join(folder, releasePaths.manifest(manifest.sha256))));

const readObject = (folder: string, digest: string): Promise<Buffer> =>
  readFile(path.join(folder, 'objects', digest));

test('every file of the site is in the manifest with its digest, and lies once under it', async () => {
  const { site, folder, pointer } = await released({ 'ru/copy.txt': 'same', 'ru/other.txt': 'same' });
  const { files } = await readManifest(folder, pointer);
  const names = (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)));
  expect(files.map((file) => file.path)).toEqual(names.toSorted());
  for (const file of files) {
    const object = await readObject(folder, file.sha256);
    expect(sha256(object)).toBe(file.sha256);
    expect(object.length).toBe(file.bytes);
  }
  const plain = (await readdir(path.join(folder, 'objects'))).filter((name) => !name.includes('.'));
  expect(plain).toHaveLength(new Set(files.map((file) => file.sha256)).size);
});

test('compressed copies unpack to their object, and are kept where they help', async () => {
  const { folder, pointer } = await released();
  const { files } = await readManifest(folder, pointer);
  const long = files.find((file) => file.path === 'ru/a/index.html');
  expect(long?.br).toBeLessThan((long?.bytes ?? 0) / 2);
  const object = await readObject(folder, long?.sha256 ?? '');
  expect(brotliDecompressSync(await readObject(folder, `${long?.sha256}.br`))).toEqual(object);
  expect(gunzipSync(await readObject(folder, `${long?.sha256}.gz`))).toEqual(object);
  expect(files.find((file) => file.path === '404.html')).not.toHaveProperty('br');
});

test('each kind of file has its type and what servers say with it', async () => {
  const { folder, pointer } = await released();
  const { files, headers } = await readManifest(folder, pointer);
  const kindOf = (name: RegExp): unknown => {
    const { kind, type } = files.find((file) => name.test(file.path)) ?? {};
    return [kind, type];
  };
  expect(kindOf(/^ru\/a\//)).toEqual(['page', 'text/html; charset=utf-8']);
  expect(kindOf(/^assets\//)).toEqual(['asset', 'image/svg+xml']);
  expect(kindOf(/feed/)).toEqual(['file', 'application/xml; charset=utf-8']);
  expect(headers.asset['Cache-Control']).toContain('immutable');
  expect(headers.page['Cache-Control']).not.toContain('immutable');
  expect(headers.page['X-Content-Type-Options']).toBe('nosniff');
});

test('a site of which nothing has changed is not released again', async () => {
  const { site, folder } = await released();
  const again = await releaseSite(site, folder);
  expect(again.isNew).toBe(false);
  expect(again.record.sequence).toBe(1);
  expect(await readdir(path.join(folder, 'releases'))).toEqual(['1.json']);
});

test('the same site gives the same manifest, wherever it is released', async () => {
  const [one, other] = [await released(), await released()];
  expect(one.pointer.manifest).toEqual(other.pointer.manifest);
});

test('a second release keeps what is there, and names the record before', async () => {
  const { site, folder, pointer } = await released();
  await writeSite(site, { 'ru/feed.xml': '<feed>2</feed>' });
  const second = await releaseSite(site, folder);
  expect(second.record).toMatchObject({ sequence: 2, previous: pointer.record });
  expect(second.freshObjects).toBeLessThanOrEqual(2);
});

/** Objects that a patch makes, as a mirror does. */
async function unpack(folder: string, delta: Delta): Promise<Map<string, Buffer>> {
  const made = new Map<string, Buffer>();
  const pack = await readFile(path.join(folder, releasePaths.patches(delta.pack?.sha256 ?? sha256(''))));
  for (const { from, to, at, bytes } of delta.patches) {
    const dictionary = Buffer.concat(await Promise.all(from.map((digest) => readObject(folder, digest))));
    const whole = zstdDecompressSync(pack.subarray(at, at + bytes), { dictionary });
    let begin = 0;
    for (const object of to) {
      made.set(object.sha256, whole.subarray(begin, begin + object.bytes));
      begin += object.bytes;
    }
    expect(begin).toBe(whole.length);
  }
  return made;
}

test('a delta turns the manifest before into the new one, and its patches make the new objects', async () => {
  const { site, folder, pointer } = await released();
  const before = await readManifest(folder, pointer);
  await writeSite(site, {
    ...picture('a', 'another'),
    'ru/a/index.html': page('a', 'another'),
    'ru/b/index.html': null,
    'ru/index.html': '<a href="a/">A</a>',
  });
  const second = await releaseSite(site, folder);
  const { sha256: digest } = second.pointer.deltas[pointer.manifest.sha256] ?? {};
  const delta = parseDelta(await readFile(path.join(folder, releasePaths.delta(digest ?? sha256('')))));
  const after = formatManifest(applyDifference(before, delta));
  expect(sha256(after)).toBe(second.pointer.manifest.sha256);
  const made = await unpack(folder, delta);
  const { sha256: edited = '' } = delta.changed.find((file) => file.path === 'ru/a/index.html') ?? {};
  expect(made.get(edited)?.toString()).toBe(page('a', 'another'));
  expect(delta.pack?.bytes).toBeLessThan(200);
});

test('parts of a search bundle that have other names after a change are patched as one', async () => {
  const part = (at: number, edit: string): string => `${edit}${`word-${at} `.repeat(400)}`;
  const bundle = (edit: string): SiteFiles =>
    Object.fromEntries(
      [1, 2, 3].map((at) => [
        `ru/pagefind/index/${sha256(part(at, edit)).slice(0, 7)}.pf_index`,
        part(at, edit),
      ]),
    );
  const { site, folder, pointer } = await released(bundle('old'));
  await writeSite(site, Object.fromEntries(Object.keys(bundle('old')).map((name) => [name, null])));
  await writeSite(site, bundle('new'));
  const second = await releaseSite(site, folder);
  const { sha256: digest } = second.pointer.deltas[pointer.manifest.sha256] ?? {};
  const delta = parseDelta(await readFile(path.join(folder, releasePaths.delta(digest ?? sha256('')))));
  const patch = delta.patches.find(({ to }) => to.length === 3);
  expect(patch?.from).toHaveLength(3);
  const made = await unpack(folder, delta);
  for (const content of Object.values(bundle('new')))
    expect(made.get(sha256(content ?? ''))?.toString()).toBe(content);
});

test('earlier manifests lead to the newest, twenty of them and no more', async () => {
  const { site, folder } = await released();
  for (let edit = 0; edit < 22; edit++) {
    await writeSite(site, { 'ru/feed.xml': `<feed>${edit}</feed>` });
    await releaseSite(site, folder);
  }
  const { pointer } = await releaseSite(site, folder);
  expect(pointer.sequence).toBe(23);
  expect(Object.keys(pointer.deltas)).toHaveLength(20);
});

test.each([
  [
    'no site',
    async (site: string) => rm(path.join(site, 'index.html')),
    /There is no built site in ".*npm run build/,
  ],
  [
    'a link',
    async (site: string) => symlink('/etc/passwd', path.join(site, 'ru/passwd')),
    /ru\/passwd" cannot be released: its path is no plain file/,
  ],
  [
    'a name that not every server has',
    async (site: string) => writeFile(path.join(site, 'ru/a b.html'), ''),
    /a b\.html" cannot be released: its path has other characters/,
  ],
  [
    'a name of Windows',
    async (site: string) => writeFile(path.join(site, 'ru/con.html'), ''),
    /con\.html" cannot be released: its path has a name that Windows does not allow/,
  ],
  [
    'two names that differ in case',
    async (site: string) => writeFile(path.join(site, 'ru/Feed.xml'), ''),
    /"ru\/Feed\.xml" and "ru\/feed\.xml" .* are one file where case does not count/,
  ],
  [
    'no address',
    async (site: string) => writeFile(path.join(site, 'robots.txt'), 'User-agent: *'),
    /does not say the address of the site/,
  ],
] as const)('a folder with %s is refused in a sentence', async (_, spoil, message) => {
  const top = await temporaryFolder();
  const site = path.join(top, 'site');
  await writeSite(site, smallSite);
  await spoil(site);
  await expect(releaseSite(site, path.join(top, 'releases'))).rejects.toThrow(message);
});

test('releases of another country are not gone on from', async () => {
  const { site, folder } = await released();
  const file = path.join(folder, releasePaths.record(1));
  await writeFile(file, (await readFile(file, 'utf8')).replace('"kg"', '"tj"'));
  await expect(releaseSite(site, folder)).rejects.toThrow('holds releases of "tj", not of "kg"');
});

test('a folder whose pointer was cut short says how to go on', async () => {
  const { site, folder } = await released();
  await writeFile(path.join(folder, '_release.json'), '{"format": 1,');
  await expect(releaseSite(site, folder)).rejects.toThrow(
    /_release\.json cannot be read: it is not JSON, or was cut short\. .*--published/,
  );
});
