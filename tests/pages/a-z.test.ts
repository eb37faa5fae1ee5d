/**
 * Titles from A to Z, for readers without JavaScript.
 */
import { expect, test } from 'vitest';
import type { Page, SearchPage, TitleListPage } from '../../templates/model/page.ts';
import { text } from '../support/content.ts';
import { siteOf } from './made-site.ts';

const material = (title: string): string =>
  text(
    `title: "${title}"\nsummary: It.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n`,
    'Text.\n',
  );

const isEnglish = ({ chrome }: Page): boolean => chrome.language.tag === 'en';
const isSearch = (page: Page): page is SearchPage => page.kind === 'search';
const isLetter = (page: Page): page is TitleListPage => page.kind === 'title-list';

test('few titles stand on the search page, below their letters, quotes aside', async () => {
  const pages = await siteOf({
    'shared/materials/hen/index.en.md': material('“Hen” and other games'),
    'shared/materials/egg/index.en.md': material('10 eggs'),
  });
  const [search] = pages.filter(isEnglish).filter(isSearch);
  expect(pages.filter(isLetter)).toEqual([]);
  const under = search?.titles.map(({ heading, links }) => [heading, links.map(({ label }) => label)]);
  expect(under).toEqual([
    ['A', ['About']],
    ['B', ['Bag']],
    ['F', ['First']],
    ['H', ['“Hen” and other games']],
    ['P', ['Play']],
    ['T', ['Talk']],
    ['0–9', ['10 eggs']],
  ]);
  // A lesson with its course.
  expect(search?.titles.find(({ heading }) => heading === 'F')?.links[0]).toMatchObject({ what: 'Play' });
});

test('many have a page for each letter, and long ones pages after it; nothing is lost', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 310 }, (_, at) => [
      `shared/materials/m${at}/index.en.md`,
      material(`${at % 3 === 0 ? 'Жук' : 'Game'} ${at}`),
    ]),
  );
  const pages = (await siteOf(many)).filter(isEnglish);
  const [search] = pages.filter(isSearch);
  const letters = pages.filter(isLetter);
  expect(search?.titles).toEqual([]);
  expect(search?.letters.map(({ label, path, count }) => `${label} ${path} ${count}`)).toEqual([
    'A /en/search/a-z/a/ 1',
    'B /en/search/a-z/b/ 1',
    'F /en/search/a-z/f/ 1',
    'G /en/search/a-z/g/ 206',
    'P /en/search/a-z/p/ 1',
    'T /en/search/a-z/t/ 1',
    'Ж /en/search/a-z/u436/ 104',
  ]);
  expect(letters.map(({ path }) => path)).toContain('/en/search/a-z/g/page/2/');
  const titles = letters.flatMap((page) => page.titles.links.map(({ path }) => path));
  expect(new Set(titles).size).toBe(315);
  expect(titles).toHaveLength(315);
  // In the order of numbers, and no longer than a slow line carries.
  expect(letters.find(({ path }) => path.endsWith('/g/'))?.titles.links[3]?.label).toBe('Game 5');
  expect(Math.max(...letters.map((page) => page.titles.links.length))).toBe(150);
  // Another language may not have the letter.
  expect(letters[0]?.languages.map(({ path }) => path)).toContain('/ru/search/');
});
