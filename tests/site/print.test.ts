/**
 * What comes out of a printer: a handout, in a real browser.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSites } from '../browser/browsed-sites.ts';
import { printed } from '../browser/pdf.ts';

const own = browseSites();

/** Opens a page as paper sees it: A4 between its margins, on a computer that likes it dark. */
async function onPaper(path: string): Promise<Page> {
  const page = await own.browser.newPage({ viewport: { width: 703, height: 1000 }, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(own.url + path);
  return page;
}

const visible = async (page: Page, selector: string): Promise<boolean[]> =>
  Promise.all((await page.locator(selector).all()).map((found) => found.isVisible()));

test.each([
  'kg/ru/courses/play/space-for-play/',
  'me/cnr-latn/materials/treasure-bag/',
  'uz/ru/courses/play/',
])('%s is its text, with licence and address at the foot', async (path) => {
  const page = await onPaper(path);
  const leftOut = 'nav, .tools, .crumb, .btn, .hem, .pager, footer ul, footer a, summary, .skip:not(:focus)';
  const shown = await page.locator(leftOut).evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { width, height, right } = (
          element as unknown as { getBoundingClientRect(): Record<'width' | 'height' | 'right', number> }
        ).getBoundingClientRect();
        return width > 0 && height > 0 && right > 0;
      })
      .map(({ outerHTML }: { outerHTML: string }) => outerHTML),
  );
  expect(shown).toEqual([]);
  const [country = ''] = path.split('/');
  // biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen
  const foot = (await page.locator('footer').innerText()).trim();
  expect(foot).toContain('CC BY 4.0');
  expect(foot).toContain(`${country}.learningpassport.example/${path.slice(3, -1)}`);
  expect(await page.locator('h1').isVisible()).toBe(true);
});

test('ink on white, also where the screen is dark', async () => {
  const page = await onPaper('kg/ru/courses/play/observing-play/');
  const colours = await page.evaluate<string[]>(
    `[...document.querySelectorAll('body, main, p, li, h2, .activity, .warning, label, .felt')].flatMap((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return [backgroundColor, color];
    })`,
  );
  const grounds = new Set(colours.filter((_, index) => index % 2 === 0));
  expect([...grounds]).toEqual(['rgba(0, 0, 0, 0)']);
  const brightest = Math.max(
    ...colours
      .filter((_, index) => index % 2 === 1)
      .map((colour) => Math.min(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number))),
  );
  expect(brightest).toBeLessThan(130);
});

test('quizzes have empty boxes, numbers for what a list would offer, and lines to write on', async () => {
  const match = await onPaper('kg/ru/courses/play/space-for-play/');
  const boxes = await match.evaluate<string[]>(
    `[...document.querySelectorAll('.quiz :is(input, select)')].map((box) => {
      box.checked = true;
      const { appearance, borderTopWidth, borderTopColor } = getComputedStyle(box);
      return [appearance, borderTopWidth, borderTopColor].join(' ');
    })`,
  );
  expect(new Set(boxes)).toEqual(new Set(['none 1px rgb(0, 0, 0)']));
  expect(await match.locator('[data-quiz=match] .choices li').count()).toBe(
    await match.locator('[data-quiz=match] select').count(),
  );
  expect(await visible(match, '[data-quiz=match] .choices')).toEqual([true]);
  const reflect = await onPaper('kg/ru/courses/play/first-week/');
  const lines = await reflect.evaluate<string>(
    `getComputedStyle(document.querySelector('[data-quiz=reflect]'), '::after').backgroundImage`,
  );
  expect(lines).toContain('repeating-linear-gradient');
});

test('on a screen the numbered choices are not there: the list offers them', async () => {
  const page = await own.browser.newPage();
  await page.goto(`${own.url}kg/ru/courses/play/space-for-play/`);
  expect(await visible(page, '.choices')).toEqual([false]);
});

test('of links, only those that leave the site say where to', async () => {
  const page = await onPaper('kg/ru/pages/about/');
  const said = await page.evaluate<string[][]>(
    `[...document.querySelectorAll('.text a')].map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content])`,
  );
  const isWeb = ([href = '']: string[]): boolean => /^https?:/.test(href);
  expect(said.filter(isWeb).length).toBeGreaterThan(0);
  expect(said.filter((link) => !isWeb(link)).length).toBeGreaterThan(0);
  for (const [href, content] of said.filter(isWeb)) expect(content).toBe(`" (${href})"`);
  for (const [, content] of said.filter((link) => !isWeb(link))) expect(content).toBe('none');
});

/** Long beyond one page: the Serbian plan for a whole morning. */
const longMaterials = ['rs/sr-cyrl/materials/market-day/'];

const materials = [
  'hello-hands',
  'market-day',
  'ten-minutes-of-play',
  'the-wind-and-the-hat',
  'three-line-notes',
  'treasure-bag',
];

test.each(['kg/ru', 'kg/en', 'rs/sr-cyrl', 'uz/uz-latn'])(
  'materials of %s are handouts of one page of A4',
  async (site) => {
    const counts: Record<string, number> = {};
    for (const id of materials) {
      const page = await own.browser.newPage();
      await page.goto(`${own.url}${site}/materials/${id}/`);
      counts[`${site}/materials/${id}/`] = (await printed(page)).pageCount;
      await page.close();
    }
    for (const [address, count] of Object.entries(counts))
      expect(count, address).toBeLessThanOrEqual(longMaterials.includes(address) ? 2 : 1);
  },
);

test('the picture of a material stands beside its facts, and nothing to press is printed', async () => {
  const page = await onPaper('kg/ru/materials/treasure-bag/');
  const [picture, article, facts] = await page.evaluate<
    { left: number; top: number; width: number; bottom: number }[]
  >(
    `['.lead-picture', 'article', '.facts'].map((selector) => document.querySelector(selector).getBoundingClientRect().toJSON())`,
  );
  if (!picture || !article || !facts) throw new Error('a part of the page is missing');
  expect(picture.width / article.width).toBeCloseTo(0.42, 1);
  expect(picture.left).toBeGreaterThan(article.left + article.width / 2);
  expect(picture.top).toBeLessThan(facts.bottom);
  expect(await page.getByRole('button').count()).toBe(0);
});
