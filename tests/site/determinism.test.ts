import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-sites.ts';
import { runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/content.ts';

async function digests(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = await listFiles(folder);
  return Object.fromEntries(
    await Promise.all(
      files.map(
        async (file) =>
          [
            file,
            createHash('sha256')
              .update(await readFile(path.join(folder, file)))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

test('the same content gives the same bytes in another time zone, another locale and on one core', async () => {
  const out = await temporaryFolder();
  const build = (name: string) => ['scripts/passport.mjs', 'build', '--out', path.join(out, name)];
  const oneCore = existsSync('/usr/bin/taskset')
    ? ['/usr/bin/taskset', '-c', '0', process.execPath]
    : [process.execPath];
  const [program = '', ...before] = oneCore;
  const a = await runCommand(process.execPath, build('a'), {
    TZ: 'Pacific/Auckland',
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
  });
  const b = await runCommand(program, [...before, ...build('b')], {
    TZ: 'America/Los_Angeles',
    LC_ALL: 'C',
    UV_THREADPOOL_SIZE: '1',
  });
  expect([a.code, b.code], a.stderr + b.stderr).toEqual([0, 0]);
  const first = await digests(path.join(out, 'a'));
  expect(Object.keys(first).length).toBeGreaterThan(300);
  expect(await digests(path.join(out, 'b'))).toEqual(first);
});
