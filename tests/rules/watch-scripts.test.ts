import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { type BuiltSites, ownSites, type SiteServer, serveSites } from '../support/built-sites.ts';
import { scriptFaults, watchScripts } from './watch-scripts.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function watchedPage(): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await watchScripts(page);
  return page;
}

/** What is found on a page after its buttons were pressed. */
async function faultsOf(body: string): Promise<string[]> {
  const page = await watchedPage();
  await page.route('https://page.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title><main>${body}</main>` }),
  );
  await page.goto('https://page.example/');
  for (const button of await page.locator('button').all()) await button.click();
  return scriptFaults(page);
}

describe('each rule finds its fault', () => {
  test.each([
    ['a click on a box', `<div id="a">Go</div><script>a.addEventListener('click', () => {})</script>`],
    [
      'a click on a link that leads nowhere',
      `<a id="a">Go</a><script>a.addEventListener('click', () => {})</script>`,
    ],
    [
      'words that change in silence',
      `<button id="a">Go</button><p id="b"></p><script>a.addEventListener('click', () => { b.textContent = 'Done' })</script>`,
    ],
  ])('%s', async (_, body) => {
    expect(await faultsOf(body)).toHaveLength(1);
  });

  test.each([
    ['a button', `<button id="a">Go</button><script>a.addEventListener('click', () => {})</script>`],
    [
      'a form that hears of its buttons',
      `<form id="a"><button type="button">Go</button></form><script>a.addEventListener('click', () => {})</script>`,
    ],
    [
      'words that are announced',
      `<button id="a">Go</button><p id="b"></p><p role="status" id="c"></p><script>a.addEventListener('click', () => { b.textContent = 'Done'; c.textContent = 'Done' })</script>`,
    ],
    [
      'a place that takes the focus',
      `<button id="a">Go</button><section id="b" tabindex="-1"></section><script>a.addEventListener('click', () => { b.focus(); b.textContent = 'Done' })</script>`,
    ],
  ])('and passes %s', async (_, body) => {
    expect(await faultsOf(body)).toEqual([]);
  });
});

describe('the sites', () => {
  let sites: BuiltSites;
  let server: SiteServer;
  beforeAll(async () => {
    sites = await ownSites();
    server = await serveSites(sites.folder);
  });
  afterAll(async () => {
    await server?.close();
    await sites?.remove();
  });

  test('every kind of page with a script, in both alphabets, after its buttons were pressed', {
    timeout: 300_000,
  }, async () => {
    const found: string[] = [];
    const seen = new Map<string, string>();
    for (const file of sites.files.filter((name) => name.endsWith('.html'))) {
      const markup = await sites.read(file);
      if (!/<script(?! type="application\/ld)/.test(markup)) continue;
      // One of each kind and alphabet is enough: the others differ in their texts.
      const isCyrillic = /^(?:ky|ru|tg|.*-Cyrl.*)$/.test(/<html lang="([^"]*)"/.exec(markup)?.[1] ?? '');
      const kind = `${isCyrillic} ${/ data-page="([^"]*)"/.exec(markup)?.[1]}`;
      if (!seen.has(kind)) seen.set(kind, file);
    }
    const waiting = [...seen.values()];
    const watch = async (): Promise<void> => {
      for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
        const page = await watchedPage();
        await page.goto(server.url + file);
        for (const button of await page.locator('main button:visible').all())
          await button.click({ timeout: 300, noWaitAfter: true }).catch(() => undefined);
        found.push(...(await scriptFaults(page)).map((fault) => `${file}: ${fault}`));
        await page.close();
      }
    };
    // Most of the time a page waits for what comes late.
    await Promise.all([watch(), watch(), watch(), watch()]);
    expect(seen.size).toBeGreaterThanOrEqual(16);
    expect(found).toEqual([]);
  });

  test('a search tells how many it has found', async () => {
    const page = await watchedPage();
    await page.goto(`${server.url}kg/ru/search/?q=игра`);
    await page.locator('#results[data-state=done] a').first().waitFor();
    expect(await scriptFaults(page)).toEqual([]);
  });
});
