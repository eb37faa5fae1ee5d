/** Sticks that are not what they should be: broken off, taken out, made up. */
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceError } from '../../../build/mirror/sources/source.ts';
import { exportRelease } from '../../../build/mirror/stick/export.ts';
import { openStick } from '../../../build/mirror/stick/stick-source.ts';
import { temporaryFolder } from '../../support/content.ts';
import { dayOf } from '../../trust/publisher.ts';
import { type SmallMirror, smallMirror } from './small-mirror.ts';

/** A stick with one release, in parts of 1,000 bytes. */
async function oneStick(): Promise<{ mirror: SmallMirror; to: string; folder: string }> {
  const mirror = await smallMirror();
  await mirror.release({ 'index.html': 'all', 'ru/index.html': 'in Russian', 'ru/a/index.html': 'a' });
  const to = await temporaryFolder();
  return { mirror, to, folder: await write(mirror, to) };
}

async function write({ paths }: SmallMirror, to: string, since?: number): Promise<string> {
  const { folder } = await exportRelease({
    paths,
    to,
    ...(since !== undefined && { since }),
    partBytes: 1000,
    now: () => dayOf(0),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  return folder;
}

async function faultOf(found: Promise<unknown>): Promise<string> {
  const error = await found.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SourceError)) throw new Error(`no fault of a source: ${error}`);
  return `${error.fault}: ${error.message}`;
}

/** Opens a stick and reads all that its table names. */
async function readAll(folder: string): Promise<number> {
  const stick = await openStick(folder);
  try {
    let bytes = 0;
    const table = await readFile(path.join(stick.name, 'files.txt'), 'utf8');
    for (const line of table.trimEnd().split('\n'))
      bytes += (await stick.read(line.split(' ')[0] ?? '', 1e9))?.length ?? 0;
    return bytes;
  } finally {
    stick.close();
  }
}

test('of several releases the newest of the country is read, and that with all files', async () => {
  const { mirror, to } = await oneStick();
  await mirror.release({ 'index.html': 'new' });
  await write(mirror, to, 1);
  const newest = await write(mirror, to);
  const other = await smallMirror('uz');
  for (let count = 0; count < 3; count++) await other.release({ 'index.html': 'uz' });
  const uz = await write(other, to);
  const stick = await openStick(to, 'kg');
  expect(stick.name).toBe(newest);
  stick.close();
  expect(await faultOf(openStick(to))).toBe(
    `missing: ${to} holds releases of uz and kg. Say which one is meant: --from ${uz}`,
  );
  expect(await faultOf(openStick(to, 'rs'))).toContain(`${to} holds no release of rs, only of kg, uz.`);
  expect(await faultOf(openStick(uz, 'kg'))).toContain(`${uz} holds no release of kg, only of uz.`);
});

test('a folder without a release, and none at all', async () => {
  const empty = await temporaryFolder();
  expect(await faultOf(openStick(empty))).toBe(
    `missing: ${empty} holds no release of any country. Name the stick, or the folder passport-… on it, with --from; to write one: npm run mirror -- export --to …`,
  );
  const none = path.join(empty, 'none');
  expect(await faultOf(openStick(none))).toBe(
    `missing: ${none}: there is no such file or folder. Check the path.`,
  );
});

test('what is not on it, is larger than it can be, or has an end before that', async () => {
  const { to } = await oneStick();
  const stick = await openStick(to);
  const timestamp = await stick.read('metadata/timestamp.json', 10_000);
  expect(await stick.read('metadata/9.root.json', 10_000)).toBeUndefined();
  for (const name of [
    '',
    '_',
    '~',
    'metadata/timestamp.jso',
    'metadata/timestamp.json ',
    '../index.json',
    'metadata',
  ])
    expect(await stick.read(name, 10_000)).toBeUndefined();
  expect(await faultOf(stick.read('metadata/timestamp.json', (timestamp?.length ?? 0) - 1))).toContain(
    'refused: ',
  );
  expect(await faultOf(stick.open('deltas/x.json', 0, 9))).toBe(
    `missing: ${stick.name} has no deltas/x.json.`,
  );
  expect(await faultOf(stick.open('metadata/timestamp.json', (timestamp?.length ?? 0) + 1, 9))).toContain(
    'is shorter than what came of it before.',
  );
  stick.close();
});

test('a stick that was taken out at any moment of an export is known by it', async () => {
  const { folder, to } = await oneStick();
  const names = (await readdir(folder)).filter((name) => name !== 'index.json');
  const copy = path.join(await temporaryFolder(), 'stick');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names, 'index.json', 'folder'),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      async (name, share) => {
        await rm(copy, { recursive: true, force: true });
        await cp(to, copy, { recursive: true });
        const inCopy = path.join(copy, path.basename(folder));
        if (name === 'folder') await rename(inCopy, `${inCopy}.new~`);
        else if (share === 0) await rm(path.join(inCopy, name));
        else
          await truncate(
            path.join(inCopy, name),
            Math.floor((await stat(path.join(inCopy, name))).size * share),
          );
        const fault = await faultOf(readAll(copy));
        if (name !== 'index.json')
          expect(fault).toContain(
            'is not complete: the stick was taken out before the export had ended, or was copied in part. Export the release again: npm run mirror -- export --to …',
          );
      },
    ),
    { numRuns: 40 },
  );
});

test('a stick that is taken out while it is read', async () => {
  const { to, folder } = await oneStick();
  const stick = await openStick(to);
  for (const name of await readdir(folder))
    if (name.startsWith('part-')) await truncate(path.join(folder, name), 0);
  expect(await faultOf(stick.read('metadata/timestamp.json', 10_000))).toContain('is not complete');
  await truncate(path.join(folder, 'files.txt'), 0);
  expect(await faultOf(stick.read('metadata/timestamp.json', 10_000))).toContain('it was cut short');
  stick.close();
});

test('bits that have turned over never lead out of the stick, nor to anything but a fault or other bytes', async () => {
  const { folder } = await oneStick();
  const copy = path.join(await temporaryFolder(), 'copy');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('index.json', 'files.txt'),
      fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (name, changes) => {
        await rm(copy, { recursive: true, force: true });
        await cp(folder, copy, { recursive: true });
        const bytes = await readFile(path.join(copy, name));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        await writeFile(path.join(copy, name), bytes);
        await readAll(copy).catch((error: unknown) => {
          if (!(error instanceof SourceError)) throw error;
        });
      },
    ),
    { numRuns: 60 },
  );
});

const change =
  (name: string, from: string | RegExp, to: string) =>
  async (folder: string): Promise<void> => {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change in ${text}`);
    await writeFile(file, changed);
    if (name === 'files.txt')
      await change('index.json', `"tableBytes": ${text.length}`, `"tableBytes":  ${changed.length}`)(folder);
  };

test.each<[string, (folder: string) => Promise<void>, string]>([
  [
    'a path that leaves it',
    change('files.txt', '_release.json', '../elease.json'),
    'a line of it names no file',
  ],
  [
    'a path with a drive',
    change('files.txt', '_release.json', 'c:elease.json'),
    'a line of it names no file',
  ],
  [
    'an offset outside',
    change('files.txt', / (\d+) (\d+)\n$/, ' 99999 1\n'),
    'lies where another file does, or none',
  ],
  ['an offset below nothing', change('files.txt', ' 0 ', ' -1 '), 'a line of it names no file'],
  [
    'files that overlap',
    change('files.txt', /(metadata\/1.root.json) \d+/, '$1 0'),
    'lies where another file does',
  ],
  ['bytes without end', change('files.txt', / \d+\n/, ' 9999999999999999\n'), 'a line of it names no file'],
  ['lines that are twice there', change('files.txt', /^(.*\n)/, '$1$1'), 'its lines are not in order'],
  [
    'other files than its index says',
    change('index.json', /"files": \d+/, '"files": 3'),
    'does not go with its index',
  ],
  ['counts beyond all', change('index.json', /"files": \d+/, '"files": 1e300'), 'files is no count'],
  [
    'a table beyond all',
    change('index.json', /"tableBytes": \d+/, '"tableBytes": 9000000000'),
    'more files than any',
  ],
  ['parts beyond all', change('index.json', /"bytes": \d+/, '"bytes": 9000000000000'), 'its parts are none'],
  ['parts of nothing', change('index.json', '"partBytes": 1000', '"partBytes": 0'), 'its parts are none'],
  [
    'a format to come',
    change('index.json', '"format": 1', '"format": 2'),
    'a format that this version does not know',
  ],
  ['a country with a path', change('index.json', '"kg"', '"../kg"'), 'country is none'],
  [
    'an index without end',
    (folder) => writeFile(path.join(folder, 'index.json'), ' '.repeat(1e6)),
    'it is too large',
  ],
  [
    'a link in place of a part',
    async (folder) => {
      await rename(path.join(folder, 'part-001.bin'), path.join(folder, 'x'));
      await symlink('x', path.join(folder, 'part-001.bin'));
    },
    'part-001.bin is no plain file: no export writes that.',
  ],
  [
    'a folder in place of the table',
    async (folder) => {
      await rm(path.join(folder, 'files.txt'));
      await mkdir(path.join(folder, 'files.txt'));
    },
    'files.txt is no plain file',
  ],
])('a made-up stick is refused: %s', async (_, spoil, sentence) => {
  const { folder } = await oneStick();
  await spoil(folder);
  const fault = await faultOf(readAll(folder));
  expect(fault).toContain('refused: ');
  expect(fault).toContain(sentence);
});

test('a link to an export elsewhere is none, and a device is not waited for', async () => {
  const { folder } = await oneStick();
  const top = await temporaryFolder();
  await symlink(folder, path.join(top, 'passport-kg-1'));
  expect(await faultOf(openStick(top))).toContain('holds no release of any country');
  await rm(path.join(folder, 'part-001.bin'));
  await symlink('/dev/zero', path.join(folder, 'part-001.bin'));
  expect(await faultOf(openStick(folder))).toContain('is no plain file');
});
