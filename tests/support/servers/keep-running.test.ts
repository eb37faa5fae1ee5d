import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { isThere } from '../../../build/output/move.ts';
import { temporaryFolder } from '../content.ts';
import { freePort } from './free-port.ts';
import { keepRunning, waitForPort } from './keep-running.ts';

/** Listens, and heeds no wish to end. */
const server = (port: number): string[] => [
  '--eval',
  `process.on('SIGTERM', () => {}); require('node:net').createServer().listen(${port}, '127.0.0.1')`,
];

test.each(['it is stopped', 'the tests are killed'])(
  'a server ends when %s, and its folder goes',
  async (how) => {
    const folder = path.join(await temporaryFolder(), 'server');
    await mkdir(folder);
    const owner = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    const port = await freePort();
    const kept = keepRunning(process.execPath, server(port), { folder, ownerPid: owner.pid ?? 0 });
    await waitForPort(port, kept);
    if (how === 'it is stopped') await kept.stop();
    owner.kill('SIGKILL');
    await once(owner, 'close');
    await vi.waitFor(async () => expect(await isThere(folder)).toBe(false), {
      interval: 50,
      timeout: 20_000,
    });
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  },
);

test('a server that cannot start says why', async () => {
  const folder = path.join(await temporaryFolder(), 'server');
  await mkdir(folder);
  const args = ['--eval', 'console.error("no such option"); process.exit(1)'];
  const kept = keepRunning(process.execPath, args, { folder, ownerPid: process.pid });
  await expect(waitForPort(await freePort(), kept, 5000)).rejects.toThrow('no server at port');
});
