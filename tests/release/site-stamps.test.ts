import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCached, writeCached } from '../../build/cache/cached-file.ts';
import { sha256 } from '../../build/model/paths.ts';
import { openSiteStamps } from '../../build/release/site-stamps.ts';
import { temporaryFolder } from '../support/content.ts';

/** Long after any file of these tests was written. */
const muchLaterMs = Date.parse('2126-01-01T00:00:00Z');

async function site() {
  const top = await temporaryFolder();
  const folder = path.join(top, 'site');
  const cache = path.join(top, 'stamps');
  await mkdir(folder);
  await writeFile(path.join(folder, 'a.txt'), 'one');
  const look = (nowMs = muchLaterMs) => {
    const stamps = openSiteStamps(folder, cache, nowMs);
    const found = stamps.digestOf('a.txt');
    stamps.save();
    return found.sha256;
  };
  return { folder, file: path.join(folder, 'a.txt'), cache, look };
}

test('a file that lies there as before is not read again', async () => {
  const { folder, cache, look } = await site();
  expect(look()).toBe(sha256('one'));
  // What was noted is believed: here it is something else.
  const key = sha256(path.resolve(folder));
  const noted = readCached(cache, key)?.toString() ?? '';
  writeCached(cache, key, noted.replace(sha256('one'), sha256('noted')));
  expect(look()).toBe(sha256('noted'));
});

test('an edit of the same size is seen, also when somebody has set the time back', async () => {
  const { file, look } = await site();
  const { atime, mtime } = await stat(file);
  expect(look()).toBe(sha256('one'));
  await writeFile(file, 'two');
  await utimes(file, atime, mtime);
  expect(look()).toBe(sha256('two'));
});

test('a file that has just been written is read in any case', async () => {
  const { folder, file, cache, look } = await site();
  const { mtimeMs } = await stat(file);
  look(mtimeMs + 1000);
  expect(readCached(cache, sha256(path.resolve(folder)))?.toString()).toBe('{}');
});

test('notes that were cut short, or are of another site, are not believed', async () => {
  const { cache, look } = await site();
  look();
  await writeFile(cache, 'passport');
  expect(look()).toBe(sha256('one'));
});
