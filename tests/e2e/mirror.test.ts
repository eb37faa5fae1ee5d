/**
 * A lesson on its way from the site to a ministry's mirror, from there to a district's, and by stick to a school without a line; each of
 * them behind nginx, with the program that ministries get, and read in a browser.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { programPath } from '../../build/mirror/program/this-program.ts';
import { launchBrowser } from '../browser/browser.ts';
import { type Outcome, passport, runCommand } from '../support/command.ts';
import { minimalContent, temporaryFolder, writeContent } from '../support/content.ts';
import { findNginx, startNginx } from '../support/servers/nginx-server.ts';

const nginx = await findNginx();
const lesson = 'shared/courses/play/first/index.en.md';
const lessonPage = 'en/courses/play/first/index.html';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Content, its releases, and the site that is published of them, behind nginx. */
async function newPublisher(at: (name: string) => string, serve: Serve) {
  await writeContent(at('content'), minimalContent);
  const run = async (args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await passport(args, { PASSPORT_KEYS_DIR: at('keys') });
    if (code !== 0) throw new Error(`passport ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  const deploy = () => run(['deploy', '--from', at('releases'), '--to', `file://${at('live')}`, '--trial']);
  const publish = async (): Promise<void> => {
    await run(['build', '--content', at('content'), '--out', at('dist'), '--cache', at('cache')]);
    await run(['release', '--country', 'kg', '--from', at('dist/kg'), '--out', at('releases')]);
    await deploy();
  };
  await publish();
  return {
    url: await serve('live', `root ${at('live')}; include ${at('live/_server/nginx.conf')};`),
    publish,
    async edit(words: string): Promise<void> {
      const file = at(`content/${lesson}`);
      await writeFile(file, (await readFile(file, 'utf8')).replace(/Because.*/, words));
      await publish();
    },
    async withdraw(page: string): Promise<void> {
      await run(['withdraw', page, '--from', at('releases')]);
      await deploy();
    },
  };
}

/** What stands in the server block, but where it listens: that is for the test to say. */
const insideServer = (text: string): string =>
  text
    .slice(text.indexOf('server {\n') + 'server {\n'.length, text.lastIndexOf('}'))
    .replaceAll(/^listen .*$/gm, '');

/** @returns the address at which the block is served */
type Serve = (name: string, block: string) => Promise<string>;

test.skipIf('missing' in nginx || process.platform === 'win32')(
  'a lesson reaches a district by way of the ministry, and a school by stick; what was changed on the way does not',
  async () => {
    if ('missing' in nginx) return;
    const top = await temporaryFolder();
    const at = (name: string): string => path.join(top, name);
    const serve: Serve = async (name, block) => {
      const { url, stop } = await startNginx(nginx, { folder: at(`nginx-${name}`), block });
      onTestFinished(stop);
      return url;
    };
    const publisher = await newPublisher(at, serve);
    const root = at('releases/metadata/1.root.json');
    const program = at(`dist/kg/${programPath}`);
    const mirror = (...args: readonly string[]): Promise<Outcome> =>
      runCommand(process.execPath, [program, ...args]);
    const done = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await mirror(...args);
      expect({ args, code, stderr: code === 0 ? '' : stderr }).toEqual({ args, code: 0, stderr: '' });
      return stdout;
    };
    const serveMirror = async (name: string): Promise<string> => {
      const text = await done('config', 'nginx', '--dir', at(name), '--host-name', '127.0.0.1');
      return serve(name, insideServer(text));
    };
    const read = async (url: string): Promise<string> => {
      // A reader who comes for the first time: nothing is kept from before.
      const page = await browser.newPage();
      try {
        const answer = await page.goto(`${url}${lessonPage}`);
        return answer?.status() === 200 ? ((await page.locator('body').textContent()) ?? '') : 'gone';
      } finally {
        await page.close();
      }
    };

    await done('init', '--dir', at('ministry'), '--from', publisher.url, '--root', root);
    await done('sync', '--dir', at('ministry'));
    const ministry = await serveMirror('ministry');
    await done('init', '--dir', at('district'), '--from', ministry, '--root', root);
    await done('sync', '--dir', at('district'));
    const district = await serveMirror('district');
    await done('export', '--dir', at('ministry'), '--to', at('stick'));
    await done('init', '--dir', at('school'), '--root', root);
    await done('import', '--dir', at('school'), '--from', at('stick'));
    const school = await serveMirror('school');
    const readers = async () => Promise.all([ministry, district, school].map(read));
    for (const seen of await readers()) expect(seen).toContain('Because.');

    const words = 'Because children learn by playing.';
    await publisher.edit(words);
    await done('sync', '--dir', at('ministry'));
    await done('sync', '--dir', at('district'));
    await done('export', '--dir', at('ministry'), '--to', at('stick'), '--since', '1');
    await done('import', '--dir', at('school'), '--from', at('stick'));
    for (const seen of await readers()) expect(seen).toContain(words);

    // Somebody changes the page on the ministry's server, in place.
    const tampered = at(`ministry/current/${lessonPage}`);
    await writeFile(tampered, (await readFile(tampered, 'utf8')).replace(words, 'Because I say so.'));
    const found = await mirror('verify', '--dir', at('ministry'));
    expect(found.code).toBe(1);
    expect(found.stdout + found.stderr).toContain(lessonPage);
    expect(await read(ministry)).toContain(words);
    await done('verify', '--dir', at('ministry'));
    expect((await mirror('status', '--dir', at('ministry'))).code).toBe(0);

    await publisher.withdraw('en/courses/play/first/');
    await done('sync', '--dir', at('ministry'));
    await done('sync', '--dir', at('district'));
    await done('export', '--dir', at('ministry'), '--to', at('stick'), '--since', '2');
    await done('import', '--dir', at('school'), '--from', at('stick'));
    expect(await readers()).toEqual(['gone', 'gone', 'gone']);
    for (const name of ['ministry', 'district', 'school']) {
      const { stdout } = await runCommand('grep', ['-rlF', words, at(name)]);
      expect(stdout).toBe('');
    }
  },
);
