/** `mirror init` and `mirror sync`, as an administrator types them, with a web server as upstream. */

import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../../build/model/paths.ts';
import { passport } from '../../support/command.ts';
import { firstDay, page, picture } from '../../support/publish.ts';
import { expectWhole } from '../support/mirror.ts';
import { publishedSite } from '../support/published.ts';

/** Serves a folder, until the test ends. */
async function serve(folder: string): Promise<string> {
  const server = createServer(async (request, response) => {
    const bytes = await readFile(path.join(folder, decodeURI(request.url ?? ''))).catch(() => undefined);
    response.writeHead(bytes === undefined ? 404 : 200, { 'Content-Length': bytes?.length ?? 0 }).end(bytes);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('a mirror is made, follows, and says what it has cost', async () => {
  const today = (Date.now() - firstDay.getTime()) / (24 * 60 * 60 * 1000);
  const { top, live, publish } = await publishedSite(today);
  const url = await serve(live);
  const folder = path.join(top, 'ministry');
  const dir = ['--dir', folder];
  const fingerprint = `sha256:${sha256(await readFile(path.join(live, 'metadata/1.root.json')))}`;
  const made = await passport(['mirror', 'init', ...dir, '--from', url, '--root', fingerprint]);
  expect(made.code, made.stderr).toBe(0);
  expect(made.stdout).toContain(`is a mirror of "kg", and trusts the root ${fingerprint}`);
  expect(made.stdout).toContain(`\n  npm run mirror -- sync --dir ${folder}\n`);
  const first = await passport(['mirror', 'sync', ...dir]);
  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout).toMatch(
    /^Release 1 of kg is served: 10 files; 10 contents were new; .* requests\.\n$/,
  );
  await expectWhole(folder);
  await publish({ 'ru/a/index.html': page('a', 'two'), ...picture('a', 'two') }, today);
  const second = await passport(['mirror', 'sync', ...dir, '--json']);
  expect(JSON.parse(second.stdout)).toMatchObject({ sequence: 2, isChanged: true, objects: 3, source: url });
  const third = await passport(['mirror', 'sync', ...dir]);
  expect(third.stdout).toMatch(/^Release 2 of kg is the newest one, and is here; .* kB in 2 requests\.\n$/);
  await rm(path.join(folder, 'objects'), { recursive: true });
  const fourth = await passport(['mirror', 'sync', ...dir]);
  expect(fourth.stdout).toMatch(/ is the newest one\. \d+ contents were missing, and are back; /);
  await rm(path.join(live, 'metadata/timestamp.json'));
  const failed = await passport(['mirror', 'sync', ...dir]);
  expect(failed.code).toBe(3);
  expect(failed.stderr).toMatch(/timestamp\.json is missing.*\nRelease 2 is served as before\.\n$/s);
  await expectWhole(folder);
});

test.each([
  [['mirror', 'synch'], 2, 'There is no command "synch"'],
  [['mirror', 'sync', '--dir', 'none'], 3, '/none" is no mirror. Make one first'],
])('%j says what is wrong', async (args, code, words) => {
  const outcome = await passport(args);
  expect(outcome.stderr).toContain(words);
  expect(outcome.stderr).not.toContain('    at ');
  expect(outcome.code).toBe(code);
});
