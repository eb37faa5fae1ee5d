/** What an operator does, from the first release to a page that is gone, with the commands of the guide. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { placeKinds } from '../deploy/targets/places.ts';
import { serveSites } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { type Files, minimalContent, temporaryFolder, writeContent } from '../support/content.ts';

const lesson = 'shared/courses/play/first/index.en.md';
const lessonPage = 'en/courses/play/first/index.html';
/** In one language: what is published are files, and another language only makes them twice as many. */
const content: Files = {
  ...minimalContent,
  'countries/kg/country.yml':
    'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: en\nurl: https://kg.example.org/\n',
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** An operator with content, keys and places of her own. */
async function newOperator() {
  const top = await temporaryFolder();
  const at = (...names: readonly string[]): string => path.join(top, ...names);
  await writeContent(at('content'), content);
  const run = async (
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>> = {},
  ): Promise<string> => {
    const own = { PASSPORT_KEYS_DIR: at('keys'), PASSPORT_KEYS_PASSPHRASE: 'correct horse battery staple' };
    const { code, stdout, stderr } = await passport(args, { ...own, ...definedIn(env) });
    if (code !== 0) throw new Error(`passport ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  const build = () => run(['build', '--content', at('content'), '--out', at('dist'), '--cache', at('cache')]);
  return {
    at,
    run,
    build,
    async release() {
      await build();
      return run(['release', '--country', 'kg', '--from', at('dist/kg'), '--out', at('releases/kg')]);
    },
    async edit(words: string) {
      const file = at('content', lesson);
      await writeFile(file, (await readFile(file, 'utf8')).replace(/Because.*/, words));
    },
  };
}

const definedIn = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Places of all kinds that this machine can have, each with an address at which its files can be read. */
async function openPlaces() {
  const opened = [];
  for (const { kind, whyNot, start } of placeKinds) {
    if (whyNot !== undefined) continue;
    const { place, stop } = await start();
    onTestFinished(stop);
    const { address, options, url, folder = '' } = await place();
    const server = url === undefined ? await serveSites(folder) : undefined;
    if (server !== undefined) onTestFinished(server.close);
    opened.push({
      kind,
      address,
      to: ['--to', address, ...(options.endpoint === undefined ? [] : ['--endpoint', options.endpoint])],
      env: options.environment,
      url: url ?? server?.url ?? '',
    });
  }
  return opened;
}

test('from the first release to a page that is gone, at every kind of place', {
  timeout: 600_000,
}, async () => {
  const { at, run, release, edit } = await newOperator();
  const places = await openPlaces();
  const deployAndRead = async (): Promise<Record<string, string>> => {
    const deploy = ['deploy', '--from', at('releases/kg'), '--trial'];
    await Promise.all(places.map(({ to, env }) => run([...deploy, ...to], env)));
    const seen: Record<string, string> = {};
    for (const { kind, url } of places) {
      // A reader who comes for the first time: nothing is kept from before.
      const page = await browser.newPage();
      const answer = await page.goto(`${url}${lessonPage}`);
      seen[kind] = answer?.status() === 200 ? ((await page.locator('main').textContent()) ?? '') : 'gone';
      await page.close();
    }
    return seen;
  };
  const everywhere = (expected: unknown): Record<string, unknown> =>
    Object.fromEntries(places.map(({ kind }) => [kind, expected]));

  expect(await release()).toContain('release 1: ');
  expect(await deployAndRead()).toEqual(everywhere(expect.stringContaining('Because.')));

  await edit('Because children learn by playing.');
  expect(await release()).toContain('release 2: ');
  const edited = expect.stringContaining('Because children learn by playing.');
  expect(await deployAndRead()).toEqual(everywhere(edited));

  await run(['rollback', '--from', at('releases/kg')]);
  expect(await deployAndRead()).toEqual(everywhere(expect.stringContaining('Because.')));

  const said = await run(['withdraw', 'en/courses/play/first/', '--from', at('releases/kg')]);
  expect(said).toContain(lessonPage);
  expect(said).toContain('Out of reach: memory sticks');
  expect(await deployAndRead()).toEqual(everywhere('gone'));
});

test('a CI service that has never released goes on from what is published', {
  timeout: 600_000,
}, async () => {
  const { at, run, build, release, edit } = await newOperator();
  const server = await serveSites(at('live'));
  onTestFinished(server.close);
  const live = `file://${at('live')}`;
  await run(['keys', 'create', '--country', 'kg']);
  await release();
  await run(['deploy', '--from', at('releases/kg'), '--to', live]);
  const secrets: Record<string, string> = { PASSPORT_KEYS_DIR: at('none'), PASSPORT_KEYS_PASSPHRASE: '' };
  for (const role of ['targets', 'snapshot', 'timestamp']) {
    const line = await run(['keys', 'export', '--role', role, '--country', 'kg']);
    secrets[`PASSPORT_KEY_${role.toUpperCase()}`] = line.trim();
  }
  const ofRelease = ['--country', 'kg', '--from', at('releases/kg')];
  const status = JSON.parse(await run(['keys', 'status', ...ofRelease, '--json'])) as {
    readonly fingerprint: string;
  };
  secrets.PASSPORT_ROOT = status.fingerprint;

  await edit('Because it was corrected.');
  await build();
  const elsewhere = ['--country', 'kg', '--from', at('dist/kg'), '--out', at('ci/kg'), '--published', live];
  expect(await run(['release', ...elsewhere], secrets)).toContain('release 2: ');
  const deployed = await run(['deploy', '--from', at('ci/kg'), '--to', live, '--url', server.url]);
  expect(deployed).toMatch(/\d+ files are as they were published/);
  expect(await (await fetch(`${server.url}en/courses/play/first/`)).text()).toContain(
    'Because it was corrected.',
  );

  // Mirrors load what differs, although this computer never had the release before.
  expect(await readdir(at('live/patches'))).not.toEqual([]);

  const renewed = await run(
    ['keys', 'renew', '--country', 'kg', '--from', at('releases/kg'), '--published', live],
    { ...secrets, PASSPORT_KEYS_DIR: at('keys') },
  );
  expect(renewed).toContain('timestamp.json');
  await run(['deploy', '--from', at('releases/kg'), '--to', live]);
});
