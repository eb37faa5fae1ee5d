/** From a stick into a mirror: what is asked before, and what the sentences say. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportCommand } from '../../../build/mirror/cli/export.ts';
import { importCommand } from '../../../build/mirror/cli/import.ts';
import { readState, writeState } from '../../../build/mirror/folder/state.ts';
import { exportRelease } from '../../../build/mirror/stick/export.ts';
import { importRelease } from '../../../build/mirror/stick/import.ts';
import type { StickSource } from '../../../build/mirror/stick/stick-source.ts';
import { lockMirror } from '../../../build/mirror/sync/lock.ts';
import type { TrustError } from '../../../build/trust/trust-error.ts';
import { verifyTrust } from '../../../build/trust/verify-trust.ts';
import { passport } from '../../support/command.ts';
import { temporaryFolder } from '../../support/content.ts';
import { dayOf } from '../../trust/publisher.ts';
import { type SmallMirror, smallMirror } from './small-mirror.ts';

const pages = { 'index.html': 'all' };

async function writeStick({ paths }: SmallMirror, since?: number): Promise<string> {
  const to = await temporaryFolder();
  await exportRelease({
    paths,
    to,
    ...(since !== undefined && { since }),
    partBytes: 1_000_000,
    now: () => dayOf(0),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  return to;
}

/** As far as a synchronisation looks at what is signed. */
const trustIn =
  ({ publisher }: SmallMirror, day: number, acceptsStale = false) =>
  (stick: StickSource) =>
    verifyTrust({
      read: (name, maxBytes) => stick.read(name, maxBytes),
      root: publisher.created.root,
      now: dayOf(day),
      acceptsStale,
    }).catch((error: TrustError) => {
      throw new Error(`${error.message}\nRelease 1 is served as before.`, { cause: error });
    });

const quiet = { onFound: () => {} };

test('a stick that was long on its way is taken when somebody says so, and the sentence says how', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const from = await writeStick(mirror);
  const request = { paths: mirror.paths, from, ...quiet };
  await expect(importRelease({ ...request, synchronise: trustIn(mirror, 13) })).resolves.toMatchObject({
    isStale: false,
  });
  await expect(importRelease({ ...request, synchronise: trustIn(mirror, 60) })).rejects.toThrow(
    /^metadata\/timestamp\.json expired on 2026-12-13\.[\s\S]*\nRelease 1 is served as before\.\nFrom a stick that was long on its way, .*: --accept-stale\.$/,
  );
  await expect(importRelease({ ...request, synchronise: trustIn(mirror, 60, true) })).resolves.toMatchObject({
    isStale: true,
  });
  // Nobody vouches for it any more.
  const late = importRelease({ ...request, synchronise: trustIn(mirror, 200) });
  await expect(late).rejects.toThrow('expired on');
  await expect(late).rejects.not.toThrow('--accept-stale');
});

test('a difference names the release that is needed first', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  await mirror.release({ 'index.html': 'new' });
  await mirror.release({ 'index.html': 'newer' });
  const from = await writeStick(mirror, 2);
  const other = await smallMirror();
  const { current } = await readState(mirror.paths);
  const synchronise = async ({ name }: StickSource): Promise<string> => name;
  const request = { paths: other.paths, from, ...quiet, synchronise };
  await expect(importRelease(request)).rejects.toThrow(
    'passport-kg-3-from-2 holds only what is new since release 2, and this mirror has none. Import release 2 first, or let the other mirror export all files: npm run mirror -- export --to …, without --since.',
  );
  if (current === undefined) throw new Error('there is no release');
  await writeState(other.paths, { format: 1, current: { ...current, sequence: 1 } });
  await expect(importRelease(request)).rejects.toThrow('since release 2, and this mirror has release 1.');
  await writeState(other.paths, { format: 1, current: { ...current, sequence: 2 } });
  await expect(importRelease(request)).resolves.toBe(path.join(from, 'passport-kg-3-from-2'));
});

test('a stick of another country is not even looked at', async () => {
  const [kg, uz] = [await smallMirror('kg'), await smallMirror('uz')];
  for (const mirror of [kg, uz]) await mirror.release(pages);
  const from = await writeStick(uz);
  await expect(
    importRelease({ paths: kg.paths, from, ...quiet, synchronise: async () => {} }),
  ).rejects.toThrow(`${from} holds no release of kg, only of uz.`);
});

test('both commands, from a mirror onto a stick and to what takes it over', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const to = await temporaryFolder();
  const { signal } = new AbortController();
  const [exporting, importing] = [exportCommand(() => dayOf(0)), importCommand(() => dayOf(0))];
  const dir = mirror.paths.top;
  await expect(exporting.run(['--dir', dir, '--to', to], signal)).resolves.toBe(0);
  await expect(importing.run(['--dir', dir, '--from', to, '--accept-stale'], signal)).resolves.toBe(0);
  await expect(exporting.run(['--dir', dir], signal)).rejects.toThrow('--to: say where the stick is');
  await expect(importing.run(['--dir', dir], signal)).rejects.toThrow('--from: say where the stick is');
  await expect(exporting.run(['--dir', dir, '--to', to, '--since', 'x'], signal)).rejects.toThrow(
    '--since: "x" is no number of a release',
  );
  for (const size of ['0', '4096', '1.5', 'x'])
    await expect(exporting.run(['--dir', dir, '--to', to, '--part-size', size], signal)).rejects.toThrow(
      `--part-size: "${size}" is no number of megabytes from 1 to 4095`,
    );
  await expect(exporting.run(['--dir', to, '--to', to], signal)).rejects.toThrow('is no mirror');
});

test('while another command is at work, which might remove what it reads, an export does not begin', async () => {
  const mirror = await smallMirror();
  await mirror.release(pages);
  const to = await temporaryFolder();
  const lock = await lockMirror(mirror.paths);
  const run = () =>
    exportCommand(() => dayOf(0)).run(['--dir', mirror.paths.top, '--to', to], new AbortController().signal);
  await expect(run()).rejects.toThrow('Another command is at work on the mirror');
  expect(await readdir(to)).toEqual([]);
  await lock.free();
  expect(await run()).toBe(0);
  // It is free again.
  await (await lockMirror(mirror.paths)).free();
});

test('names on a stick do not play with the terminal', async () => {
  const top = await temporaryFolder();
  await writeFile(path.join(top, 'mirror.json'), '{"format":1,"upstreams":[]}');
  await mkdir(path.join(top, 'stick', 'passport-\u001b]0;title\u0007\u009b31m.new~'), { recursive: true });
  const { code, stderr } = await passport([
    'mirror',
    'import',
    '--dir',
    top,
    '--from',
    path.join(top, 'stick'),
  ]);
  expect(code).toBe(3);
  expect(stderr).toContain('passport-\uFFFD]0;title\uFFFD\uFFFD31m.new~ is not complete');
});
