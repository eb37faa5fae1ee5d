/**
 * What teachers do, in a real browser on the built sites.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

/** Opens a page and notes every request that leaves the site, and every error. */
async function open(
  path: string,
  options: BrowserContextOptions = phone,
): Promise<{ page: Page; strays: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const strays: string[] = [];
  page.on(
    'request',
    (request) =>
      !request.url().startsWith(server.url) &&
      !request.url().startsWith('data:') &&
      strays.push(request.url()),
  );
  page.on('pageerror', (error) => strays.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && strays.push(message.text()));
  await page.goto(server.url + path);
  return { page, strays };
}

describe('without JavaScript', () => {
  test('a teacher chooses Kyrgyz, reads the first lesson, answers its quiz and goes on to the second', async () => {
    const { page, strays } = await open('kg/', { ...phone, javaScriptEnabled: false });
    await page.getByRole('link', { name: /кыргызча/i }).click();
    expect(page.url()).toBe(`${server.url}kg/ky/`);
    await page.locator('main a[href="courses/play/why-play/"]').first().click();
    expect(await page.locator('main').getAttribute('data-page')).toBe('lesson');
    const quiz = page.locator('fieldset').first();
    await quiz.locator('input').first().check();
    expect(await quiz.locator('input').first().isChecked()).toBe(true);
    const key = quiz.locator('details');
    expect(await key.getAttribute('open')).toBeNull();
    await key.locator('summary').click();
    expect(await key.getAttribute('open')).toBe('');
    await page.locator('main a[href="../observing-play/"]').last().click();
    expect(await page.locator('main').getAttribute('data-id')).toBe('play/observing-play');
    expect(strays).toEqual([]);
  });

  test('a quiz can be answered and its key opened with the keyboard alone', async () => {
    const { page } = await open('rs/sr-cyrl/courses/play/why-play/', { javaScriptEnabled: false });
    const first = page.locator('fieldset input').first();
    await first.focus();
    await page.keyboard.press('Space');
    expect(await first.isChecked()).toBe(true);
    const summary = page.locator('fieldset summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('fieldset details').first().getAttribute('open')).toBe('');
  });

  test('the search page lists every page by topic', async () => {
    const { page } = await open('tj/tg/search/', { ...phone, javaScriptEnabled: false });
    const links = await page
      .locator('main a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
    expect(links).toContain('../courses/play/first-week/');
    expect(links).toContain('../materials/hello-hands/');
  });

  test('the language switch leads to the same page', async () => {
    const { page } = await open('uz/uz-latn/materials/treasure-bag/', { javaScriptEnabled: false });
    await page.locator('header a[lang="ru"]').click();
    expect(page.url()).toBe(`${server.url}uz/ru/materials/treasure-bag/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  });

  test('the first stop of the Tab key leads past the header', async () => {
    const { page } = await open('me/cnr-latn/courses/play/', { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/#${await page.locator('main').getAttribute('id')}`);
  });
});

describe('with the keyboard alone', () => {
  /** Presses Tab until the focus is on an element, as far as a reader would go. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  }

  test('the skip link is seen when it has the focus, and the next stop is in the content', async () => {
    const { page } = await open('kg/ky/courses/play/');
    await page.keyboard.press('Tab');
    expect((await page.locator('.skip').boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });

  test('the menu of a phone opens, its first section is next, and it closes by going back', async () => {
    const { page } = await open('tj/tg/courses/');
    await tabTo(page, '.go');
    await page.keyboard.press('Enter');
    await page.locator('nav#menu').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator('nav#menu li:first-child a:focus').count()).toBe(1);
    expect(await page.locator('nav#menu a:focus').getAttribute('aria-current')).toBe('page');
    await page.goBack();
    expect(await page.locator('nav#menu').isVisible()).toBe(false);
  });

  test('the same page is reached in another language, and says so', async () => {
    const { page } = await open('uz/uz-latn/courses/play/first-week/');
    // Three letters are seen, and the whole name is one word to who listens.
    expect(await page.getByRole('link', { name: 'Русский', exact: true }).count()).toBe(1);
    await tabTo(page, '.languages [lang="ru"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}uz/ru/courses/play/first-week/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  });

  test('a material is found by its words and opened', async () => {
    const { page } = await open('kg/ru/');
    await tabTo(page, '.go');
    await page.keyboard.press('Enter');
    await tabTo(page, 'nav#menu a[href$="search/"]');
    await page.keyboard.press('Enter');
    await tabTo(page, '[type="search"]');
    await page.keyboard.type('мешочек');
    await page.keyboard.press('Enter');
    await page.locator('#results[data-state="done"] a').first().waitFor();
    await tabTo(page, '#results a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/kg\/ru\/materials\/treasure-bag\//);
  });
});

describe('search', () => {
  test.each([
    ['kg/ky', 'баштык', 'materials/treasure-bag/'],
    ['kg/ru', 'мешочек', 'materials/treasure-bag/'],
    ['kg/en', 'treasure bag', 'materials/treasure-bag/'],
    ['tj/tg', 'халта', 'materials/treasure-bag/'],
    ['uz/uz-latn', 'oʻyin', 'courses/play/'],
    ['rs/sr-cyrl', 'игра', 'courses/play/'],
    ['me/cnr-latn', 'igra', 'courses/play/'],
  ])('%s finds "%s"', async (root, query, expected) => {
    const { page, strays } = await open(`${root}/search/?q=${encodeURIComponent(query)}`);
    await page.locator('#results[data-state="done"]').waitFor();
    const found = await page
      .locator('#results a')
      .evaluateAll((anchors) => anchors.map((anchor) => String(Reflect.get(anchor, 'href'))));
    expect(found.some((url) => url.startsWith(`${server.url}${root}/${expected}`))).toBe(true);
    expect(strays).toEqual([]);
    await page.locator('#results a').first().click();
    await page.locator('main[data-id]').waitFor();
  });

  test('what is typed is answered without leaving the page, and kept in its address', async () => {
    const { page } = await open('kg/en/search/');
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('song');
    await page.keyboard.press('Enter');
    await page.locator('#results[data-state="done"] a').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('song');
    expect(await page.locator('[role="status"]').first().textContent()).toMatch(/\d/);
  });

  test('words that occur nowhere are answered with a sentence', async () => {
    const { page } = await open('kg/en/search/?q=xylophonequark');
    await page.locator('#results[data-state="done"]').waitFor({ state: 'attached' });
    expect(await page.locator('#results a').count()).toBe(0);
    expect((await page.locator('[role="status"]').first().textContent())?.trim()).not.toBe('');
  });

  test('markup in a query stays text', async () => {
    const { page, strays } = await open(
      `kg/en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> play')}`,
    );
    await page.locator('#results[data-state="done"]').waitFor({ state: 'attached' });
    expect(await page.locator('#results img').count()).toBe(0);
    expect(strays).toEqual([]);
  });
});
