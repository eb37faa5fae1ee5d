import { expect, test } from 'vitest';
import type { LearningPage, Page } from '../../templates/model/page.ts';
import { text } from '../support/content.ts';
import { siteOf } from './made-site.ts';

const lesson = (title: string, minutes: number): string =>
  text(`title: ${title}\nsummary: ${title}.\ndurationMinutes: ${minutes}\n`, 'Text.\n');
const files = {
  'shared/courses/talk/index.en.md': text(
    'title: Talk\nsummary: About talk.\naudience: [educator]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons:\n  - second\n  - first\n',
  ),
  'shared/courses/talk/first/index.en.md': lesson('First', 10),
  'shared/courses/talk/second/index.en.md': lesson('Second', 61),
};
const country = (modules: string): string =>
  `code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: en\nurl: https://kg.example.org/\n${modules}`;

const kinds = (pages: readonly Page[]): string[] => pages.map(({ kind }) => kind);
const isLearning = (page: Page): page is LearningPage => page.kind === 'learning';

test('my learning has the lessons of each course by their content ids, in the order of the course', async () => {
  const [page] = (await siteOf(files)).filter(isLearning);
  const talk = page?.courses.find(({ id }) => id === 'talk');
  expect(talk?.lessons.map(({ id, title }) => [id, title])).toEqual([
    ['talk/second', 'Second'],
    ['talk/first', 'First'],
  ]);
  expect(talk?.durationMinutes).toBe(71);
});

test('certificates are there unless the country has switched them off', async () => {
  const usual = await siteOf({ ...files, 'countries/kg/country.yml': country('') });
  expect(kinds(usual)).toEqual(expect.arrayContaining(['certificate', 'verify']));
  expect(usual.filter(isLearning)[0]?.certificatePath).toBe('/en/certificate/');

  const without = await siteOf({
    ...files,
    'countries/kg/country.yml': country('modules:\n  certificates: false\n'),
  });
  expect(kinds(without)).not.toContain('certificate');
  expect(kinds(without)).not.toContain('verify');
  expect(without.filter(isLearning)[0]?.certificatePath).toBeUndefined();
});
