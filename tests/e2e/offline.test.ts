/**
 * What is there without a connection, in a real browser: the server is really gone, not only the browser offline.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuthorScript } from '../../build/serve/author-script.ts';
import type { TitleIndex } from '../../templates/client/search/title-index.ts';
import { phone } from '../browser/browsed-sites.ts';
import { launchBrowser } from '../browser/browser.ts';
import { fastLine } from '../browser/fast-line.ts';
import { type BuiltSites, buildContent, type SiteServer, serveSites } from '../support/built-sites.ts';
import { minimalContent } from '../support/content.ts';

let sites: BuiltSites;
let browser: Browser;
let server: SiteServer;
let port: number;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [sites, browser] = await Promise.all([buildContent(minimalContent), launchBrowser()]);
  await splitTitles();
  server = await serveSites(sites.folder);
  port = Number(new URL(server.url).port);
});
/** Lays the titles of English into files by their letters, as those of a site with many titles lie. */
async function splitTitles(): Promise<void> {
  const main = sites.files.find((name) => name.startsWith('kg/assets/titles-en.')) ?? '';
  const { titles = [], ...index } = JSON.parse(await sites.read(main)) as TitleIndex;
  const parts = Object.fromEntries(titles.map(([, title]) => [title.charAt(0).toLowerCase(), partOf(title)]));
  for (const title of titles) await writeFile(file(`assets/${partOf(title[1])}`), JSON.stringify([title]));
  await writeFile(file(main.slice('kg/'.length)), JSON.stringify({ ...index, parts }));
}

const partOf = (title: string): string => `titles-${title.charAt(0).toLowerCase()}-en.0123abcd.json`;

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await sites?.remove();
});
beforeEach(async () => {
  context = await browser.newContext(phone);
  await context.addInitScript(fastLine);
  page = await context.newPage();
});
afterEach(() => context.close());

const lesson = 'en/courses/play/first/';
const at = (address: string): string => `http://127.0.0.1:${port}/kg/${address}`;
const open = (address: string) => page.goto(at(address));
const file = (address: string): string => path.join(sites.folder, 'kg', address);

/** A worker of a busy machine takes its time. */
const patient = { timeout: 20_000 };

/** Addresses of all that is kept, in all caches. */
const kept = (): Promise<string[]> =>
  page.evaluate(`(async () => {
    const all = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url);
    return all;
  })()`);
const cacheNames = (): Promise<string[]> => page.evaluate('caches.keys()');
const workers = (): Promise<number> =>
  page.evaluate('navigator.serviceWorker.getRegistrations().then(({ length }) => length)');

/** Opens a page, and waits until it is kept, with its scripts. */
async function read(address: string): Promise<void> {
  await open(address);
  const parts = await page.evaluate<string[]>('[...document.scripts].flatMap(({ src }) => src || [])');
  await expect.poll(kept, patient).toEqual(expect.arrayContaining([at(address), ...parts]));
}

async function ask(question: string): Promise<string[]> {
  await page.locator('#q').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('#results[data-state="done"]').waitFor({ state: 'attached' });
  return page.locator('#results h2').allTextContents();
}

/** Does something while there is no server. */
async function withoutServer(work: () => Promise<void>): Promise<void> {
  await server.close();
  try {
    await work();
  } finally {
    server = await serveSites(sites.folder, false, port);
  }
}

/** Does something while another server stands in the place of ours. */
async function withServer(answer: RequestListener, work: () => Promise<void>): Promise<void> {
  await server.close();
  const other = createServer(answer);
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  try {
    await work();
  } finally {
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    server = await serveSites(sites.folder, false, port);
  }
}

test('a lesson that was read, its script, and every title are there without a server', async () => {
  const strays: string[] = [];
  page.on('request', (request) => request.url().startsWith(at('')) || strays.push(request.url()));
  await read(lesson);
  await open('en/search/');
  expect(await ask('bag')).toEqual(['Bag']);
  const parts = ['Bag', 'First', 'Play', 'Talk'].map((title) => at(`assets/${partOf(title)}`));
  await expect.poll(kept, patient).toEqual(expect.arrayContaining(parts));
  await withoutServer(async () => {
    await open(lesson);
    expect(await page.locator('h1').textContent()).toBe('First');
    await page.locator('button.check').waitFor();
    expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
    await open('en/search/?q=secret');
    // Was never asked for.
    expect(await ask('talk')).toEqual(['Talk']);
    expect(await page.locator('#search-status').textContent()).toMatch(/\d/);
    // Not all of what texts say is there: that can be tried again.
    await page.locator('#search-inside button').waitFor();
  });
  await open('en/search/?q=secret');
  expect((await kept()).filter((address) => /[?#]/.test(address))).toEqual([]);
  expect(
    await page.evaluate('caches.match(location.pathname).then(({ status, url }) => [status, url])'),
  ).toEqual([200, '']);
  expect(strays).toEqual([]);
});

test('who begins with a question has its answer without a server, from the insides of texts as well', async () => {
  await open('en/search/');
  expect(await ask('touch')).toEqual(['Bag']);
  const loaded = await page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => name.replace(/[?].*/, '')).filter((name) => /titles|pagefind/.test(name))`,
  );
  expect(loaded.length).toBeGreaterThan(5);
  await expect.poll(kept, patient).toEqual(expect.arrayContaining([at('en/search/'), ...loaded]));
  await withoutServer(async () => {
    await open('en/search/');
    expect(await ask('touch')).toEqual(['Bag']);
    expect(await page.locator('#search-inside').isHidden()).toBe(true);
  });
});

test('of a page that was never read it is said so, in the language of the page', async () => {
  await read(lesson);
  await withoutServer(async () => {
    const answer = await open('en/materials/bag/');
    expect(answer?.status()).toBe(503);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('h1').textContent()).toBe('There is no connection');
    expect(await page.locator('a').getAttribute('href')).toBe(at('en/'));
    // Its policy lets its sheet through, and nothing else.
    expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).not.toBe('none');
  });
});

test('the line comes first: what is new is shown, and a server that fails is not', async () => {
  await read(lesson);
  const old = await sites.read(`kg/${lesson}index.html`);
  await writeFile(file(`${lesson}index.html`), old.replace('Because.', 'Corrected.'));
  await open(lesson);
  expect(await page.locator('main').textContent()).toContain('Corrected.');
  const failing: RequestListener = (_, response) => void response.writeHead(502).end('Bad gateway');
  await withServer(failing, async () => {
    await open(lesson);
    expect(await page.locator('main').textContent()).toContain('Corrected.');
    expect((await open('en/courses/'))?.status()).toBe(502);
  });
  await writeFile(file(`${lesson}index.html`), old);
});

test('a page that was read is shown where the line is there and brings nothing', async () => {
  await read(lesson);
  const silent: RequestListener = () => {};
  await withServer(silent, async () => {
    await open(lesson);
    expect(await page.locator('h1').textContent()).toBe('First');
    await page.locator('button.check').waitFor();
  });
});

test('a page that was withdrawn loses its copy, and an old copy does not answer', async () => {
  const gone = 'en/materials/bag/';
  await read(lesson);
  await open(gone);
  await expect.poll(kept, patient).toContain(at(gone));
  const old = await sites.read(`kg/${gone}index.html`);
  await rm(file(`${gone}index.html`));
  expect((await open(gone))?.status()).toBe(404);
  await expect.poll(kept, patient).not.toContain(at(gone));
  await writeFile(file(`${gone}index.html`), old);

  await page.evaluate(`(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' page'));
    const cache = await caches.open(name);
    const { body } = await cache.match('${at(lesson)}');
    const longAgo = String(Date.now() - 31 * 24 * 3600 * 1000);
    await cache.put('${at(lesson)}', new Response(body, { headers: { 'x-kept-at': longAgo } }));
  })()`);
  await withoutServer(async () => {
    expect((await open(lesson))?.status()).toBe(503);
  });
});

test('caches of another site, and of others, are left alone; those of an older worker go', async () => {
  await open('robots.txt');
  const mine = `learning-passport ${at('')} 0 page`;
  const others = [`learning-passport ${new URL('..', at('')).href}uz/ 0 page`, 'theirs'];
  for (const name of [mine, ...others]) await page.evaluate(`caches.open('${name}').then(() => {})`);
  await read(lesson);
  await expect.poll(cacheNames, patient).not.toContain(mine);
  expect(await cacheNames()).toEqual(expect.arrayContaining(others));
});

test('“Forget everything” also forgets which pages were read', async () => {
  await read(lesson);
  await read('en/learning/');
  await page.evaluate(`caches.open('theirs').then(() => {})`);
  await page.locator('#forget-ask').click();
  await page.locator('#forget-now').click();
  await expect.poll(() => page.locator('#learning-status').textContent()).toContain('forgotten');
  expect(await cacheNames()).toEqual(['theirs']);
});

test('the lines of the guide take the worker and what it has kept off a device', async () => {
  const guide = await readFile('scripts/README.md', 'utf8');
  const [, lines = ''] = /```ts\n(import \{ cachesOf.*?)```/s.exec(guide) ?? [];
  await read(lesson);
  const before = await sites.read('kg/sw.js');
  const { outputFiles } = await build({
    stdin: { contents: lines, loader: 'ts', resolveDir: 'templates/client' },
    bundle: true,
    write: false,
  });
  await writeFile(file('sw.js'), outputFiles[0]?.contents ?? '');
  await page.evaluate('navigator.serviceWorker.ready.then((own) => own.update())');
  await expect.poll(workers, patient).toBe(0);
  expect(await cacheNames()).toEqual([]);
  await writeFile(file('sw.js'), before);
});

describe('no worker is started', () => {
  /** As the scripts of a page do. */
  const keep = (frame: Frame): Promise<unknown> =>
    frame.evaluate(`import(${JSON.stringify(at('keep.js'))}).then(({ keep }) => keep())`);

  test('in the preview', async () => {
    const preview = await createAuthorScript();
    const body = preview(await sites.read(`kg/${lesson}index.html`), false);
    await page.route(at(lesson), (route) => route.fulfill({ contentType: 'text/html', body }));
    await open(lesson);
    await keep(page.mainFrame());
    expect(await workers()).toBe(0);
    await page.unroute(at(lesson));
    await open(lesson);
    await keep(page.mainFrame());
    expect(await workers()).toBe(1);
  });

  test('in a frame, such as those of the gallery', async () => {
    const body = await sites.read(`kg/${lesson}index.html`);
    await page.route(at(lesson), (route) => route.fulfill({ contentType: 'text/html', body }));
    await open('robots.txt');
    await page.evaluate(`new Promise((resolve) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.onload = () => resolve();
      frame.src = '${at(lesson)}';
    })`);
    await keep(page.frames()[1] ?? page.mainFrame());
    expect(await workers()).toBe(0);
  });
});
