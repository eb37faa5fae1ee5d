import { afterAll, beforeAll, expect, test } from 'vitest';
import { brotliBytes } from '../../build/budgets/brotli.ts';
import { pageBudgets } from '../../build/budgets/budgets.ts';
import { budgetBytesOf, budgetFaults, findHeavy } from '../../build/budgets/heavy-page.ts';
import { listScales, scales } from '../../build/budgets/scales.ts';
import { toOutputPath, toSourcePath } from '../../build/model/paths.ts';
import type { PageKind } from '../../templates/model/page.ts';
import { type BuiltSites, ownSites } from '../support/built-sites.ts';
import { lines } from '../support/content.ts';

let sites: BuiltSites;
beforeAll(async () => {
  sites = await ownSites();
});
afterAll(() => sites.remove());

test('no quick scale lets a page through that is too heavy', async () => {
  const weighed = { texts: 0, lists: 0 };
  // The country with the most languages has pages of both scripts, and those that stand in.
  for (const file of sites.files.filter((name) => /^uz\/.*\.html$/.test(name))) {
    const html = await sites.read(file);
    const kind = /data-page="([a-z-]+)"/.exec(html)?.[1] as PageKind;
    const { bytes, bytesPerEntry } = pageBudgets[kind];
    const isList = bytesPerEntry !== undefined;
    // What is shorter could not reach its budget.
    if (html.length < (isList ? 2.8 * bytes : 2 * pageBudgets.lesson.bytes)) continue;
    const best = brotliBytes(html);
    // The last one is the best compression itself.
    for (const { weigh, leastRatio } of (isList ? listScales : scales).slice(0, -1))
      expect(weigh(html) / leastRatio, file).toBeGreaterThanOrEqual(best);
    weighed[isList ? 'lists' : 'texts'] += 1;
  }
  expect(weighed.texts).toBeGreaterThan(100);
  expect(weighed.lists).toBeGreaterThan(50);
});

test('a page may weigh its budget to the byte, and not a byte more', async () => {
  const html = await sites.read('kg/ru/courses/play/why-play/index.html');
  // Letters by chance: one more takes a byte at most.
  const noise = Array.from({ length: 9000 }, (_, at) => ((at * 2_654_435_761) >>> 7).toString(36)).join(' ');
  const pageOf = (letters: number): string =>
    html.replace('</article>', `${noise.slice(0, letters)}</article>`);
  let fitting = 0;
  let letters = noise.length;
  while (letters - fitting > 1) {
    const middle = Math.floor((fitting + letters) / 2);
    if (brotliBytes(pageOf(middle)) <= 8192) fitting = middle;
    else letters = middle;
  }
  expect(findHeavy('lesson', pageOf(fitting))).toBeUndefined();
  expect(findHeavy('lesson', pageOf(letters))).toEqual({
    bytes: brotliBytes(pageOf(letters)),
    budgetBytes: 8192,
  });
});

test('a list may weigh more with each entry, a text may not', () => {
  const entries = '<li>Lena</li>'.repeat(10);
  expect(budgetBytesOf('home', entries) - budgetBytesOf('home', '')).toBe(800);
  expect(budgetBytesOf('lesson', entries)).toBe(budgetBytesOf('lesson', ''));
});

test('a text is named once, by the heaviest of its pages, with the way out', () => {
  const source = toSourcePath('shared/courses/play/first/index.ru.md');
  const pages = ['kg/ru', 'tj/tg', 'uz/ru'].map((site, at) => ({
    output: toOutputPath(`${site}/courses/play/first/index.html`),
    source,
    kind: 'lesson' as const,
    bytes: 8300 + (at === 1 ? 1000 : 0),
    budgetBytes: 8192,
  }));
  expect(lines(budgetFaults(pages, 'error'))).toEqual([
    'shared/courses/play/first/index.ru.md:1:1 error page/budget: The page /tj/tg/courses/play/first/ is too heavy for slow phones: 9,300 bytes, 1,108 more than a page of this kind (lesson) may have, which is 8,192. So are 2 other pages of this file. (leave out about 370 words, or make two lessons of it)',
  ]);
});
