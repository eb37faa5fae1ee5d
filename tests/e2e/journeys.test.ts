/**
 * What teachers and parents do, in a real browser on the built sites.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answerRightly } from '../browser/answer-quiz.ts';
import { browseSites, withoutScript } from '../browser/browsed-sites.ts';
import { printed } from '../browser/pdf.ts';

const own = browseSites();

const lessonIds = ['why-play', 'observing-play', 'talking-in-play', 'space-for-play', 'first-week'];
const idOf = (page: Page) => page.locator('main').getAttribute('data-id');

describe('a teacher', () => {
  test('reads a course to its certificate, and carries what she has done to another phone in a file', async () => {
    const { page, strays } = await own.open('kg/ru/');
    await page.locator('main a[href="courses/play/"]').click();
    await page.getByRole('link', { name: 'Начать первый урок' }).click();
    const read: (string | null)[] = [];
    for (;;) {
      read.push(await idOf(page));
      for (const quiz of await page.locator('form.quiz').all()) await answerRightly(quiz);
      await page.getByRole('button', { name: 'Завершить урок' }).click();
      if (read.length === lessonIds.length) break;
      const next = page.locator('a[rel=next]');
      const address = (await next.getAttribute('href')) ?? '';
      await next.click();
      await page.waitForURL(new URL(address, page.url()).href);
    }
    expect(read).toEqual(lessonIds.map((id) => `play/${id}`));
    await page.locator('a.crumb').click();
    await page.getByText('Все уроки этого курса пройдены.').waitFor();
    await page.getByRole('link', { name: 'Сертификат' }).click();
    await page.getByLabel('Ваше имя').fill('Айнура Токтосунова');
    const sheet = await printed(page);
    expect(sheet.pageCount).toBe(1);
    expect(sheet.text).toMatch(/Айнура Токтосунова.*Учимся через игру.*Уроки 5/);

    await page.getByRole('link', { name: 'Моё обучение' }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Сохранить файлом' }).click(),
    ]);
    const file = await readFile(await download.path());
    expect(file.toString(), 'her name stays at home').not.toContain('Айнура');
    const other = await own.open('kg/ru/certificate/?course=play');
    expect(await other.page.locator('.sheet').isVisible()).toBe(false);
    await other.go('kg/ru/learning/');
    await other.page
      .locator('#file')
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/json', buffer: file });
    await other.page.locator('[data-course="play"] [data-certificate] a').click();
    await other.page.locator('.sheet').waitFor();
    expect(await other.page.getByLabel('Ваше имя').inputValue()).toBe('');
    await other.go('kg/ru/courses/play/why-play/');
    expect(await other.page.locator('form.quiz [role=status].right').count()).toBe(3);
    expect([...strays, ...other.strays]).toEqual([]);
  });

  test('reads the whole course without JavaScript, and opens the key of each quiz with the keyboard', async () => {
    const { page, strays } = await own.open('rs/sr-cyrl/', withoutScript);
    await page.locator('main a[href="courses/play/"]').click();
    await page.locator('article .btn').click();
    const read: (string | null)[] = [];
    for (;;) {
      read.push(await idOf(page));
      const keys = await page.locator('.quiz details').all();
      expect(keys.length, page.url()).toBeGreaterThan(1);
      for (const key of keys) {
        expect(await key.locator('.key').isVisible()).toBe(false);
        await key.locator('summary').focus();
        await page.keyboard.press('Enter');
        expect(await key.locator('.key').isVisible()).toBe(true);
        expect((await key.locator('.key').textContent())?.trim()).not.toBe('');
      }
      const next = page.locator('a[rel=next]');
      if ((await next.count()) === 0) break;
      await next.focus();
      await page.keyboard.press('Enter');
      await page.locator(`main:not([data-id="${read.at(-1)}"])`).waitFor();
    }
    expect(read).toEqual(lessonIds.map((id) => `play/${id}`));
    expect(strays).toEqual([]);
  });
});

describe('a parent', () => {
  /** What a handout has to carry when it is passed on. */
  async function expectHandout(page: Page, words: readonly string[]): Promise<void> {
    const { pageCount, text } = await printed(page);
    expect(pageCount).toBe(1);
    for (const word of words) expect(text).toContain(word);
  }
  const handout = [
    'Ветер и шляпа',
    'Каждое утро дедушка надевал войлочную шляпу и говорил: «Вот теперь я готов».',
    'А дедушка? Одной рукой он держал шляпу.',
    'Лицензия: CC BY 4.0',
    'kg.learningpassport.example/ru/materials/the-wind-and-the-hat',
  ];

  test('comes in by her door, filters for home and age 4, opens a story and prints it on one page', async () => {
    const { page, strays } = await own.open('kg/ru/');
    await page.locator('main a[href="parents/"]').click();
    await page.locator('main a[href="../materials/setting/home/"]').click();
    expect(await page.locator('h1').textContent()).toBe('Материалы: Дома');
    await page.locator('summary').click();
    await page.getByRole('link', { name: /^4–5 лет/ }).click();
    await page.waitForURL('**/kg/ru/materials/?setting=home&age=4-5');
    const said = () => page.getByRole('status').textContent();
    const found = async () => `Найдено материалов: ${await page.locator('#materials li:visible').count()}`;
    const ofBoth = await said();
    expect(ofBoth).toBe(await found());
    const story = page.getByRole('button', { name: /^Рассказ/ });
    const [, stories] = /(\d+)$/.exec((await story.textContent()) ?? '') ?? [];
    await story.click();
    const ofStories = `Найдено материалов: ${stories}`;
    expect([await said(), await found()]).toEqual([ofStories, ofStories]);
    expect(new URL(page.url()).search).toBe('?type=story&age=4-5&setting=home');
    await page.getByRole('link', { name: 'Ветер и шляпа' }).click();
    await page.waitForURL('**/materials/the-wind-and-the-hat/');
    await expectHandout(page, handout);
    await page.goBack();
    await expect.poll(said).toBe(ofStories);
    expect(await page.getByRole('button', { name: /^Рассказ/ }).getAttribute('aria-pressed')).toBe('true');
    await page.goBack();
    await expect.poll(said).toBe(ofBoth);
    expect(strays).toEqual([]);
  });

  test('does the same without JavaScript, by the page of each choice', async () => {
    const { page, strays } = await own.open('kg/ru/', withoutScript);
    await page.locator('main a[href="parents/"]').click();
    await page.locator('main a[href="../materials/setting/home/"]').click();
    const atHome = await page.locator('#materials h2').count();
    expect(await page.getByRole('status').textContent()).toBe(`Найдено материалов: ${atHome}`);
    await page.locator('summary').click();
    await page.getByRole('link', { name: /^4–5 лет/ }).click();
    expect(page.url()).toBe(`${own.url}kg/ru/materials/age/4-5/`);
    await page.getByRole('link', { name: '4–5 лет: убрать этот фильтр' }).click();
    expect(page.url()).toBe(`${own.url}kg/ru/materials/`);
    expect(await page.locator('#materials h2').count()).toBeGreaterThan(atHome);
    await page.goBack();
    await page.getByRole('link', { name: 'Ветер и шляпа' }).click();
    await page.waitForURL('**/materials/the-wind-and-the-hat/');
    await expectHandout(page, handout);
    expect(strays).toEqual([]);
  });
});

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

  test('the search form leads to every topic and to every title by its letter', async () => {
    const { page } = await own.open('uz/uz-latn/search/', withoutScript);
    // Nothing would answer them.
    expect(await page.locator('#filters, #unfilter, #search-more').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('noscript').first().textContent()).toContain('JavaScript');
    await page.locator('#q').fill('oʻyin');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=.*#all$/);
    const topics = page.locator('section', { has: page.locator('#all') });
    expect(await topics.locator('a[href="../topics/cognition/"]').count()).toBe(1);
    expect(await topics.locator('a[href="../materials/age/3-4/"]').count()).toBe(1);
    // As a reader of Uzbek expects: oʻ behind all letters of one sign.
    const letters = await page.locator('.titles h3').allTextContents();
    const behind = ['A', 'B', 'S', 'T', 'Oʻ'];
    expect(letters.filter((letter) => behind.includes(letter))).toEqual(behind);
    await page.getByRole('link', { name: /^Oʻ \d+$/ }).click();
    await page.waitForURL(/#a-z-ou2bb$/);
    await page.locator('.titles a', { hasText: 'Oʻynab oʻrganamiz' }).click();
    await page.waitForURL('**/uz/uz-latn/courses/play/');
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
    const { page } = await own.open('kg/ky/courses/play/');
    await page.keyboard.press('Tab');
    expect((await page.locator('.skip').boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });

  test('the menu of a phone opens, its first section is next, and it closes by going back', async () => {
    const { page } = await own.open('tj/tg/courses/');
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
    const { page } = await own.open('uz/uz-latn/courses/play/first-week/');
    // Three letters are seen, and the whole name is one word to who listens.
    expect(await page.getByRole('link', { name: 'Русский', exact: true }).count()).toBe(1);
    await tabTo(page, '.languages [lang="ru"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${own.url}uz/ru/courses/play/first-week/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  });

  test('a material is found by its words and opened', async () => {
    const { page } = await own.open('kg/ru/');
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
