/**
 * Every kind of page by axe (WCAG 2.2 AA) and by its width, on a narrow phone and a desktop, light and dark.
 */
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bringAxe, sidewaysScroll, violationsDayAndNight } from '../browser/axe.ts';
import { browseSites } from '../browser/browsed-sites.ts';

const own = browseSites();
/** One for all, so that axe is compiled once; what a page has stored goes before the next one. */
let page: Page;

beforeAll(async () => {
  page = await own.browser.newPage({ reducedMotion: 'reduce' });
  await bringAxe(page);
});
afterEach(() => page.evaluate("if (location.protocol === 'http:') localStorage.clear()"));

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
  'rs/sr-cyrl/release/',
  'kg/ru/mirror/',
];

test('every kind of page is among them', async () => {
  const kindOf = async (file: string) => / data-page="([^"]*)"/.exec(await own.sites.read(file))?.[1];
  const all = await Promise.all(own.sites.files.filter((file) => file.endsWith('.html')).map(kindOf));
  const seen = await Promise.all(pages.map((path) => kindOf(path.replace(/\/$/, '/index.html'))));
  expect(new Set(seen)).toEqual(new Set(all));
});

test.each(pages)('%s', async (path) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(own.url + path);
    expect(await violationsDayAndNight(page), `${width} px`).toEqual([]);
    expect(await sidewaysScroll(page), `sideways scroll at ${width} px`).toBe(0);
  }
});
