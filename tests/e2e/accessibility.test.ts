/**
 * Every kind of page by axe (WCAG 2.2 AA) and by its width, on a narrow phone and a desktop, light and dark.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, sidewaysScroll } from '../browser/axe.ts';
import { launchBrowser } from '../browser/browser.ts';
import { type BuiltSites, buildOwnSites, type SiteServer, serveSites } from '../support/built-sites.ts';

let sites: BuiltSites;
let server: SiteServer;
let browser: Browser;

beforeAll(async () => {
  [sites, browser] = await Promise.all([buildOwnSites(), launchBrowser()]);
  server = await serveSites(sites.folder);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await sites?.remove();
});

const pages = [
  'kg/',
  'kg/ky/',
  'me/cnr-latn/courses/',
  'tj/ru/courses/play/',
  'kg/ru/courses/play/observing-play/',
  'uz/uz-latn/courses/play/first-week/',
  'rs/sr-cyrl/materials/',
  'tj/tg/materials/setting/home/',
  'uz/uz-latn/materials/treasure-bag/',
  'kg/ru/groups/play-every-day/',
  'me/en/groups/',
  'tj/tg/pages/privacy/',
  'rs/sr-latn/search/',
  'kg/ky/topics/',
  'uz/uz-latn/topics/language-literacy/',
  'tj/tg/parents/',
  'kg/404.html',
  'kg/ru/learning/',
  'uz/uz-latn/certificate/',
  'me/cnr-latn/certificate/verify/',
];

const views = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

test('every kind of page is among them', async () => {
  const kindOf = async (file: string) => / data-page="([^"]*)"/.exec(await sites.read(file))?.[1];
  const all = await Promise.all(sites.files.filter((file) => file.endsWith('.html')).map(kindOf));
  const seen = await Promise.all(pages.map((path) => kindOf(path.replace(/\/$/, '/index.html'))));
  expect(new Set(seen)).toEqual(new Set(all));
});

test.each(pages)('%s', async (path) => {
  for (const { width, colorScheme } of views) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(server.url + path);
    expect(await axeViolations(page), `${width} px, ${colorScheme}`).toEqual([]);
    expect(await sidewaysScroll(page), `sideways scroll at ${width} px`).toBe(0);
    await context.close();
  }
});
