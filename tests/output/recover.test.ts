import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recoverOutput } from '../../build/output/recover.ts';
import { openStaging } from '../../build/output/staging.ts';
import { temporaryFolder } from '../support/content.ts';

const neverRunning = 2 ** 22 + 1; // above the largest process id of Linux
const token = '0123abcd';
const nowSeconds = (): number => Math.floor(Date.now() / 1000);
const dayAgo = (): number => nowSeconds() - 25 * 60 * 60;
const ended = `${neverRunning}-p1-${token}`;

async function leave(out: string, name: string, text: string, builtSeconds?: number): Promise<void> {
  const folder = path.join(out, name);
  await mkdir(folder);
  await writeFile(path.join(folder, 'index.html'), text);
  if (builtSeconds !== undefined) await utimes(folder, builtSeconds, builtSeconds);
}

const site = (out: string): Promise<string> => readFile(path.join(out, 'kg', 'index.html'), 'utf8');

/** A process that ends with the test. */
async function running(): Promise<{ pid: number; start: string }> {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("1"); setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill());
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const pid = child.pid ?? 0;
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return { pid, start: text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '' };
}

test('a build that was killed between its two renames is mended', async () => {
  const out = await temporaryFolder();
  await leave(out, `.resting-kg-${ended}`, 'old');
  await leave(out, `.staged-${ended}`, 'half');
  await recoverOutput(out);
  expect(await site(out)).toBe('old');
  expect(await readdir(out)).toEqual(['kg']);
});

test('the next build mends it too', async () => {
  const out = await temporaryFolder();
  await leave(out, `.resting-kg-${ended}`, 'old');
  await (await openStaging(out)).discard();
  expect(await site(out)).toBe('old');
});

test('where there is no folder, none is made', async () => {
  const out = path.join(await temporaryFolder(), 'dist');
  await recoverOutput(out);
  await expect(readdir(out)).rejects.toThrow('ENOENT');
});

test('of two resting copies the newer one comes back, whatever their names', async () => {
  for (const [a, b] of [
    [1000, 2000],
    [2000, 1000],
  ]) {
    const out = await temporaryFolder();
    await leave(out, `.resting-kg-${neverRunning}-p1-aaaaaaaa`, `built ${a}`, a);
    await leave(out, `.resting-kg-${neverRunning}-p1-bbbbbbbb`, `built ${b}`, b);
    await recoverOutput(out);
    expect(await site(out)).toBe('built 2000');
    expect(await readdir(out)).toEqual(['kg']);
  }
});

test('a resting copy of a site that is there goes', async () => {
  const out = await temporaryFolder();
  await leave(out, 'kg', 'new');
  await leave(out, `.resting-kg-${ended}`, 'old');
  await recoverOutput(out);
  expect(await site(out)).toBe('new');
  expect(await readdir(out)).toEqual(['kg']);
});

test('our own process id with the token of another process is no running build', async () => {
  const out = await temporaryFolder();
  await leave(out, `.staged-${process.pid}-p1-${token}`, 'half');
  await leave(out, `.staged-${process.pid}-d${nowSeconds()}-${token}`, 'half');
  await recoverOutput(out);
  expect(await readdir(out)).toEqual([]);
});

test('what this process stages is left alone until it is discarded', async () => {
  const out = await temporaryFolder();
  const staging = await openStaging(out);
  await recoverOutput(out);
  expect(await readdir(out)).toEqual([path.basename(staging.folder)]);
  await staging.discard();
  await mkdir(staging.folder);
  await recoverOutput(out);
  expect(await readdir(out)).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'another process is told from one that had its id before by its start',
  async () => {
    const out = await temporaryFolder();
    const { pid, start } = await running();
    const alive = `.staged-${pid}-p${start}-${token}`;
    await leave(out, alive, 'growing');
    await leave(out, `.staged-${pid}-p${Number(start) - 1}-${token}`, 'half');
    await leave(out, `.staged-1-p123456789-${token}`, 'half');
    await recoverOutput(out);
    expect(await readdir(out)).toEqual([alive]);
  },
);

test('where no start is known, a running process keeps its files for a day', async () => {
  const out = await temporaryFolder();
  const { pid } = await running();
  const young = `.staged-${pid}-d${nowSeconds()}-${token}`;
  await leave(out, young, 'growing');
  await leave(out, `.staged-${pid}-d${dayAgo()}-${token}`, 'half');
  await leave(out, `.staged-${neverRunning}-d${nowSeconds()}-${token}`, 'half');
  await recoverOutput(out);
  expect(await readdir(out)).toEqual([young]);
});

test('folders with other names stay', async () => {
  const out = await temporaryFolder();
  const names = ['.resting-kg', '.staged-1-mine', `.staged-${ended}.old`, 'kg', `x.staged-${ended}`];
  for (const name of names) await leave(out, name, 'mine');
  await recoverOutput(out);
  expect((await readdir(out)).toSorted()).toEqual(names.toSorted());
});
