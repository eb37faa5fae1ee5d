/** A disk that is really full: what was served stays, it is said what to do, and with room it goes on. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, type SiteFiles } from '../../support/publish.ts';
import {
  expectSentences,
  type Ministry,
  makeMinistry,
  nginx,
  startUpstream,
  today,
} from '../support/ministry.ts';
import { expectWhole } from '../support/mirror.ts';
import { type PublishedSite, publishedSite } from '../support/published.ts';

const diskBytes = 3_000_000;

/** Mounts a small disk in memory. @returns why it cannot be, or nothing */
function mountDisk(folder: string): string | undefined {
  if (process.getuid?.() !== 0) return 'left out: only root may mount a small disk';
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${diskBytes},nr_inodes=2000`, 'tmpfs', folder],
    { encoding: 'utf8' },
  );
  return status === 0 ? undefined : `left out: no small disk can be mounted: ${(stderr ?? '').trim()}`;
}

const unmountDisk = (folder: string): void => void execFileSync('umount', ['--lazy', folder]);

/** Tries it once, so that what is left out says why. */
function whyNot(): string | undefined {
  if ('missing' in nginx) return `left out: ${nginx.missing}`;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'passport-disk-'));
  const fault = mountDisk(folder);
  if (fault === undefined) unmountDisk(folder);
  rmdirSync(folder);
  return fault;
}

const missing = whyNot();

/** Pages that are all others in each version, and a file that is as large as it says. */
const version = (name: string, bytes = 0): SiteFiles => ({
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [`ru/p${at}/index.html`, page('a', 'one') + name + at]),
  ),
  'ru/film.bin': new Uint8Array(bytes).map((_, at) => (at * at * 31) % 251),
});

/** Leaves so many bytes. @returns what makes room again */
async function fill(disk: string, left = 0): Promise<() => Promise<void>> {
  const ballast = path.join(disk, 'ballast');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(ballast, new Uint8Array(Math.max(0, bavail * bsize - left)));
  return () => rm(ballast);
}

describe.skipIf(missing !== undefined)(`a full disk${missing === undefined ? '' : ` (${missing})`}`, () => {
  let disk = '';
  let published: PublishedSite;
  let ministry: Ministry;
  let upstream = '';

  beforeEach(async () => {
    published = await publishedSite(today);
    disk = path.join(published.top, 'disk');
    mkdirSync(disk);
    mountDisk(disk);
    onTestFinished(() => unmountDisk(disk));
    upstream = (await startUpstream(path.join(published.top, 'nginx'), `root ${published.live};`)).url;
    ministry = await makeMinistry(published, [upstream], { folder: path.join(disk, 'mirror') });
    await published.publish(version('one'), today);
    expect(await ministry.run('sync')).toMatchObject({ code: 0 });
  });

  async function expectRefused(command: string, args: readonly string[] = []): Promise<void> {
    const refused = await ministry.run(command, args);
    expectSentences(refused);
    expect(refused.code, refused.stderr).toBe(3);
    expect(refused.stderr).toMatch(
      /^The disk of .*(?: is full| free, but ).*Free .* and run the command again; what is served stays as it is\.$/m,
    );
  }

  test.each([0, 8192, 163_840])(
    'with %i bytes left: a synchronisation says so, the release stays, and with room it is done',
    async (leftBytes) => {
      await published.publish(version('two', 1_000), today);
      const makeRoom = await fill(disk, leftBytes);
      await expectRefused('sync');
      await expectWhole(ministry.folder);
      await makeRoom();
      expect(await ministry.run('sync')).toMatchObject({ code: 0 });
      expect(await ministry.run('verify')).toMatchObject({ code: 0 });
      expect(await ministry.run('status')).toMatchObject({ code: 0 });
      await expectWhole(ministry.folder);
    },
  );

  test('verify says so, and mends what was damaged when there is room', async () => {
    const film = path.join(ministry.folder, 'current/ru/p0/index.html');
    await writeFile(film, 'something else');
    for (const leftBytes of [0, 4096]) {
      const makeRoom = await fill(disk, leftBytes);
      await expectRefused('verify');
      await makeRoom();
    }
    expect(await ministry.run('verify')).toMatchObject({ code: 1 });
    expect(await ministry.run('verify')).toMatchObject({ code: 0 });
    await expectWhole(ministry.folder);
  });

  test('an export onto it says so, leaves nothing that looks like one, and is made when there is room', async () => {
    const makeRoom = await fill(disk, 8192);
    const stick = path.join(disk, 'stick');
    await mkdir(stick);
    const full = await ministry.run('export', ['--to', stick]);
    expectSentences(full);
    expect(full).toMatchObject({ code: 3, stderr: expect.stringContaining('Remove older exports from it') });
    const school = await makeMinistry(published, [], { folder: path.join(published.top, 'school') });
    const refused = await school.run('import', ['--from', stick]);
    expectSentences(refused);
    expect(refused.code).toBe(3);
    await makeRoom();
    expect(await ministry.run('export', ['--to', stick])).toMatchObject({ code: 0 });
    expect(await school.run('import', ['--from', stick])).toMatchObject({ code: 0 });
    await expectWhole(school.folder);
  });

  test('an import into it says so, the release stays, and with room it is done', async () => {
    const stick = path.join(published.top, 'stick');
    await mkdir(stick);
    await published.publish(version('two', 1_000), today);
    const other = await makeMinistry(published, [upstream], { folder: path.join(published.top, 'other') });
    expect(await other.run('sync')).toMatchObject({ code: 0 });
    expect(await other.run('export', ['--to', stick])).toMatchObject({ code: 0 });
    const makeRoom = await fill(disk, 20_000);
    await expectRefused('import', ['--from', stick]);
    await expectWhole(ministry.folder);
    await makeRoom();
    expect(await ministry.run('import', ['--from', stick])).toMatchObject({ code: 0 });
    await expectWhole(ministry.folder);
  });
});
