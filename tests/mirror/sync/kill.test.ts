/** Killed anywhere, a mirror serves a whole release, and the next synchronisation goes on. */
import { cpSync, rmSync } from 'node:fs';
import { cp, readdir, readlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { mirrorPaths } from '../../../build/mirror/folder/mirror-paths.ts';
import { runCommand } from '../../support/command.ts';
import { days, page, picture } from '../../support/publish.ts';
import { beforeCalls } from '../support/before-calls.ts';
import { folderSource } from '../support/folder-source.ts';
import { faultsOfServed, filesBelow, sync } from '../support/mirror.ts';
import { type PublishedSite, publishedSite } from '../support/published.ts';

const edited = (content: string) => ({ 'ru/a/index.html': page('a', content), ...picture('a', content) });

/** As `sync-once.ts` does it. */
const syncAt = (folder: string, live: string) =>
  sync(mirrorPaths(folder), [folderSource(live)], { keptReleases: 2, now: days(2) });

/** A mirror that has two releases, and a third in which a page was withdrawn waits for it. */
async function beforeWithdrawal(): Promise<PublishedSite> {
  const published = await publishedSite();
  const { live, paths, publish, withdraw } = published;
  for (const day of [1, 2]) {
    await sync(paths, [folderSource(live)], { keptReleases: 2, now: days(day) });
    if (day === 1) await publish(edited('two'), 1);
  }
  await withdraw(['ru/b/'], 2);
  return published;
}

test('what a kill leaves before any call that renames, links, removes or waits for the disk is whole, and is mended', async () => {
  const { top, live, paths } = await beforeWithdrawal();
  const left: string[] = [];
  const end = await beforeCalls(() => left.push(copyNow(paths.top, path.join(top, `left-${left.length}`))));
  await syncAt(paths.top, live).finally(end);
  expect(left.length).toBeGreaterThan(80);
  const expected = await namesIn(paths.top);
  const served = new Set<string>();
  for (const folder of left) {
    served.add(await readlink(path.join(folder, 'current')));
    expect(await faultsOfServed(folder), folder).toEqual([]);
    await syncAt(folder, live);
    expect(await faultsOfServed(folder), folder).toEqual([]);
    expect(await namesIn(folder), folder).toEqual(expected);
    rmSync(folder, { recursive: true });
  }
  expect([...served]).toEqual(['sites/2', 'sites/3']);
});

test.each([4, 30, 75, 90])('killed before call %i, it leaves its lock to the next one', async (killAt) => {
  const { top, live, paths } = await beforeWithdrawal();
  const folder = path.join(top, 'killed');
  await cp(paths.top, folder, { recursive: true, verbatimSymlinks: true });
  const { signal } = await runCommand(
    process.execPath,
    [
      '--import',
      './tests/mirror/sync/kill-at.ts',
      'tests/mirror/sync/sync-once.ts',
      folder,
      live,
      days(2).toISOString(),
    ],
    { KILL_AT: String(killAt) },
  );
  expect(signal).toBe('SIGKILL');
  expect(await readdir(folder)).toContain('lock');
  expect(await faultsOfServed(folder)).toEqual([]);
  await syncAt(folder, live);
  await syncAt(paths.top, live);
  expect(await faultsOfServed(folder)).toEqual([]);
  expect(await namesIn(folder)).toEqual(await namesIn(paths.top));
});

/** All files of a mirror, and its releases: nothing may be left over or be missing. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return [...(await filesBelow(folder)), ...(await readdir(path.join(folder, 'sites')))].toSorted();
}

/** Something else that is under way may move a file meanwhile. */
function copyNow(from: string, to: string, tries = 5): string {
  try {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    return to;
  } catch (error) {
    if (tries === 1) throw error;
    rmSync(to, { recursive: true, force: true });
    return copyNow(from, to, tries - 1);
  }
}
