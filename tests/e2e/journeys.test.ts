/**
 * What teachers do, in a real browser on the built sites.
 */
import { describe, expect, test } from 'vitest';
import { browseSites, withoutScript } from '../browser/browsed-sites.ts';

const own = browseSites();

describe('without JavaScript', () => {
  test('a teacher chooses Kyrgyz, reads the first lesson, answers its quiz and goes on to the second', async () => {
    const { page, strays } = await own.open('kg/', withoutScript);
    await page.getByRole('link', { name: /кыргызча/i }).click();
    expect(page.url()).toBe(`${own.url}kg/ky/`);
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
    const { page } = await own.open('rs/sr-cyrl/courses/play/why-play/', withoutScript);
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
    const { page } = await own.open('tj/tg/search/', withoutScript);
    const links = await page
      .locator('main a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
    expect(links).toContain('../courses/play/first-week/');
    expect(links).toContain('../materials/hello-hands/');
  });

  test('the language switch leads to the same page', async () => {
    const { page } = await own.open('uz/uz-latn/materials/treasure-bag/', withoutScript);
    await page.locator('header a[lang="ru"]').click();
    expect(page.url()).toBe(`${own.url}uz/ru/materials/treasure-bag/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  });

  test('the first stop of the Tab key leads past the header', async () => {
    const { page } = await own.open('me/cnr-latn/courses/play/', withoutScript);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/#${await page.locator('main').getAttribute('id')}`);
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
    const { page, strays } = await own.open(`${root}/search/?q=${encodeURIComponent(query)}`);
    await page.locator('#results[data-state="done"]').waitFor();
    const found = await page
      .locator('#results a')
      .evaluateAll((anchors) => anchors.map((anchor) => String(Reflect.get(anchor, 'href'))));
    expect(found.some((url) => url.startsWith(`${own.url}${root}/${expected}`))).toBe(true);
    expect(strays).toEqual([]);
    await page.locator('#results a').first().click();
    await page.locator('main[data-id]').waitFor();
  });

  test('what is typed is answered without leaving the page, and kept in its address', async () => {
    const { page } = await own.open('kg/en/search/');
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('song');
    await page.keyboard.press('Enter');
    await page.locator('#results[data-state="done"] a').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('song');
    expect(await page.locator('[role="status"]').first().textContent()).toMatch(/\d/);
  });

  test('words that occur nowhere are answered with a sentence', async () => {
    const { page } = await own.open('kg/en/search/?q=xylophonequark');
    await page.locator('#results[data-state="done"]').waitFor({ state: 'attached' });
    expect(await page.locator('#results a').count()).toBe(0);
    expect((await page.locator('[role="status"]').first().textContent())?.trim()).not.toBe('');
  });

  test('markup in a query stays text', async () => {
    const { page, strays } = await own.open(
      `kg/en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> play')}`,
    );
    await page.locator('#results[data-state="done"]').waitFor({ state: 'attached' });
    expect(await page.locator('#results img').count()).toBe(0);
    expect(strays).toEqual([]);
  });
});
