import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { UsageError } from '../../../build/cli/errors.ts';
import { formatStatus, statusCommand } from '../../../build/mirror/cli/status.ts';
import { formatConfiguration } from '../../../build/mirror/folder/configuration.ts';
import { mirrorPaths, siteFolder } from '../../../build/mirror/folder/mirror-paths.ts';
import { type MirrorState, writeState } from '../../../build/mirror/folder/state.ts';
import { healthOf } from '../../../build/mirror/health/health.ts';
import { writeHealth } from '../../../build/mirror/health/write-health.ts';
import { temporaryFolder } from '../../support/content.ts';
import { parseExposition } from '../support/exposition.ts';
import { configuration, noon, wellState } from '../support/mirror-state.ts';

async function statusOf(state: MirrorState, ...args: readonly string[]) {
  const dir = await temporaryFolder();
  const paths = mirrorPaths(dir);
  await mkdir(siteFolder(paths, 7), { recursive: true });
  await symlink('sites/7', paths.current);
  return statusIn(dir, state, ...args);
}

async function statusIn(dir: string, state: MirrorState, ...args: readonly string[]) {
  const paths = mirrorPaths(dir);
  await writeFile(paths.configuration, formatConfiguration(configuration));
  await writeState(paths, state);
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  onTestFinished(() => spy.mockRestore());
  const code = await statusCommand(() => noon).run(['--dir', dir, ...args], new AbortController().signal);
  spy.mockRestore();
  return { code, text: written.join('') };
}

test('a well mirror is told in columns, and the command ends with 0', async () => {
  const { code, text } = await statusOf(wellState);
  expect(code).toBe(0);
  expect(text).toBe(`state          ok
kept by        Министерство образования
site           kg, https://kg.example.org/
release        7, of 2026-03-01 08:00 UTC, 1 day 4 hours ago
size           2000 files, 40.0 MB
served since   2026-03-01 09:00 UTC, 1 day 3 hours ago
complete       yes
last checked   2026-03-02 07:00 UTC, 5 hours ago
valid until    2026-03-15 08:00 UTC (timestamp)
last verified  2026-03-02 03:00 UTC, 9 hours ago: all 2000 files are right
`);
});

test('what is wrong follows with the way out, and the command ends with 1', async () => {
  const { code, text } = await statusOf({ format: 1 });
  expect(code).toBe(1);
  expect(text).toBe(`state          empty
kept by        Министерство образования
complete       no
last checked   never
last verified  never

Nothing has come yet. Run: npm run mirror -- sync.
`);
});

test('a link or a site that somebody has removed is told, whatever was noted before', async () => {
  const dir = await temporaryFolder();
  const { current } = mirrorPaths(dir);
  const words = 'leads to no release: readers see nothing, or an old copy. Run: npm run mirror -- sync.';
  for (const prepare of [() => symlink('sites/7', current), () => rm(current)]) {
    await prepare();
    const { code, text } = await statusIn(dir, wellState);
    expect(code).toBe(1);
    expect(text).toMatch(/^state +faulty\n/);
    expect(text).toContain(words);
  }
});

test('for programs it is JSON or the format of Prometheus', async () => {
  const json = await statusOf(wellState, '--format', 'json');
  expect(JSON.parse(json.text)).toEqual(healthOf(wellState, configuration, noon));
  const { text } = await statusOf(wellState, '--format=prometheus');
  expect(parseExposition(text).get('passport_mirror_sequence')).toEqual([{ labels: {}, value: 7 }]);
});

test('an unknown format and a missing folder are wrong usage', async () => {
  await expect(statusOf(wellState, '--format', 'xml')).rejects.toThrow(UsageError);
  await expect(statusCommand(() => noon).run([], new AbortController().signal)).rejects.toThrow(UsageError);
});

test('no control character of a state reaches a terminal', () => {
  const error = { at: '2026-03-02T10:00:00Z', message: 'bad \u001b[31m upstream' };
  expect(formatStatus(healthOf({ ...wellState, error }, configuration, noon))).not.toContain('\u001b');
});

test('the published health is written as a whole, for people and for Prometheus', async () => {
  const paths = mirrorPaths(await temporaryFolder());
  const health = healthOf(wellState, configuration, noon);
  await writeHealth(paths, health);
  await writeHealth(paths, health);
  expect((await readdir(paths.health)).toSorted()).toEqual(['health.json', 'metrics']);
  expect(JSON.parse(await readFile(path.join(paths.health, 'health.json'), 'utf8'))).toEqual(health);
  expect(parseExposition(await readFile(path.join(paths.health, 'metrics'), 'utf8')).size).toBeGreaterThan(
    10,
  );
});

test('what the whole world can read tells no folder of the computer, and no name of its user', async () => {
  const { health: folder, ...paths } = mirrorPaths(await temporaryFolder());
  const message =
    '/media/aibek/MY STICK/passport-kg-7: metadata/timestamp.json expired. Run: mirror sync --dir /home/aibek/kg; https://kg.example.org/a/b/ is as before.';
  const told = healthOf(
    { ...wellState, error: { at: '2026-03-02T10:00:00Z', message } },
    configuration,
    noon,
  );
  await writeHealth({ ...paths, health: folder }, told);
  const text = await readFile(path.join(folder, 'health.json'), 'utf8');
  expect(text).not.toContain('aibek');
  expect(JSON.parse(text).error.message).toBe(
    '…/MY STICK/passport-kg-7: metadata/timestamp.json expired. Run: mirror sync --dir …/kg; https://kg.example.org/a/b/ is as before.',
  );
  expect(JSON.parse(text).advice.join()).toContain('…/MY STICK/passport-kg-7: metadata/timestamp.json');
});
