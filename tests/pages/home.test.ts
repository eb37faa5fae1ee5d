import { describe, expect, test } from 'vitest';
import type { HomePage, Page } from '../../templates/model/page.ts';
import { minimalContent, text } from '../support/content.ts';
import { siteOf } from './made-site.ts';

const course = (title: string): string =>
  text(
    `title: ${title}\nsummary: S.\naudience: [educator]\nages: {fromMonths: 36, toMonths: 84}\nlessons: [first]\n`,
  );
const activity = (title: string): string =>
  text(
    `title: ${title}\nsummary: S.\ntype: activity\nages: {fromMonths: 36, toMonths: 72}\ndomains: [cognition]\n`,
    'Text.\n',
  );
const files = {
  'site.yml': 'sourceLanguage: en\nname: {en: Learning Passport}\ntagline: {en: Of all., ru: Общие слова.}\n',
  'shared/courses/again/index.en.md': course('Again'),
  'shared/courses/again/first/index.en.md': String(minimalContent['shared/courses/play/first/index.en.md']),
  'shared/courses/play/index.en.md': course('Play'),
  'shared/materials/a/index.en.md': activity('A game'),
  'shared/materials/b/index.en.md': activity('Best game'),
};
const country = (home: string): string =>
  `code: kg\nname: {en: Kyrgyzstan}\nlanguages: [{tag: en}, {tag: ru}]\nurl: https://kg.example.org/\n${home}`;

async function front(home: string, language: string): Promise<HomePage> {
  const pages = await siteOf({ ...files, 'countries/kg/country.yml': country(home) });
  const found = pages.find(
    (page: Page): page is HomePage => page.kind === 'home' && page.chrome.language.tag === language,
  );
  if (found === undefined) throw new Error(`no front page in ${language}`);
  return found;
}

describe('the front page', () => {
  test('begins with what comes first by title, and says what the catalogue says', async () => {
    const page = await front('', 'en');
    expect(page.courses.map(({ title }) => title)).toEqual(['Again', 'Play']);
    expect(page.start?.path).toBe('/en/courses/again/first/');
    expect(page.today?.title).toBe('A game');
    expect(page.tagline).toBe('Of all.');
  });

  test('begins with what the country has chosen', async () => {
    const page = await front('home: {course: play, material: b}\n', 'ru');
    expect(page.courses.map(({ title }) => title)).toEqual(['Play', 'Again']);
    expect(page.start?.path).toBe('/ru/courses/play/first/');
    expect(page.today?.title).toBe('Best game');
  });

  test.each(['course-list', 'learning', 'certificate'] as const)('so does the page %s', async (kind) => {
    const pages = await siteOf({
      ...files,
      'countries/kg/country.yml': country('home: {course: play}\n'),
    });
    const lists = pages.flatMap((page) =>
      page.kind === kind ? [page.courses.map(({ title }) => title)] : [],
    );
    expect(lists).toEqual([
      ['Play', 'Again'],
      ['Play', 'Again'],
    ]);
  });

  test('says it in words of the country, and in those of the catalogue where it has none', async () => {
    const home = 'home: {tagline: {en: Of Kyrgyzstan.}}\n';
    expect((await front(home, 'en')).tagline).toBe('Of Kyrgyzstan.');
    expect((await front(home, 'ru')).tagline).toBe('Общие слова.');
  });

  test('begins with the first again where the country leaves out what it had chosen', async () => {
    const page = await front('home: {course: play}\nexclude: {courses: [play]}\n', 'en');
    expect(page.start?.path).toBe('/en/courses/again/first/');
  });
});

test('a partner is called as it is called in the language of the page', async () => {
  const partners = 'partners: [{name: UNICEF, names: {ru: ЮНИСЕФ}}]\n';
  expect((await front(partners, 'en')).chrome.partners).toEqual([{ name: 'UNICEF' }]);
  expect((await front(partners, 'ru')).chrome.partners).toEqual([{ name: 'ЮНИСЕФ' }]);
});
