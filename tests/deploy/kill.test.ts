import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lockTarget } from '../../build/deploy/lock.ts';
import { passport } from '../support/command.ts';
import {
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

const pages = Array.from({ length: 60 }, (_, at) => `page-${at}`);

/** A site whose every page has another picture in each edition. */
const edition = (number: number): SiteFiles => ({
  ...Object.assign({}, ...pages.map((name) => picture(name, `edition ${number}`))),
  ...Object.fromEntries(pages.map((name) => [`ru/${name}/index.html`, page(name, `edition ${number}`)])),
  'ru/index.html': pages.map((name) => `<a href="${name}/">${number}</a>`).join(' '),
});

const deployArgs = (folder: string, live: string): string[] => [
  'scripts/passport.mjs',
  'deploy',
  '--from',
  folder,
  '--to',
  `file://${live}`,
];

/** Kills a deployment at some moment, unless it has ended. @returns whether it was killed */
async function killedDeployment(folder: string, live: string, afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, deployArgs(folder, live), { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('exit', (_, signal) => resolve(signal)),
  );
  await Promise.race([ended, setTimeout(afterMs)]);
  child.kill('SIGKILL');
  return (await ended) === 'SIGKILL';
}

test('killed at twenty moments, it never shows a reader a page without its picture, and is ended by the next one', async () => {
  const { site, folder, live } = await publishFolders();
  await writeSite(site, { ...smallSite, ...edition(0) });
  await releaseSite(site, folder);
  expect((await passport(['deploy', '--from', folder, '--to', `file://${live}`])).code).toBe(0);
  const faults = new Set<string>();
  let isOver = false;
  const reader = (async () => {
    while (!isOver) for (const fault of await faultsForReaders(live)) faults.add(fault);
  })();
  let kills = 0;
  for (let number = 1; number <= 20; number++) {
    if (number % 5 === 1) {
      await writeSite(site, edition(number));
      await releaseSite(site, folder);
    }
    // From before its first write to after its last: it takes about half a second to start.
    if (await killedDeployment(folder, live, 150 + ((number * 61) % 700))) kills++;
  }
  const last = await passport(['deploy', '--from', folder, '--to', `file://${live}`]);
  isOver = true;
  await reader;
  expect(last.code, last.stderr).toBe(0);
  expect(kills).toBeGreaterThan(5);
  expect([...faults]).toEqual([]);
  for (const name of pages)
    expect(await readFile(path.join(live, `ru/${name}/index.html`), 'utf8')).toBe(page(name, 'edition 16'));
});

test('a second deployer ends with 3 and says why', async () => {
  const { top, site, folder, live } = await publishFolders();
  await writeSite(site, smallSite);
  await releaseSite(site, folder);
  await lockTarget(await openFolder(live), {
    holder: 'elsewhere:1-d1-00000000',
    by: 'The GitLab job 7',
    now: () => new Date(),
    scratch: path.join(top, 'scratch'),
    isDead: async () => false,
    isForced: false,
    signal: new AbortController().signal,
  });
  const { code, stderr } = await passport(['deploy', '--from', folder, '--to', `file://${live}`]);
  expect(code).toBe(3);
  expect(stderr).toContain('The GitLab job 7 is deploying to file://');
  const over = await passport(['deploy', '--from', folder, '--to', `file://${live}`, '--take-over']);
  expect(over.code, over.stderr).toBe(0);
});

test('a server that is not there ends with 3, and nothing is half-public', async () => {
  const { site, folder } = await publishFolders();
  await writeSite(site, smallSite);
  await releaseSite(site, folder);
  const to = ['--to', 's3://bucket', '--endpoint', 'http://127.0.0.1:1'];
  const secrets = { AWS_ACCESS_KEY_ID: 'AKIDSECRET', AWS_SECRET_ACCESS_KEY: 'hush' };
  const { code, stderr } = await passport(['deploy', '--from', folder, ...to], secrets);
  expect(code).toBe(3);
  expect(stderr).toMatch(/s3:\/\/bucket: listing "locks\/" failed: .*127\.0\.0\.1:1/);
  expect(stderr).not.toMatch(/AKIDSECRET|hush|\n {4}at /);
  // It was signed months ago.
  expect(stderr).toContain('timestamp.json expired on 2026-03-15: mirrors take nothing from here');
});

test('what was signed with keys for trying out does not go to the public by mistake', async () => {
  const { site, folder } = await publishFolders();
  await writeSite(site, smallSite);
  await releaseSite(site, folder);
  const { code, stderr } = await passport(['deploy', '--from', folder, '--to', 's3://bucket']);
  expect(code).toBe(3);
  expect(stderr).toContain('was signed with keys for trying out. Make keys and release again');
});

test.each([
  [['deploy', '--to', 'file:///srv/site'], '--from: which releases?'],
  [['deploy', '--from', 'releases/kg'], '--to: publish where?'],
  [
    ['deploy', '--from', 'releases/none', '--to', 'ftp://example.org/'],
    'A place to publish to has one of these forms',
  ],
  [
    ['deploy', '--from', 'releases/none', '--to', 'file:///tmp/site'],
    'There is no release in "releases/none"',
  ],
  [
    ['deploy', '--from', 'releases/none', '--to', 'file:///tmp/site', '--url', 'example.org'],
    '--url: "example.org" is not a web address',
  ],
  [['withdraw', 'ru/', '--from', 'releases/kg', '--dry-run'], '--dry-run: "withdraw" makes a release first'],
  [['rollback'], '--from: which releases?'],
  [['withdraw', '--from', 'releases/kg'], 'Which page or picture is to go?'],
])('%j says what is missing', async (args, message) => {
  const { code, stderr } = await passport(args);
  expect([2, 3]).toContain(code);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});
