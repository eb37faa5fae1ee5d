import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openPool } from '../../build/processes/pool.ts';
import { temporaryFolder } from '../support/content.ts';

type TestJobs = {
  double: { input: number; output: { value: number; pid: number } };
  fail: { input: null; output: null };
  die: { input: null; output: null };
  answerAtLength: { input: { marker: string }; output: Uint8Array };
};

function open(size: number) {
  const pool = openPool<TestJobs>(new URL('./helper.ts', import.meta.url), size, { factor: 2 });
  onTestFinished(() => pool.close());
  return pool;
}

test('jobs are shared out to so many processes, and each answer goes to its question', async () => {
  const pool = open(2);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((value) => pool.run('double', value)));
  expect(answers.map(({ value }) => value)).toEqual([2, 4, 6, 8, 10, 12]);
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
});

test('an error keeps what explains it, and the process goes on', async () => {
  const pool = open(1);
  await expect(pool.run('fail', null)).rejects.toMatchObject({
    message: 'the disk is full',
    code: 'ENOSPC',
    path: 'dist',
  });
  expect((await pool.run('double', 4)).value).toBe(8);
});

test('a process that ends is an error of the job that it had, not a wait without end', async () => {
  await expect(open(1).run('die', null)).rejects.toThrow('ended before its work was done (exit 7)');
});

test('a process ends with its pool, also while a long answer is on its way', async () => {
  const marker = path.join(await temporaryFolder(), 'answering');
  const pool = open(1);
  const { pid } = await pool.run('double', 1);
  void pool.run('answerAtLength', { marker });
  await vi.waitFor(() => expect(existsSync(marker)).toBe(true), { interval: 1, timeout: 60_000 });
  pool.close();
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 20_000 });
});
