/** “Copy of the site …” below a page, in a real browser: at home, on a mirror, and where a mirror says strange things. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { axeViolations } from '../browser/axe.ts';
import { browseSites } from '../browser/browsed-sites.ts';

const own = browseSites();

const health = {
  format: 1,
  state: 'ok',
  name: 'Министерство просвещения',
  sequence: 3,
  newest: { sequence: 3, released: '2026-11-29T20:00:00Z' },
  checked: '2026-11-30T04:00:00Z',
  updated: '2026-11-29T22:30:00Z',
};

interface Opened {
  readonly page: Page;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
}

/**
 * Opens a page of the built sites at another address.
 *
 * @param origin where the browser takes it to be
 * @param answer what `/_mirror/health.json` holds; without one there is none
 */
async function openAt(origin: string, path: string, answer?: string): Promise<Opened> {
  const context = await own.browser.newContext({ timezoneId: 'Asia/Bishkek', reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  await context.clock.setFixedTime('2026-11-30T12:00:00Z');
  const page = await context.newPage();
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    if (!pathname.includes('/_mirror/'))
      return route.fulfill({ response: await route.fetch({ url: own.url + pathname.slice(1) }) });
    return answer === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ contentType: 'application/json', body: answer });
  });
  await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' });
  return { page, asked };
}

const elsewhere = 'https://mirror.example.org';
const line = (page: Page): Promise<string[]> =>
  page.locator('footer .wrap > p.meta:not(.source)').allTextContents();
const lastLine = async (page: Page): Promise<string> => (await line(page)).at(-1) ?? '';

test.each([
  [
    'kg/ru/',
    'Копия сайта kg.learningpassport.example, обновлена: 30 ноября 2026 г. · Её хранит: Министерство просвещения',
  ],
  [
    'kg/ky/release/',
    'kg.learningpassport.example сайтынын көчүрмөсү, жаңыртылды: 2026-жылдын 30-ноябры · Сактаган: Министерство просвещения',
  ],
  [
    'uz/uz-cyrl/mirror/',
    'uz.learningpassport.example сайтининг нусхаси, янгиланган: 2026 йил 30 ноябрь · Сақловчи: Министерство просвещения',
  ],
])('%s says on a mirror whose copy it is, and since when', async (path, expected) => {
  const { page, asked } = await openAt(elsewhere, path, JSON.stringify(health));
  await page.locator('footer bdi').waitFor();
  expect((await lastLine(page)).replaceAll('\u00A0', ' ')).toBe(expected);
  expect(asked.filter((one) => one.includes('_mirror'))).toEqual([
    `/${path.slice(0, 2)}/_mirror/health.json`,
  ]);
  expect(await page.locator('footer .wrap > p a').last().getAttribute('href')).toContain(
    '.learningpassport.example/',
  );
  if (path === 'kg/ru/') expect(await axeViolations(page)).toEqual([]);
});

test('a mirror that is tried out on one’s own computer says so too', async () => {
  const context = await own.browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    return pathname === '/_mirror/health.json'
      ? route.fulfill({ contentType: 'application/json', body: JSON.stringify(health) })
      : route.fulfill({ response: await route.fetch({ url: `${own.url}kg${pathname}` }) });
  });
  await page.goto('http://127.0.0.1:8080/en/');
  await page.locator('footer bdi').waitFor();
  expect(await lastLine(page)).toContain('kg.learningpassport.example');
});

test('a copy that may be out of date says so', async () => {
  const { page } = await openAt(
    elsewhere,
    'kg/en/',
    JSON.stringify({ ...health, checked: '2026-11-01T00:00:00Z' }),
  );
  await page.locator('footer bdi').waitFor();
  expect(await lastLine(page)).toMatch(
    / · It may be out of date: the newest pages are at kg\.learningpassport\.example$/,
  );
});

test.each([
  ['at home', 'https://kg.learningpassport.example', 'en/'],
  ['on the computer of an author', '', 'kg/en/'],
])('%s nobody is asked, and no script more is loaded', async (_, origin, path) => {
  const home = origin === '' ? own.url.slice(0, -1) : origin;
  const context = await own.browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const file = origin === '' ? pathname.slice(1) : `kg${pathname}`;
    await route.fulfill({ response: await route.fetch({ url: own.url + file }) });
  });
  await page.goto(`${home}/${path}`, { waitUntil: 'networkidle' });
  expect(asked.some((one) => /\/home\.[0-9a-f]+\.js$/.test(one))).toBe(true);
  expect(asked.filter((one) => /_mirror|\/mirror\./.test(one))).toEqual([]);
});

test('a lesson, which has not a byte to spare, asks for nothing on a mirror either', async () => {
  const { asked } = await openAt(elsewhere, 'kg/ru/courses/play/why-play/', JSON.stringify(health));
  expect(asked.filter((one) => /mirror/.test(one))).toEqual([]);
});

test('what a mirror says is text, whatever it says', async () => {
  const name = '<img src=x onerror="document.title=1"><b>bold</b>\u202Eeliforp';
  const { page } = await openAt(
    elsewhere,
    'kg/en/',
    JSON.stringify({ ...health, name, url: 'javascript:alert(1)' }),
  );
  await page.locator('footer bdi').waitFor();
  expect(await page.locator('footer bdi').textContent()).toBe(name.replace('\u202E', ''));
  expect(await page.locator('footer bdi *').count()).toBe(0);
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
});

test.each([
  ['nothing', undefined],
  ['very much', `"${'x'.repeat(100_000)}"`],
])('a server that has %s in its place leaves the page as it is', async (_, answer) => {
  const errors: string[] = [];
  const { page, asked } = await openAt(elsewhere, 'kg/en/', answer);
  page.on('pageerror', (error) => errors.push(String(error)));
  expect(asked).toContain('/kg/_mirror/health.json');
  expect(await page.locator('footer').textContent()).not.toContain('Copy of');
  expect(errors).toEqual([]);
});
