/**
 * The sign of the ministry, where a country has one: on every page, on paper, on certificates; and nowhere else.
 */
import { describe, expect, test } from 'vitest';
import { browseSites } from '../browser/browsed-sites.ts';
import { printed } from '../browser/pdf.ts';
import { buildContent } from '../support/built-sites.ts';
import { minimalContent } from '../support/content.ts';

const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><path d="M0 0h300v100H0Z"/></svg>';
const country = String(minimalContent['countries/kg/country.yml']);
const ministry = 'ministry:\n  name:\n    en: Ministry of Education\n    ru: Министерство просвещения\n';

const own = browseSites(() =>
  buildContent({
    ...minimalContent,
    'countries/kg/country.yml': `${country}${ministry}theme:\n  logo: sign.svg\n`,
    'countries/kg/sign.svg': sign,
    'countries/rs/country.yml': `${country}${ministry}`.replaceAll('kg', 'rs'),
  }),
);

const pages = [
  'kg/ru/',
  'kg/ru/courses/play/first/',
  'kg/ru/materials/bag/',
  'kg/en/groups/',
  'kg/ru/search/',
];

test.each(pages)('stands at the foot of %s beside the name, which says it all', async (address) => {
  const { page, strays } = await own.open(address);
  const foot = page.locator('footer .by');
  expect((await foot.textContent())?.trim()).toMatch(/^(Министерство просвещения|Ministry of Education)$/);
  const picture = foot.locator('img');
  expect(await picture.getAttribute('alt')).toBe('');
  expect(await picture.getAttribute('src')).toMatch(/assets\/sign\.[0-9a-f]{8}\.svg$/);
  const { width = 0, height = 0 } = (await picture.boundingBox()) ?? {};
  expect([width, height]).toEqual([120, 40]);
  expect(
    await page
      .locator('footer')
      .getByText(/Министерство|Ministry/)
      .count(),
    'once',
  ).toBe(1);
  await page.emulateMedia({ media: 'print' });
  expect(await picture.isVisible()).toBe(true);
  expect(await page.locator('footer ul').isVisible()).toBe(false);
  expect(strays).toEqual([]);
});

test('a page that may be shown on any server has the name alone', async () => {
  const { page, strays } = await own.open('kg/404.html');
  expect(await page.locator('footer').textContent()).toContain('Министерство просвещения');
  expect(await page.locator('footer img').count()).toBe(0);
  expect(strays.join('\n')).not.toContain('sign.');
});

test('a page of a country without one has neither the picture nor rules for it', async () => {
  for (const file of own.sites.files.filter((name) => /^rs\/.*\.html$/.test(name))) {
    const page = await own.sites.read(file);
    expect(page, file).not.toMatch(/class="by"|\.by(?![\w-])|sign\./);
    if (file.startsWith('rs/ru/')) expect(page, file).toContain('Министерство просвещения');
  }
});

describe('a certificate', () => {
  test('carries it, and stays one page with the longest name', async () => {
    const { page, strays, go } = await own.open('kg/ru/search/');
    const record = { format: 'learning-passport/1', lessons: { 'play/first': 1_795_521_600 }, quizzes: {} };
    await page.evaluate(
      `localStorage.setItem('learning-passport kg', ${JSON.stringify(JSON.stringify(record))})`,
    );
    await go('kg/ru/certificate/?course=play');
    const sheet = page.locator('.sheet');
    await sheet.waitFor();
    expect(await sheet.locator('.by img').evaluate((picture) => Reflect.get(picture, 'naturalWidth'))).toBe(
      300,
    );
    await page.locator('#name').fill('Жшцмљњ Шћџђфюм '.repeat(6).slice(0, 80));
    const { pageCount, text } = await printed(page);
    expect(pageCount).toBe(1);
    expect(text).toContain('Министерство просвещения');
    expect(strays).toEqual([]);
  });
});
