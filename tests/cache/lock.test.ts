import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockCache } from '../../build/cache/lock.ts';
import { temporaryFolder } from '../support/content.ts';

test('a second build waits until the first has ended, and is told so once', async () => {
  const folder = await temporaryFolder();
  const events: string[] = [];
  const first = await lockCache(folder, () => events.push('first waits'));
  const second = lockCache(folder, () => {
    events.push('second waits');
    void first.free().then(() => events.push('first ends'));
  }).then((lock) => {
    events.push('second begins');
    return lock;
  });
  await (await second).free();
  expect(events).toEqual(['second waits', 'first ends', 'second begins']);
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a build that was killed is taken over at once', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'lock'), '999999999-p1-00000000');
  const lock = await lockCache(folder, () => expect.unreachable('there is nobody to wait for'));
  await lock.free();
  expect(await readdir(folder)).toEqual([]);
});

test('waiting ends when the build is interrupted', async () => {
  const folder = await temporaryFolder();
  const first = await lockCache(folder, () => {});
  const interrupt = new AbortController();
  const waiting = lockCache(folder, () => interrupt.abort(new Error('interrupted')), interrupt.signal);
  await expect(waiting).rejects.toThrow();
  await first.free();
});
