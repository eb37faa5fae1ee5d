import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { UsageError } from '../../../build/cli/errors.ts';
import { verifyCommand } from '../../../build/mirror/cli/verify.ts';
import { lockMirror } from '../../../build/mirror/sync/lock.ts';
import { days, smallSite } from '../../support/publish.ts';
import { type SmallMirror, smallMirror } from '../support/mirror-folder.ts';

/** @returns what it prints, and its code */
async function run({ paths }: SmallMirror, ...args: readonly string[]) {
  const calls: string[] = [];
  const log = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    calls.push(String(text));
    return true;
  });
  const progress = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => {
    log.mockRestore();
    progress.mockRestore();
  });
  const command = verifyCommand(() => days(1));
  const code = await command.run(['--dir', paths.top, ...args], new AbortController().signal);
  log.mockRestore();
  return { code, text: calls.join('').trimEnd() };
}

test('a mirror that is right ends with 0, and with its lock free', async () => {
  const mirror = await smallMirror(smallSite);
  expect(await run(mirror)).toEqual({
    code: 0,
    text: 'all right: 10 files, 1 kept release',
  });
  await expect(access(mirror.paths.lock)).rejects.toThrow('ENOENT');
});

test('a mirror that has nothing yet is not noted as verified', async () => {
  const mirror = await smallMirror(smallSite);
  const { sites, objects, current, state } = mirror.paths;
  for (const entry of [sites, objects, current, state]) await rm(entry, { recursive: true, force: true });
  const { code, text } = await run(mirror);
  expect({ code, text }).toEqual({
    code: 0,
    text: 'There is no release here yet. Run: npm run mirror -- sync.',
  });
  await expect(access(state)).rejects.toThrow('ENOENT');
});

test('faults end with 1, whether they are mended or left', async () => {
  const mirror = await smallMirror(smallSite);
  const file = path.join(mirror.paths.sites, '1/ru/feed.xml');
  await rm(file);
  expect(await run(mirror, '--no-repair')).toMatchObject({
    code: 1,
    text: 'sites/1/ru/feed.xml missing; not mended: it was only looked\n1 fault found: 0 mended, 1 left; 10 files, 1 kept release',
  });
  const { code, text } = await run(mirror, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(text)).toEqual({
    files: 10,
    releases: [1],
    faults: 1,
    unmended: 0,
    listed: [
      { path: 'sites/1/ru/feed.xml', what: 'missing', done: 'linked anew from objects/', isMended: true },
    ],
  });
  expect((await run(mirror)).code).toBe(0);
});

test('of thousands of faults a thousand are listed, and all are counted', async () => {
  const mirror = await smallMirror(smallSite);
  for (let count = 0; count < 1003; count++)
    await writeFile(path.join(mirror.paths.objects, `${count}.html`), 'evil');
  const { text } = await run(mirror, '--no-repair');
  expect(text.split('\n')).toHaveLength(1002);
  expect(text).toContain('… and 3 more\n1003 faults found: 0 mended, 1003 left');
});

test('without a folder it is wrong usage', async () => {
  const command = verifyCommand(() => days(1));
  await expect(command.run([], new AbortController().signal)).rejects.toThrow(UsageError);
});

test('while another command changes the mirror it does not begin', async () => {
  const mirror = await smallMirror(smallSite);
  const lock = await lockMirror(mirror.paths);
  await expect(run(mirror)).rejects.toThrow('Another command is at work on the mirror');
  await lock.free();
  expect((await run(mirror)).code).toBe(0);
});
