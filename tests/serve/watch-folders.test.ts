import { once } from 'node:events';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { watch as chokidar } from 'chokidar';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolders } from '../../build/serve/watch-folders.ts';
import { temporaryFolder } from '../support/content.ts';

async function watched(folder: string) {
  await mkdir(folder, { recursive: true });
  const errors: unknown[] = [];
  const watch = await watchFolders([folder], (error) => errors.push(error));
  onTestFinished(() => watch.close());
  return { nextChanges: () => watch.nextChanges(new AbortController().signal), watch, errors };
}

test.each(['content', '.hidden/content', '.content'])(
  'a folder that is called %s is watched',
  async (name) => {
    const folder = path.join(await temporaryFolder(), name);
    const { nextChanges, errors } = await watched(folder);
    await writeFile(path.join(folder, 'a.md'), 'x');
    await nextChanges();
    expect(errors).toEqual([]);
  },
);

test('a folder above the working folder is watched', async () => {
  const folder = await temporaryFolder();
  const { nextChanges } = await watched(path.relative('', folder));
  await writeFile(path.join(folder, 'a.md'), 'x');
  await nextChanges();
});

test('files of editors and systems are no change', async () => {
  const folder = await temporaryFolder();
  const { watch } = await watched(folder);
  const stop = new AbortController();
  let changes = 0;
  const change = watch.nextChanges(stop.signal).then(() => changes++);
  // Sees everything, and so tells when the other has had its chance.
  const witness = chokidar(folder, { ignoreInitial: true });
  onTestFinished(() => witness.close());
  await once(witness, 'ready');
  const seen = once(witness, 'add');
  for (const file of ['a.md~', '.a.md.swp', '.git/HEAD']) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), 'x');
  }
  await seen;
  expect(changes).toBe(0);
  stop.abort();
  await change;
});

test('a change while nobody waits is kept for the next who does', async () => {
  const folder = await temporaryFolder();
  const { nextChanges } = await watched(folder);
  const other = await watched(folder);
  await writeFile(path.join(folder, 'a.md'), 'x');
  await other.nextChanges();
  await nextChanges();
});

test('a folder that was away for a moment is watched again', async () => {
  const folder = path.join(await temporaryFolder(), 'content');
  const { nextChanges } = await watched(folder);
  await rename(folder, `${folder}-away`);
  await nextChanges();
  await rename(`${folder}-away`, folder);
  await nextChanges();
});

test('an end of the preview ends the waiting', async () => {
  const { watch } = await watched(await temporaryFolder());
  const stop = new AbortController();
  const change = watch.nextChanges(stop.signal);
  stop.abort();
  await change;
  await watch.nextChanges(stop.signal);
});
