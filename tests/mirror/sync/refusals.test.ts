/** What a mirror does not take, and that it goes on serving what it has. */
import { readFile, readlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readState } from '../../../build/mirror/folder/state.ts';
import { clockOf } from '../../../build/mirror/sync/clock.ts';
import { findNewest, type NewestRelease } from '../../../build/mirror/sync/find-newest.ts';
import { lockMirror } from '../../../build/mirror/sync/lock.ts';
import { type Sha256, sha256 } from '../../../build/model/paths.ts';
import { formatJson, parsePointer } from '../../../build/model/release/record-file.ts';
import type { ReleasePointer } from '../../../build/model/release/release-record.ts';
import { days, page, picture } from '../../support/publish.ts';
import { dayOf, type Publisher, publisher } from '../../trust/publisher.ts';
import { folderSource } from '../support/folder-source.ts';
import { deadSource, expectWhole, sync } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

const edited = (content: string) => ({ 'ru/a/index.html': page('a', content), ...picture('a', content) });

test('rollback: an upstream with an older state is named, and the next one is asked', async () => {
  const { live, paths, publish, copy } = await publishedSite();
  const old = folderSource(await copy('old'));
  await publish(edited('two'), 1);
  await sync(paths, [folderSource(live)], { now: days(1) });
  await expect(sync(paths, [old], { now: days(1) })).rejects.toThrow(
    /old: metadata\/timestamp.json leads to an older release.*\nRelease 2 is served as before\./s,
  );
  const state = await readState(paths);
  expect(state).toMatchObject({ current: { sequence: 2 }, error: { at: '2026-03-02T08:00:00Z' } });
  await expectWhole(paths.top);
  await publish(edited('three'), 2);
  const { current, warnings } = await sync(paths, [deadSource, old, folderSource(live)], { now: days(2) });
  expect(current.sequence).toBe(3);
  expect(warnings).toEqual(
    expect.arrayContaining(['dead gives no answer.', expect.stringContaining('older release')]),
  );
  expect((await readState(paths)).error).toBeUndefined();
});

test('freeze: what has expired is not taken, whatever the clock of this computer says', async () => {
  const { live, paths, publish, copy } = await publishedSite();
  const frozen = folderSource(await copy('frozen'));
  await sync(paths, [frozen]);
  await expect(sync(paths, [frozen], { now: days(20) })).rejects.toThrow(
    /timestamp\.json expired on 2026-03-15\..*check also the clock of this computer.*served as before/s,
  );
  await publish(edited('two'), 30);
  await sync(paths, [folderSource(live)], { now: days(30) });
  // A year behind, the old state would look new; but it was seen that it is later.
  await expect(sync(paths, [frozen], { now: days(-365) })).rejects.toThrow('older release');
  const { warnings, isNew } = await sync(paths, [folderSource(live)], { now: days(-365) });
  expect(isNew).toBe(false);
  expect(warnings).toEqual(
    expect.arrayContaining([expect.stringContaining('The clock of this computer says 2025-03-01')]),
  );
  // A year ahead, everything has expired.
  await expect(sync(paths, [folderSource(live)], { now: days(400) })).rejects.toThrow('check also the clock');
  await expectWhole(paths.top);
});

test('a clock is never before the newest release', () => {
  expect(clockOf(days(2), days(1).toISOString())).toEqual({ now: days(2) });
  expect(clockOf(days(0), days(1).toISOString())).toEqual({
    now: days(1),
    warning: expect.stringContaining('timedatectl'),
  });
  expect(clockOf(days(0), undefined)).toEqual({ now: days(0) });
});

test.each([
  ['mix and match', 'metadata/2.snapshot.json', 'metadata/1.snapshot.json', 'is not the one that the signed'],
  [
    'a record of another release',
    'releases/2.json',
    'releases/1.json',
    'is not what the signed release names',
  ],
])('%s is refused', async (_, name, other, words) => {
  const { live, paths, publish } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await publish(edited('two'), 1);
  const bytes = await readFile(path.join(live, other));
  const source = folderSource(live, (asked, given) => (asked === name ? bytes : given));
  await expect(sync(paths, [source], { now: days(1) })).rejects.toThrow(words);
  expect(await readlink(paths.current)).toBe('sites/1');
  await expectWhole(paths.top);
  await sync(paths, [folderSource(live)], { now: days(1) });
  await expectWhole(paths.top);
});

test('a content that no source gives as it was signed leaves the release before, and what came is kept', async () => {
  const { live, paths, publish } = await publishedSite();
  await sync(paths, [folderSource(live)]);
  await publish(edited('two'), 1);
  const digest = sha256(page('a', 'two'));
  const liar = folderSource(live, (name, bytes) =>
    name.includes(digest) || name.startsWith('patches/') ? Buffer.from('no') : bytes,
  );
  await expect(sync(paths, [liar], { now: days(1) })).rejects.toThrow('Release 1 is served as before.');
  expect((await readState(paths)).newest?.sequence).toBe(2);
  await expectWhole(paths.top);
  const { objects } = await sync(paths, [folderSource(live)], { now: days(1) });
  expect(objects).toBe(1);
  await expectWhole(paths.top);
});

test('a second synchronisation says who holds the mirror; a dead holder is taken over', async () => {
  const { live, paths } = await publishedSite();
  const lock = await lockMirror(paths);
  await expect(sync(paths, [folderSource(live)])).rejects.toThrow(`process ${process.pid}`);
  // The fault of another command is none of the mirror.
  expect((await readState(paths)).error).toBeUndefined();
  await lock.free();
  await writeFile(paths.lock, '99999999-p1-00000000');
  await expect(sync(paths, [folderSource(live)])).resolves.toMatchObject({ isNew: true });
});

const digest = { sha256: '0'.repeat(64) as Sha256, bytes: 1 };

const pointerOf = (sequence: number, change: Partial<ReleasePointer> = {}): string =>
  formatJson({
    format: 1,
    country: 'kg',
    sequence,
    released: '2026-11-29T12:00:00Z',
    record: digest,
    manifest: digest,
    deltas: {},
    withdrawn: { digests: [], paths: [] },
    ...change,
  });

/** What a mirror that has seen the first release finds out about the second. */
async function newestOf(one: Publisher, known: ReadonlyMap<string, Uint8Array>): Promise<NewestRelease> {
  return findNewest({
    sources: [
      {
        name: 'upstream',
        read: async (name) => one.published.get(name),
        open: deadSource.open,
        close: () => {},
      },
    ],
    root: one.created.root,
    known,
    current: undefined,
    now: dayOf(1),
    acceptsStale: false,
    onAccepted: () => {},
    warn: () => {},
    signal: new AbortController().signal,
  });
}

test.each([
  ['an older number', pointerOf(4), 'upstream: The release has the number 4, and 5 was seen before.'],
  [
    'the same number for something else',
    pointerOf(5, { manifest: { ...digest, bytes: 2, sha256: '1'.repeat(64) as Sha256 } }),
    'upstream: There are two releases of the number 5.',
  ],
  ['another country', pointerOf(6, { country: 'tj' }), 'upstream: The release is of the country "tj"'],
  ['what this version cannot read', '{"format":2}', 'A newer version of this program may be needed'],
])('%s is refused, though it is signed', async (_, second, words) => {
  const one = await publisher();
  await one.release(pointerOf(5), 0);
  const first = await newestOf(one, new Map());
  expect(parsePointer(first.trust.pointer).sequence).toBe(5);
  await one.release(second, 1);
  await expect(newestOf(one, first.trust.files)).rejects.toThrow(words);
});
