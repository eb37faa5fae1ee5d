/**
 * The library of materials, in a real browser on the built sites.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sidewaysScroll, violationsDayAndNight } from '../browser/axe.ts';
import { browseSites, phone, withoutScript } from '../browser/browsed-sites.ts';
import { buildContent } from '../support/built-sites.ts';
import { minimalContent, text } from '../support/content.ts';

const own = browseSites();

const wide: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

const said = (page: Page) => page.getByRole('status').textContent();
const titles = (page: Page) => page.locator('#materials h2').allTextContents();
const searchOf = (page: Page): string => new URL(page.url()).search;

describe('filters', () => {
  test('say how much each would leave, and that nothing fits, with a way on', async () => {
    const { page } = await own.open('kg/en/materials/', wide);
    const all = await titles(page);
    await page.getByRole('button', { name: /^Up to 5 minutes/ }).click();
    expect(await page.getByRole('button', { name: /^Story/ }).textContent()).toBe('Story 0');
    await page.getByRole('button', { name: /^Story/ }).click();
    expect(await said(page)).toBe('Nothing fits all of this. Take one filter away.');
    expect(await titles(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show all materials' }).click();
    expect(await titles(page)).toEqual(all);
    expect(searchOf(page)).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('found');
  });

  test('that are folded away stand first, and can be taken away there', async () => {
    const { page } = await own.open('kg/en/materials/?age=3-4&type=song&setting=home');
    const chosen = page.locator('.chosen button');
    expect(await chosen.allTextContents()).toEqual(['3–4 years', 'At home']);
    await page.getByRole('button', { name: '3–4 years: remove this filter' }).click();
    expect(searchOf(page)).toBe('?type=song&setting=home');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('At home');
    await page.locator('summary').click();
    await expect.poll(() => chosen.count()).toBe(0);
  });

  test('are not troubled by an address that asks for what there is not', async () => {
    const query = '?age=99&colour=red&type=%3Cimg%20src=x%3E&type=story&domain=';
    const { page, strays } = await own.open('kg/en/materials/?type=story');
    const stories = await titles(page);
    expect(stories).toContain('The wind and the hat');
    await page.goto(`${own.url}kg/en/materials/${query}`);
    expect(await titles(page)).toEqual(stories);
    await page.goto(`${own.url}kg/en/materials/?age=99`);
    expect((await titles(page)).length).toBeGreaterThan(stories.length);
    expect(strays).toEqual([]);
  });

  test('can be used with the keyboard alone', async () => {
    const { page } = await own.open('rs/sr-cyrl/materials/', wide);
    const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
    const all = await titles(page);
    await page.locator('#filters .skip').focus();
    await page.keyboard.press('Tab');
    const first = await focused();
    await page.keyboard.press('Space');
    expect(await page.locator('[aria-pressed="true"]').allTextContents()).toEqual([first]);
    expect(await focused()).toBe(first);
    const [, count] = /(\d+)$/.exec(first) ?? [];
    expect(await said(page)).toBe(`Пронађено материјала: ${count}`);
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(all);
    await page.locator('#filters .skip').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("#materials") !== null')).toBe(true);
  });
});

describe('a library of more than one page', () => {
  const long = browseSites(async () => {
    const material = (index: number): string =>
      text(
        `title: Material ${index}\nsummary: About ${index}.\ntype: ${index % 2 ? 'story' : 'activity'}\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\nsetting: [home]\ndurationMinutes: 10\n`,
        'Text.\n',
      );
    const files = Array.from({ length: 120 }, (_, index) => [
      `shared/materials/m${index}/index.en.md`,
      material(index),
    ]);
    return buildContent({ ...minimalContent, ...Object.fromEntries(files) });
  });

  test('can be read page by page without JavaScript', async () => {
    const { page } = await long.open('kg/en/materials/', withoutScript);
    expect(await titles(page)).toHaveLength(48);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.getByRole('link', { name: 'Next page' }).click();
    expect(await page.locator('.pages p').textContent()).toBe('Page 3 of 3');
    expect(await titles(page)).toHaveLength(25);
    await page.getByRole('link', { name: 'Previous page' }).click();
    expect(page.url()).toBe(`${long.url}kg/en/materials/page/2/`);
  });

  test('asks for its index when somebody filters, once, and shows what fits a page at a time', async () => {
    const { page, strays } = await long.open('kg/en/materials/', phone);
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('.json') && asked.push(request.url()));
    await page.getByRole('button', { name: /^story/ }).click();
    await expect.poll(() => said(page)).toBe('Materials found: 60');
    expect(await titles(page)).toHaveLength(48);
    expect(await page.locator('.pages').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show more' }).click();
    expect(await titles(page)).toHaveLength(60);
    expect(await page.evaluate('document.activeElement.closest("li").matches(":nth-child(49)")')).toBe(true);
    await page.getByRole('button', { name: /^story/ }).click();
    expect(await said(page)).toBe('Materials found: 121');
    expect(await page.locator('.pages').isVisible()).toBe(true);
    await page.getByRole('button', { name: /^activity/ }).click();
    expect(asked).toHaveLength(1);
    await page.locator('#materials a').last().click();
    expect(await page.locator('main').getAttribute('data-page')).toBe('material');
    expect(strays).toEqual([]);
  });

  test('shows a row of the index as it shows one of the page', async () => {
    const { page } = await long.open('kg/en/materials/', phone);
    const rowOf = (id: string): Promise<string> =>
      page
        .locator(`#materials li:has(a[href="${id}/"])`)
        .evaluate((row) => row.outerHTML.replace(/\n|<\/?span[^>]*>/g, ''));
    const before = await rowOf('m0');
    await page.getByRole('button', { name: /^activity/ }).click();
    await expect.poll(() => said(page)).toBe('Materials found: 61');
    expect(await rowOf('m0')).toBe(before);
  });

  test('says so when its index does not come, and keeps the list', async () => {
    const { page } = await long.open('kg/en/materials/', phone);
    await page.route('**/*.json', (route) => route.abort());
    await page.getByRole('button', { name: /^story/ }).click();
    await expect
      .poll(() => said(page))
      .toBe('The filters do not answer right now. Look through the list below.');
    expect(await titles(page)).toHaveLength(48);
  });
});

describe('a material', () => {
  const bag = 'uz/uz-latn/materials/treasure-bag/';

  test('is shared by its address and nothing more, by the sheet of the phone', async () => {
    const context = await own.browser.newContext(phone);
    const page = await context.newPage();
    await page.addInitScript(`navigator.share = async (data) => { globalThis.shared = data; };`);
    await page.goto(`${own.url}${bag}?utm_source=x#steps`);
    await page.getByRole('button', { name: 'Ulashish' }).click();
    expect(await page.evaluate('globalThis.shared')).toEqual({
      title: await page.locator('h1').textContent(),
      url: own.url + bag,
    });
  });

  test('else its link is copied, else shown', async () => {
    const page = await own.browser.newPage();
    await page.addInitScript(
      `delete Navigator.prototype.share;
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { if (globalThis.refuse) throw new Error(); globalThis.copied = text; } } });`,
    );
    await page.goto(own.url + bag);
    await page.getByRole('button', { name: 'Ulashish' }).click();
    await expect.poll(() => said(page)).toBe('Havola nusxalandi: uni xabarga qoʻying.');
    expect(await page.evaluate('globalThis.copied')).toBe(own.url + bag);
    await page.evaluate('globalThis.refuse = true');
    await page.getByRole('button', { name: 'Ulashish' }).click();
    await expect.poll(() => said(page)).toBe(own.url + bag);
  });

  test('has no such buttons without JavaScript', async () => {
    const { page } = await own.open(bag, withoutScript);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});

test.each([
  'uz/uz-latn/materials/setting/home/',
  'kg/ru/materials/?type=story&age=3-4',
  'tj/tg/materials/?type=story&time=5',
  'kg/ky/materials/treasure-bag/',
])('%s by axe, narrow and wide, light and dark', async (address) => {
  for (const width of [320, 1280]) {
    const { page } = await own.open(address, { viewport: { width, height: 800 } });
    expect(await violationsDayAndNight(page), `${width}`).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  }
});
