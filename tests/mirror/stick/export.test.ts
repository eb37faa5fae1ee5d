/** What an export writes, byte for byte, and what it refuses to carry on. */
import { mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectFile } from '../../../build/mirror/folder/mirror-paths.ts';
import { type Exported, type ExportRequest, exportRelease } from '../../../build/mirror/stick/export.ts';
import { openStick, type StickSource } from '../../../build/mirror/stick/stick-source.ts';
import { sha256 } from '../../../build/model/paths.ts';
import { temporaryFolder } from '../../support/content.ts';
import { dayOf, follow } from '../../trust/publisher.ts';
import { published, type SmallMirror, smallMirror } from './small-mirror.ts';

const long = (name: string): string => `<p>About ${name}, for a while.</p>`.repeat(30);

const pages = { 'index.html': long('all'), 'ru/a/index.html': long('a'), 'ru/b/index.html': 'short' };

const exportTo = (
  { paths }: SmallMirror,
  to: string,
  request: Partial<ExportRequest> = {},
): Promise<Exported> =>
  exportRelease({
    paths,
    to,
    partBytes: 1000,
    now: () => dayOf(1),
    onProgress: () => {},
    signal: new AbortController().signal,
    ...request,
  });

async function pathsOn(folder: string): Promise<string[]> {
  const text = await readFile(path.join(folder, 'files.txt'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
}

async function allOf(stick: StickSource, name: string, offset = 0, maxBytes = 1e9): Promise<Buffer> {
  const { pieces } = await stick.open(name, offset, maxBytes);
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test('a stick has all that another mirror needs, with each content once, compressed where it can be', async () => {
  const mirror = await smallMirror();
  await mirror.release({ ...pages, 'ru/copy/index.html': pages['index.html'] });
  const to = await temporaryFolder();
  const { folder, index } = await exportTo(mirror, to);
  expect(path.relative(to, folder)).toBe('passport-kg-1');
  const names = await pathsOn(folder);
  expect(names.map((name) => name.replaceAll(/[0-9a-f]{64}/g, '…'))).toEqual([
    '_release.json',
    'manifests/….json',
    'manifests/….json.br',
    'metadata/1.root.json',
    'metadata/1.snapshot.json',
    'metadata/1.targets.json',
    'metadata/timestamp.json',
    ...names
      .filter((name) => name.startsWith('objects/'))
      .map((name) => (name.endsWith('.br') ? 'objects/….br' : 'objects/…')),
    'releases/1.json',
    'targets/….release.json',
  ]);
  expect(names.filter((name) => name.startsWith('objects/')).toSorted()).toEqual(
    [
      `objects/${sha256(pages['index.html'])}.br`,
      `objects/${sha256(pages['ru/a/index.html'])}.br`,
      `objects/${sha256('short')}`,
    ].toSorted(),
  );
  expect(index).toMatchObject({ country: 'kg', sequence: 1, files: names.length, partBytes: 1000 });
});

test('it is a few plain files that FAT32 can hold', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const { folder, index } = await exportTo(mirror, await temporaryFolder());
  const entries = await readdir(folder, { withFileTypes: true });
  expect(entries.every((entry) => entry.isFile())).toBe(true);
  const names = entries.map(({ name }) => name).toSorted();
  const parts = names.filter((name) => name.startsWith('part-'));
  expect(names).toEqual(['files.txt', 'index.json', ...parts]);
  expect(parts).toEqual(parts.map((_, at) => `part-${String(at + 1).padStart(3, '0')}.bin`));
  const sizes = await Promise.all(parts.map(async (name) => (await stat(path.join(folder, name))).size));
  expect(sizes.slice(0, -1).every((size) => size === 1000)).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(index.bytes);
});

test('what is read from a stick is what the mirror sends, whatever the files and the parts are', async () => {
  const mirror = await smallMirror();
  const to = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 6, selector: String }),
      fc.integer({ min: 60, max: 5000 }),
      async (contents, partBytes) => {
        await mirror.release(
          Object.fromEntries(contents.map((content, at) => [`ru/${at}/index.html`, content])),
        );
        const { folder } = await exportTo(mirror, to, { partBytes });
        const stick = await openStick(folder);
        try {
          for (const name of await pathsOn(folder)) {
            const bytes = await published(mirror, name);
            expect(await stick.read(name, bytes.length)).toEqual(bytes);
            const from = Math.floor(bytes.length / 2);
            expect(await allOf(stick, name, from)).toEqual(bytes.subarray(from));
            expect(await allOf(stick, name, 0, 10)).toEqual(bytes.subarray(0, 10));
          }
          for (const content of contents) {
            const name = `objects/${sha256(content)}`;
            const isThere = [await stick.read(name, 1e6), await stick.read(`${name}.br`, 1e6)];
            expect(isThere.filter((found) => found !== undefined)).toHaveLength(1);
          }
        } finally {
          stick.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('whoever knows only the root follows from a stick to its release', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  await mirror.publisher.change({ rotate: 'timestamp' });
  await mirror.release({ ...pages, 'ru/new/index.html': 'new' }, 1);
  const stick = await openStick((await exportTo(mirror, await temporaryFolder())).folder);
  const trust = await follow(new Map(), mirror.publisher.created.root, 1, {
    read: (name, maxBytes) => stick.read(name, maxBytes),
  });
  stick.close();
  expect(JSON.parse(Buffer.from(trust.pointer).toString())).toMatchObject({ sequence: 2 });
});

test('only the difference to a release that is kept goes onto the stick', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  await mirror.release({ ...pages, 'ru/new/index.html': 'new' });
  const to = await temporaryFolder();
  const { folder, index } = await exportTo(mirror, to, { since: 1 });
  expect(path.basename(folder)).toBe('passport-kg-2-from-1');
  expect(index.since?.sequence).toBe(1);
  const names = await pathsOn(folder);
  expect(names.filter((name) => name.startsWith('objects/'))).toEqual([`objects/${sha256('new')}`]);
  const stick = await openStick(to);
  await expect(stick.open(`objects/${sha256('short')}`, 0, 1)).rejects.toThrow(
    'It holds only what is new since release 1: that one is needed first.',
  );
  stick.close();
  await rm(path.join(mirror.paths.sites, '1'), { recursive: true });
  await mkdir(path.join(mirror.paths.sites, '9'));
  await expect(exportTo(mirror, to, { since: 1 })).rejects.toThrow(
    '--since 1: that release is not kept here, nor is any other before the one that is served. Leave --since out to export all files.',
  );
});

test('which releases are kept is said', async () => {
  const mirror = await smallMirror();
  for (let count = 0; count < 3; count++) await mirror.release(pages);
  await expect(exportTo(mirror, await temporaryFolder(), { since: 3 })).rejects.toThrow(
    '--since 3: that release is not kept here; kept are 1, 2. Name one of them, or leave --since out to export all files.',
  );
});

test('a signature that has expired is carried on, and told', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const to = await temporaryFolder();
  expect(await exportTo(mirror, to)).toMatchObject({ isStale: false, expires: '2026-12-13T12:00:00Z' });
  expect(await exportTo(mirror, to, { now: () => dayOf(60) })).toMatchObject({
    isStale: true,
    expires: '2027-05-28T12:00:00Z',
  });
  await expect(exportTo(mirror, to, { now: () => dayOf(200) })).rejects.toThrow(
    'metadata/1.targets.json expired on 2027-05-28.',
  );
});

test.each<[string, (mirror: SmallMirror) => Promise<void>]>([
  ['a content', ({ paths }) => writeFile(objectFile(paths, sha256('short')), 'shirt')],
  ['a content that was cut short', ({ paths }) => truncate(objectFile(paths, sha256('short')), 3)],
  ['a content that is gone', ({ paths }) => rm(objectFile(paths, sha256('short')))],
  [
    'a compressed copy of something else',
    async ({ paths }) => {
      const [one, other] = [pages['index.html'], pages['ru/a/index.html']].map((text) =>
        objectFile(paths, sha256(text), '.br'),
      );
      const { size } = await stat(one ?? '');
      const bytes = await readFile(other ?? '');
      await writeFile(one ?? '', Buffer.concat([bytes, Buffer.alloc(size)]).subarray(0, size));
    },
  ],
  [
    'the manifest',
    async ({ paths }) => {
      const folder = path.join(paths.current, 'manifests');
      const name = (await readdir(folder)).find((one) => one.endsWith('.json')) ?? '';
      const text = await readFile(path.join(folder, name), 'utf8');
      await writeFile(path.join(folder, name), text.replace('/a/', '/x/'));
    },
  ],
  ['the record', ({ paths }) => writeFile(path.join(paths.current, 'releases/1.json'), '{}')],
])('what is damaged goes nowhere: %s', async (_, spoil) => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  await spoil(mirror);
  const to = await temporaryFolder();
  await expect(exportTo(mirror, to)).rejects.toThrow(
    /: nothing was exported\. Mend the mirror first: npm run mirror -- verify, which fetches it anew\.$/,
  );
  expect(await readdir(to)).toEqual([]);
});

test('a large file is proved while it is read, and so is its compressed copy', async () => {
  const mirror = await smallMirror();
  // It does not fit into memory many times, and can hardly be compressed in one part of it.
  const noise = Buffer.from(Array.from({ length: 6000 }, (_, at) => sha256(String(at))).join(''));
  const large = Buffer.concat([noise, Buffer.alloc(4_200_000, 'abc ')]);
  await mirror.release({ 'assets/film.bin': large });
  const to = await temporaryFolder();
  const { folder } = await exportTo(mirror, to, { partBytes: 100_000 });
  const stick = await openStick(folder);
  const name = `objects/${sha256(large)}.br`;
  expect(await allOf(stick, name)).toEqual(await published(mirror, name));
  stick.close();
  const file = path.join(mirror.paths.top, name);
  const bytes = await readFile(file);
  for (const at of [100, Math.floor(bytes.length / 2), bytes.length - 2]) {
    const spoilt = Buffer.from(bytes);
    spoilt[at] = (spoilt[at] ?? 0) ^ 0x10;
    await writeFile(file, spoilt);
    await expect(exportTo(mirror, to, { partBytes: 100_000 })).rejects.toThrow(
      'is damaged: nothing was exported',
    );
  }
});

test('a full stick is known before anything is written', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const to = await temporaryFolder();
  // A disk without any room.
  await expect(exportTo(mirror, '/proc')).rejects.toThrow(
    /^\/proc: 1\.\d MB are needed and 0\.0 kB are free\. Remove older exports from it, take a larger stick, or export only what is new: --since SEQ\.$/,
  );
  await expect(exportTo(mirror, path.join(to, 'none/none'))).rejects.toThrow('there is no such folder');
});

test('parts without number are no help', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  await expect(exportTo(mirror, await temporaryFolder(), { partBytes: 2 })).rejects.toThrow(
    'The export would have more than 999 parts. Make them larger with --part-size.',
  );
});

test('an export that is broken off leaves nothing behind, and the older ones as they were', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const to = await temporaryFolder();
  const { folder } = await exportTo(mirror, to);
  const before = await readFile(path.join(folder, 'index.json'));
  await mirror.release({ ...pages, 'ru/new/index.html': 'new' });
  const interrupt = new AbortController();
  const onProgress = (done: number): void => {
    if (done > 2000) interrupt.abort();
  };
  await expect(exportTo(mirror, to, { signal: interrupt.signal, onProgress })).rejects.toThrow('aborted');
  expect(await readdir(to)).toEqual(['passport-kg-1']);
  expect(await readFile(path.join(folder, 'index.json'))).toEqual(before);
  const told: number[] = [];
  const { index } = await exportTo(mirror, to, { onProgress: (done, total) => void told.push(done, total) });
  expect(told.slice(-2)).toEqual([index.bytes, index.bytes]);
  expect((await readdir(to)).toSorted()).toEqual(['passport-kg-1', 'passport-kg-2']);
});

test('the same release again takes the place of the earlier export, also after a kill', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const to = await temporaryFolder();
  const { folder } = await exportTo(mirror, to);
  await rename(folder, `${folder}.new~`);
  await exportTo(mirror, to, { partBytes: 500 });
  const { index } = await exportTo(mirror, to, { partBytes: 700 });
  expect(index.partBytes).toBe(700);
  expect(await readdir(to)).toEqual(['passport-kg-1']);
});

test('a mirror without a release has nothing to export', async () => {
  await expect(exportTo(await smallMirror(), await temporaryFolder())).rejects.toThrow(
    'has no release yet. Fetch one first: npm run mirror -- sync, or npm run mirror -- import --from FOLDER.',
  );
});
