/**
 * Search as a teacher meets it: what it loads and when, what it forgives, and what it does with anything that is typed.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browseSites } from '../browser/browsed-sites.ts';
import { fastLine } from '../browser/fast-line.ts';

const own = browseSites();

/** What was asked for beyond the page, by the names of the files. */
function watchFiles(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname.replace(/.*\//, '')));
  return files;
}

const done = (page: Page) => page.locator('#results[data-state="done"]').waitFor({ state: 'attached' });
const titles = (page: Page) => page.locator('#results h2').allTextContents();
const isIndex = (file: string): boolean => /^titles|pagefind|^words-/.test(file);

async function ask(page: Page, question: string): Promise<string[]> {
  await page.locator('#q').fill(question);
  await page.keyboard.press('Enter');
  await done(page);
  return titles(page);
}

test('nothing of the index is loaded before the field has the focus; titles answer without Pagefind', async () => {
  const { page, strays } = await own.visit(undefined, fastLine);
  const files = watchFiles(page);
  await page.goto(`${own.url}kg/ru/search/`, { waitUntil: 'networkidle' });
  expect(files.filter(isIndex)).toEqual([]);
  await page.locator('#q').pressSequentially('мешоч');
  await page.locator('#results h2').first().waitFor();
  expect((await titles(page)).join()).toMatch(/^Мешочек с\sсокровищами$/);
  expect(files.filter(isIndex).map((file) => file.slice(0, 9))).toEqual(['titles-ru']);
  await page.keyboard.press('Enter');
  // The summary is in the index of texts.
  await page.locator('#results p:not(.meta)').first().waitFor();
  expect(files.filter(isIndex)).toContain('pagefind.js');
  expect(strays).toEqual([]);
});

test.each([
  ['kg/ky', 'баштык', 'materials/treasure-bag/'],
  ['kg/ru', 'мешочек', 'materials/treasure-bag/'],
  ['kg/en', 'treasure bag', 'materials/treasure-bag/'],
  ['tj/tg', 'халта', 'materials/treasure-bag/'],
  ['uz/uz-latn', 'oʻyin', 'courses/play/'],
  ['rs/sr-cyrl', 'игра', 'courses/play/'],
  ['me/cnr-latn', 'igra', 'courses/play/'],
])('%s finds "%s", and leads there', async (root, question, expected) => {
  const { page, strays } = await own.visit(undefined, fastLine);
  await page.goto(`${own.url}${root}/search/?q=${encodeURIComponent(question)}`);
  await done(page);
  await page.locator(`#results a[href^="${own.url}${root}/${expected}"]`).first().click();
  await page.locator('main[data-id]').waitFor();
  expect(strays).toEqual([]);
});

test('the words that were asked for are marked in title and summary, whatever form they have', async () => {
  const { page } = await own.visit(undefined, fastLine);
  await page.goto(`${own.url}uz/ru/search/?q=${encodeURIComponent('ветер шляпами')}`);
  await done(page);
  const first = page.locator('#results li').first();
  expect(await first.locator('h2 mark').allTextContents()).toEqual(['Ветер', 'шляпа']);
  expect(await first.locator('p mark').allTextContents()).toEqual(['шляпой', 'Ветер', 'шляпы']);
});

test.each([
  ['a reader who saves data', `{ saveData: true }`],
  ['a line of the second generation', `{ saveData: false, effectiveType: 'slow-2g' }`],
])('for %s, texts are searched only when asked for', async (_, connection) => {
  const dear = `Object.defineProperty(navigator, 'connection', { value: ${connection} })`;
  const { page } = await own.visit(undefined, dear);
  const files = watchFiles(page);
  await page.goto(`${own.url}kg/en/search/?q=spoon`);
  await done(page);
  expect(files).not.toContain('pagefind.js');
  expect(await page.locator('#search-inside').textContent()).toBe('Search inside the texts: 100 KB');
  await page.locator('#search-inside button').click();
  await page.locator('#results h2').first().waitFor();
  expect(files).toContain('pagefind.js');
  expect(await page.locator('#search-inside').isVisible()).toBe(false);
});

test.each([
  ['kg/ru', 'detskie igri', 'letters of the other script'],
  ['kg/ru', 'мешочик', 'a slip of the finger'],
  ['kg/ru', 'мешочками', 'another case'],
  ['uz/uz-latn', "o'yin", 'an apostrophe for a turned comma'],
  ['uz/uz-cyrl', 'oyin', 'no apostrophe, in the other script'],
  ['rs/sr-latn', 'djeca', 'ijekavian for ekavian'],
  ['me/cnr-cyrl', 'deca', 'ekavian for ijekavian, in the other script'],
  ['rs/sr-cyrl', 'vrecica', 'no diacritics, in the other script'],
])('%s forgives "%s": %s', async (root, question) => {
  const { page, strays } = await own.visit(undefined, fastLine);
  await page.goto(`${own.url}${root}/search/?q=${encodeURIComponent(question)}`);
  await done(page);
  const links = await page.locator('#results a').all();
  expect(links.length).toBeGreaterThan(0);
  // In the script of the reader.
  for (const link of links) expect(await link.getAttribute('href')).toContain(`/${root}/`);
  expect(strays).toEqual([]);
});

test('the question is in the address, and going back asks the one before', async () => {
  const { page } = await own.open('kg/en/search/');
  const songs = await ask(page, 'song');
  expect(await page.locator('#search-status').textContent()).toMatch(/\d/);
  expect(await ask(page, 'treasure')).not.toEqual(songs);
  expect(new URL(page.url()).searchParams.get('q')).toBe('treasure');
  await page.goBack();
  await page.waitForURL('**/?q=song');
  expect(await page.locator('#q').inputValue()).toBe('song');
  await expect.poll(() => titles(page)).toEqual(songs);
});

describe('filters', () => {
  const filters = (page: Page) => page.locator('#filters summary');
  const tick = async (page: Page, label: string): Promise<void> => {
    await page.getByRole('checkbox', { name: label, exact: true }).check();
    await done(page);
  };
  const said = (page: Page) => page.locator('#search-status').textContent();
  const query = (page: Page): string => new URL(page.url()).search;
  const lessonAddress = /courses\/[^/]+\/[^/]+\/$/;

  test('alone they list what there is; nothing of the index is loaded before they are touched', async () => {
    const { page, strays } = await own.visit(undefined, fastLine);
    const files = watchFiles(page);
    await page.goto(`${own.url}kg/en/search/`, { waitUntil: 'networkidle' });
    expect(files.filter(isIndex)).toEqual([]);
    await filters(page).click();
    await tick(page, 'Lessons');
    const lessons = await titles(page);
    expect(lessons).toContain('Why children need play');
    for (const link of await page.locator('#results a').all())
      expect(await link.getAttribute('href')).toMatch(lessonAddress);
    expect(await said(page)).toBe(`${lessons.length} results`);
    await tick(page, 'Story');
    expect(await said(page)).toContain('Take one filter away');
    await page.getByRole('checkbox', { name: 'Lessons' }).uncheck();
    await expect.poll(() => titles(page)).toContain('The wind and the hat');
    expect(await titles(page)).not.toContain(lessons[0]);
    // Titles know it all.
    expect(files.filter(isIndex).map((file) => file.slice(0, 9))).toEqual(['titles-en']);
    expect(strays).toEqual([]);
  });

  test('they narrow titles and the insides of texts, stand in the address, and go at one tap', async () => {
    const { page, strays } = await own.visit(undefined, fastLine);
    await page.goto(`${own.url}kg/en/search/`);
    const all = await ask(page, 'children');
    await filters(page).click();
    await tick(page, 'Lessons');
    const lessons = await titles(page);
    expect(lessons.length).toBeGreaterThan(0);
    expect(lessons.length).toBeLessThan(all.length);
    for (const link of await page.locator('#results a').all())
      expect(await link.getAttribute('href')).toMatch(lessonAddress);
    // A word that no title has.
    expect(await page.locator('#results p:not(.meta) mark').count()).toBeGreaterThan(0);
    await tick(page, 'Parents');
    expect(query(page)).toBe('?q=children&kind=lesson&audience=parent');
    await page.getByRole('button', { name: 'To the results' }).click();
    expect(await filters(page).textContent()).toBe('Filters: Lessons, Parents');

    await page.goBack();
    await page.waitForURL('**/?q=children&kind=lesson');
    await expect.poll(() => titles(page)).toEqual(lessons);
    const shared = await own.visit(undefined, fastLine);
    await shared.page.goto(page.url());
    await done(shared.page);
    expect(await titles(shared.page)).toEqual(lessons);

    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await done(page);
    expect(await titles(page)).toEqual(all);
    expect(query(page)).toBe('?q=children');
    expect(await page.evaluate('document.activeElement.localName')).toBe('summary');
    expect(strays).toEqual([]);
  });

  test('hold for both scripts of a language, which share an index of texts', async () => {
    const { page } = await own.visit(undefined, fastLine);
    await page.goto(`${own.url}rs/sr-latn/search/?q=deca&kind=lesson`);
    await done(page);
    const links = await page.locator('#results a').all();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(await link.getAttribute('href')).toMatch(/sr-latn\/courses\/[^/]+\/[^/]+\/$/);
  });
});

test('a word that is asked for again and again leaves room for the others', async () => {
  const { page } = await own.visit(undefined, fastLine);
  await page.goto(`${own.url}kg/en/search/`);
  expect(await ask(page, `${'play '.repeat(20)}hat`)).toContain('The wind and the hat');
});

test('whatever is pasted does no harm', async () => {
  const { page, strays } = await own.open('kg/en/search/');
  for (const hostile of [
    'a'.repeat(10_000),
    'play '.repeat(2_000),
    '.*+?^$(){}|[]\\',
    '🎈🎈 play \u202Eyalp\u202C \u200F',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '\0\uFFFF',
  ]) {
    await ask(page, hostile);
    expect(await page.locator('#results script, #results img').count()).toBe(0);
    expect(await page.locator('#results > :not(li)').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('q')?.length).toBeLessThanOrEqual(1000);
  }
  expect(strays).toEqual([]);
});

test('words of no language find nothing, and say so', async () => {
  const { page, strays } = await own.open('kg/en/search/?q=xqzvbw');
  await done(page);
  expect(await titles(page)).toEqual([]);
  expect(await page.locator('#search-status').textContent()).toContain('Nothing found');
  expect(strays).toEqual([]);
});

test('a line that fails is told of, and works again for the next question', async () => {
  const { page } = await own.visit(undefined, fastLine);
  await page.route('**/titles-*.json', (route) => route.abort());
  await page.goto(`${own.url}kg/en/search/?q=song`);
  await done(page);
  expect(await page.locator('#search-status').textContent()).toContain('Search does not work right now');
  await page.unroute('**/titles-*.json');
  expect((await ask(page, 'song')).length).toBeGreaterThan(0);
});

test('what has come once answers without a line', async () => {
  const { page, context } = await own.visit(undefined, fastLine);
  await page.goto(`${own.url}kg/en/search/`);
  const found = await ask(page, 'spoon');
  await context.setOffline(true);
  expect(await ask(page, 'spoons')).toEqual(found);
  expect(await page.locator('#search-status').textContent()).toMatch(/\d/);
  await page.locator('#q').fill('treasure');
  await expect.poll(async () => (await titles(page)).join()).toContain('treasure bag');
});
