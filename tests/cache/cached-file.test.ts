import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCached, writeCached } from '../../build/cache/cached-file.ts';
import { temporaryFolder } from '../support/content.ts';

const fileIn = async (): Promise<string> => path.join(await temporaryFolder(), 'folders', 'entry');

test('what was written is read again, bytes and all', async () => {
  const file = await fileIn();
  const bytes = Buffer.from([0, 10, 13, 255, 10]);
  writeCached(file, 'key', bytes);
  expect(readCached(file, 'key')?.equals(bytes)).toBe(true);
  expect(await readdir(path.dirname(file))).toEqual(['entry']);
});

test('what was made for something else is a miss', async () => {
  const file = await fileIn();
  writeCached(file, 'key', 'text');
  expect(readCached(file, 'other')).toBeUndefined();
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['longer', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
  ['altered', (bytes) => Buffer.from(bytes.toString().replace('text', 'tent'))],
  ['without its first line', (bytes) => bytes.subarray(bytes.indexOf(10) + 1)],
  ['empty', () => Buffer.alloc(0)],
  ['of another program', () => Buffer.from('{"some": "json"}\n')],
])('a file that is %s is a miss', async (_, change) => {
  const file = await fileIn();
  writeCached(file, 'key', 'some text');
  await writeFile(file, change(await readFile(file)));
  expect(readCached(file, 'key')).toBeUndefined();
});

test('a folder that cannot be written to is no error: the next build does without', async () => {
  const file = path.join(await temporaryFolder(), 'a-file');
  await writeFile(file, '');
  writeCached(path.join(file, 'entry'), 'key', 'text');
  expect(readCached(path.join(file, 'entry'), 'key')).toBeUndefined();
});
