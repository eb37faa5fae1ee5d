import { cp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deploy, planOnly } from '../../build/deploy/deploy.ts';
import type { Target, Upload } from '../../build/deploy/targets/target.ts';
import { sha256 } from '../../build/model/paths.ts';
import { releasePaths } from '../../build/model/release/release-paths.ts';
import { pruneReleases } from '../../build/publish/prune.ts';
import {
  days,
  deployment,
  faultsForReaders,
  openFolder,
  page,
  picture,
  publishFolders,
  releaseSite,
  type SiteFiles,
  smallSite,
  writeSite,
} from '../support/publish.ts';

/** A site that has been released. */
async function released(changes: SiteFiles = {}) {
  const { site, folder, live } = await publishFolders();
  await writeSite(site, { ...smallSite, ...changes });
  await releaseSite(site, folder);
  return { site, folder, live, target: await openFolder(live) };
}

const text = (live: string, name: string): Promise<string> => readFile(path.join(live, name), 'utf8');

/** Paths of the site and of its release parts that are written, in their order. */
function watched(target: Target): {
  readonly target: Target;
  readonly written: string[];
  readonly removed: string[];
} {
  const written: string[] = [];
  const removed: string[] = [];
  return {
    written,
    removed,
    target: {
      ...target,
      write: (files, onDone, signal) => {
        written.push(...files.map((file) => file.path));
        return target.write(files, onDone, signal);
      },
      remove: (paths, signal) => {
        removed.push(...paths);
        return target.remove(paths, signal);
      },
    },
  };
}

const ofSite = (paths: readonly string[]): string[] =>
  paths.filter(
    (name) => /^(?:ru|assets)\/|^(?:index|404)\.html$|^robots/.test(name) && !/\.(?:br|gz)$/.test(name),
  );

test('what a page needs is there before the page, and the home page comes after what it leads to', async () => {
  const { folder, target } = await released();
  const { target: seen, written } = watched(target);
  await deploy(await deployment(folder, seen));
  const at = (name: string): number => written.findIndex((one) => one.startsWith(name));
  expect(at('assets/a.')).toBeLessThan(at('ru/a/index.html'));
  expect(at('ru/a/index.html')).toBeLessThan(at('ru/index.html'));
  expect(at('ru/index.html')).toBeLessThan(at('ru/feed.xml'));
  expect(at('ru/feed.xml')).toBeLessThan(at('metadata/timestamp.json'));
  expect(written.filter((name) => !name.startsWith('locks/')).at(-1)).toBe('_release.json');
});

test('an edit that keeps the size is uploaded, a file that was only touched is not', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  await writeSite(site, { 'ru/a/index.html': page('a', 'one').replace('About a', 'About c') });
  await utimes(path.join(site, 'ru/b/index.html'), new Date(), new Date());
  await releaseSite(site, folder);
  const { target: seen, written } = watched(target);
  const { changed } = await deploy(await deployment(folder, seen));
  expect(changed).toEqual(['ru/a/index.html', 'ru/release/index.html']);
  expect(ofSite(written)).toEqual(['ru/a/index.html', 'ru/release/index.html']);
  expect(written.filter((name) => /^objects\/[0-9a-f]{64}$/.test(name))).toHaveLength(2);
  expect(await text(live, 'ru/a/index.html')).toContain('About c');
});

test('to deploy the same release once more uploads only what makes it the newest', async () => {
  const { folder, target } = await released();
  await deploy(await deployment(folder, target));
  const { target: seen, written } = watched(target);
  await deploy(await deployment(folder, seen));
  expect(written.filter((name) => /^(?:objects|ru|assets)\//.test(name))).toEqual([]);
});

test('a dry run says the same and changes nothing', async () => {
  const { folder, live, target } = await released();
  const { target: seen, written } = watched(target);
  const { plan } = await planOnly(await deployment(folder, seen));
  expect(plan.changed).toContain('ru/a/index.html');
  expect(written).toEqual([]);
  expect(await readdir(live).catch(() => [])).toEqual([]);
});

test('a compressed copy that is no longer made does not outlive its page', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  expect(await readdir(path.join(live, 'ru/a'))).toContain('index.html.br');
  await writeSite(site, { 'ru/a/index.html': 'Short.' });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  expect(await readdir(path.join(live, 'ru/a'))).toEqual(['index.html']);
});

test('what left the site goes after two more releases and seven days, and not before', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  const change = async (files: SiteFiles, day: number): Promise<void> => {
    await writeSite(site, files);
    await releaseSite(site, folder, { now: days(day) });
    await deploy(await deployment(folder, target, { now: days(day) }));
  };
  const isThere = async (): Promise<boolean> => (await readdir(path.join(live, 'ru'))).includes('b');
  await change({ 'ru/b/index.html': null, 'ru/index.html': '<a href="a/">A</a>' }, 1);
  await change({ 'ru/feed.xml': '<feed>2</feed>' }, 9);
  expect(await isThere()).toBe(true);
  await change({ 'ru/feed.xml': '<feed>3</feed>' }, 10);
  expect(await isThere()).toBe(false);
  expect(await text(live, 'ru/a/index.html')).toContain('About a');
});

test('contents of releases that are no longer kept are removed, and all that is kept stays', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  const first = sha256(smallSite['ru/feed.xml'] ?? '');
  for (let edit = 2; edit <= 23; edit++) {
    await writeSite(site, { 'ru/feed.xml': `<feed>${edit}</feed>` });
    await releaseSite(site, folder, { now: days(edit) });
    await deploy(await deployment(folder, target, { now: days(edit) }));
    const objects = await readdir(path.join(live, 'objects'));
    if (edit === 21) expect(objects).toContain(first);
    if (edit === 23) {
      expect(objects).not.toContain(first);
      expect(objects).toContain(sha256('<feed>3</feed>'));
    }
  }
});

test('when most of a site is gone, its files stay until somebody says that it is meant', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => [`ru/page-${at}/index.html`, `Page ${at}`]),
  );
  const { site, folder, live, target } = await released(many);
  await deploy(await deployment(folder, target));
  await writeSite(site, Object.fromEntries(Object.keys(many).map((name) => [name, null])));
  for (const day of [1, 9, 10]) {
    await writeSite(site, { 'ru/feed.xml': `<feed>${day}</feed>` });
    await releaseSite(site, folder, { now: days(day) });
    const request = await deployment(folder, target, { now: days(day) });
    const result = await deploy(request);
    if (day < 10) continue;
    expect(result.heldBack).toBe(120);
    expect(await readdir(path.join(live, 'ru'))).toContain('page-0');
    const again = await deploy({ ...request, mayRemoveMuch: true });
    expect(again.heldBack).toBe(0);
    expect(await readdir(path.join(live, 'ru'))).toEqual(['a', 'b', 'feed.xml', 'index.html', 'release']);
  }
});

test('where no server chooses among copies, a file is stored compressed, and says so', async () => {
  const { folder, live, target } = await released();
  const uploads: Upload[] = [];
  const store: Target = {
    ...target,
    servesTwins: false,
    write: (files, onDone, signal) => {
      uploads.push(...files);
      return target.write(files, onDone, signal);
    },
  };
  await deploy({ ...(await deployment(folder, store)), storedAs: 'br' });
  const encodingOf = (name: string) => uploads.find((file) => file.path === name)?.encoding;
  expect(encodingOf('ru/a/index.html')).toBe('br');
  expect(encodingOf('404.html')).toBeUndefined();
  expect(brotliDecompressSync(await readFile(path.join(live, 'ru/a/index.html'))).toString()).toBe(
    page('a', 'one'),
  );
  expect(await readdir(path.join(live, 'ru/a'))).toEqual(['index.html']);
  // Mirrors read objects as they are.
  const objects = uploads.filter((file) => file.path.startsWith('objects/'));
  expect(objects.map((file) => file.encoding)).toEqual(objects.map(() => undefined));
});

test('an older release is not put over a newer one', async () => {
  const { site, folder, target } = await released();
  const old = await deployment(folder, target);
  await writeSite(site, { 'ru/feed.xml': '<feed>2</feed>' });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  await expect(deploy(old)).rejects.toThrow(/has release 2, which is newer than 1\. .*npm run rollback/s);
});

test('of two releases of the same number that were made apart the second is refused', async () => {
  const one = await released();
  const other = await released({ 'ru/feed.xml': '<feed>other</feed>' });
  await deploy(await deployment(one.folder, one.target));
  await expect(deploy(await deployment(other.folder, one.target))).rejects.toThrow(
    /has release 1, which was made elsewhere and which this one does not go on from: .*--published/s,
  );
});

test('a computer that has not heard of newer releases does not put back what they corrected', async () => {
  const { site, folder, target } = await released();
  await deploy(await deployment(folder, target));
  const stale = `${folder}-stale`;
  await cp(folder, stale, { recursive: true });
  await writeSite(site, { 'ru/a/index.html': page('a', 'one').replace('About', 'Corrected') });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  for (const edit of [1, 2]) {
    await writeSite(site, { 'ru/a/index.html': page('a', 'one'), 'ru/feed.xml': `<feed>${edit}</feed>` });
    await releaseSite(site, stale);
  }
  await expect(deploy(await deployment(stale, target))).rejects.toThrow(
    /has release 2, which was made elsewhere and which this one does not go on from/,
  );
});

test('what only an earlier release had, which never came to the target, is uploaded', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  await writeSite(site, { 'ru/feed.xml': '<feed>never deployed</feed>' });
  await releaseSite(site, folder);
  await writeSite(site, { 'ru/feed.xml': '<feed>3</feed>' });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  await writeSite(site, { 'ru/feed.xml': '<feed>never deployed</feed>' });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  expect(await readdir(path.join(live, 'objects'))).toContain(sha256('<feed>never deployed</feed>'));
});

test('with many releases a day, what left the site still goes after seven days', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  await writeSite(site, { 'ru/b/index.html': null, 'ru/index.html': '<a href="a/">A</a>' });
  for (let edit = 1; edit <= 34; edit++) {
    const now = days(edit / 4);
    await writeSite(site, { 'ru/feed.xml': `<feed>${edit}</feed>` });
    await releaseSite(site, folder, { now });
    await deploy(await deployment(folder, target, { now }));
    if (edit % 10 === 0) await pruneReleases(folder, new Set());
    if (edit === 28) expect(await readdir(path.join(live, 'ru'))).toContain('b');
  }
  expect(await readdir(path.join(live, 'ru'))).not.toContain('b');
});

test('an object that has decayed on this computer is not published', async () => {
  const { folder, live, target } = await released();
  const request = await deployment(folder, target);
  const [object] = request.release.manifest.files.filter((file) => file.path === 'ru/a/index.html');
  await writeFile(path.join(folder, releasePaths.object(object?.sha256 ?? sha256(''))), 'decayed');
  await expect(deploy(request)).rejects.toThrow(
    /is damaged\. Remove it if it is there, take it once more from the built site/,
  );
  expect(await readdir(live)).not.toContain('index.html');
});

/** A target whose deployer is killed after some calls: nothing that is asked of it afterwards happens. */
function killedAfter(calls: number, target: Target): Target {
  let left = calls;
  const call = <T>(work: () => Promise<T>): Promise<T> =>
    left-- > 0 ? work() : Promise.reject(new Error('killed'));
  return {
    ...target,
    read: (...args) => call(() => target.read(...args)),
    create: (...args) => call(() => target.create(...args)),
    remove: (...args) => call(() => target.remove(...args)),
    list: (...args) => call(() => target.list(...args)),
    // Each file is a step of its own.
    async write(files, onDone, signal) {
      for (const file of files) await call(() => target.write([file], onDone, signal));
    },
  };
}

test('killed between any two steps, it leaves a site that works, and the next deployment ends it', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  await writeSite(site, {
    ...picture('a', 'another'),
    ...picture('c', 'new'),
    'ru/a/index.html': page('a', 'another'),
    'ru/c/index.html': page('c', 'new'),
    'ru/index.html': '<a href="a/">A</a> <a href="b/">B</a> <a href="c/">C</a>',
  });
  await releaseSite(site, folder);
  let kills = 0;
  for (let calls = 0; ; calls++) {
    const outcome = await deploy(await deployment(folder, killedAfter(calls, target))).then(
      () => 'done',
      (error: Error) => error.message,
    );
    expect(await faultsForReaders(live), `after ${calls} calls`).toEqual([]);
    if (outcome === 'done') break;
    expect(outcome).toBe('killed');
    kills++;
  }
  expect(kills).toBeGreaterThan(5);
  expect(await text(live, 'ru/c/index.html')).toBe(page('c', 'new'));
});

test('a release that was broken off does not leave its files behind in the next one', async () => {
  const { site, folder, live, target } = await released();
  await deploy(await deployment(folder, target));
  const before = await text(live, 'ru/a/index.html');
  await writeSite(site, { ...picture('a', 'another'), 'ru/a/index.html': page('a', 'another') });
  await releaseSite(site, folder);
  const half: Target = {
    ...target,
    write: async (files, onDone, signal) => {
      if (files.some((file) => file.path === '_release.json')) throw new Error('killed');
      await target.write(files, onDone, signal);
    },
  };
  await expect(deploy(await deployment(folder, half))).rejects.toThrow('killed');
  expect(await text(live, 'ru/a/index.html')).not.toBe(before);
  // The author takes the edit back: to the live release nothing has changed.
  await writeSite(site, { 'ru/a/index.html': page('a', 'one') });
  await releaseSite(site, folder);
  await deploy(await deployment(folder, target));
  expect(await text(live, 'ru/a/index.html')).toBe(before);
});

test('what was uploaded before a kill is not uploaded again', async () => {
  const { folder, target } = await released();
  await expect(deploy(await deployment(folder, killedAfter(30, target)))).rejects.toThrow('killed');
  const { target: seen, written } = watched(target);
  await deploy(await deployment(folder, seen));
  const all = await readNames(folder);
  expect(written.filter((name) => name.startsWith('objects/')).length).toBeLessThan(all.length);
});

const readNames = async (folder: string): Promise<readonly string[]> => readdir(path.join(folder, 'objects'));
