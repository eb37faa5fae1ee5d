import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toOutputPath } from '../../build/model/paths.ts';
import { openStaging } from '../../build/output/staging.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { temporaryFolder } from '../support/content.ts';

const kg = 'kg' as CountryCode;
const index = toOutputPath('kg/index.html');
const neverRunning = 2 ** 22 + 1; // above the largest process id of Linux

async function publish(out: string, text: string): Promise<void> {
  const staging = await openStaging(out);
  await staging.write(index, Buffer.from(text));
  await staging.publish([kg]);
}

test('a site is invisible until it is published, and replaces the old one wholly', async () => {
  const out = await temporaryFolder();
  await publish(out, 'old');
  await writeFile(path.join(out, 'kg', 'gone.html'), 'gone');
  const staging = await openStaging(out);
  await staging.write(index, Buffer.from('new'));
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
  await staging.publish([kg]);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('new');
  expect(await readdir(path.join(out, 'kg'))).toEqual(['index.html']);
  expect(await readdir(out)).toEqual(['kg']);
});

test('other countries and files of the folder stay', async () => {
  const out = await temporaryFolder();
  await mkdir(path.join(out, 'rs'));
  await writeFile(path.join(out, 'notes.txt'), 'mine');
  await publish(out, 'new');
  expect((await readdir(out)).toSorted()).toEqual(['kg', 'notes.txt', 'rs']);
});

test('what was discarded leaves nothing behind', async () => {
  const out = await temporaryFolder();
  const staging = await openStaging(out);
  await staging.write(index, Buffer.from('new'));
  await staging.discard();
  expect(await readdir(out)).toEqual([]);
});

test('a build that was killed between its two renames is mended by the next one', async () => {
  const out = await temporaryFolder();
  await mkdir(path.join(out, `.resting-kg-${neverRunning}-0123abcd`));
  await writeFile(path.join(out, `.resting-kg-${neverRunning}-0123abcd`, 'index.html'), 'old');
  await mkdir(path.join(out, `.staged-${neverRunning}-0123abcd`));
  const staging = await openStaging(out);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('old');
  await staging.discard();
  expect(await readdir(out)).toEqual(['kg']);
});

test('the files of a build that still runs are left alone', async () => {
  const out = await temporaryFolder();
  const first = await openStaging(out);
  const second = await openStaging(out);
  await first.write(index, Buffer.from('first'));
  await second.write(index, Buffer.from('second'));
  await second.publish([kg]);
  await first.publish([kg]);
  expect(await readFile(path.join(out, index), 'utf8')).toBe('first');
  expect(await readdir(out)).toEqual(['kg']);
});

test('no path leads out of the folder', () => {
  for (const file of ['../x', '/x', 'kg/../../x', 'kg\\x'])
    expect(() => toOutputPath(file)).toThrow(TypeError);
});
