import { expect, test } from 'vitest';
import { faults, minimalContent, text } from '../support/content.ts';

const joined = '<<<<<<< HEAD\nOurs.\n=======\nTheirs.\n>>>>>>> main\n';
const said = (line: number): string =>
  `error file/conflict: two versions of this place, down to line ${line + 4}, have not been joined (keep what is right of the two, above and below "=======", and delete the three lines that begin with <<<<<<<, ======= and >>>>>>>)`;
const lesson = 'shared/courses/play/first/index.en.md';

test.each([
  ['the body of a text', { [lesson]: `${minimalContent[lesson]}${joined}` }, `${lesson}:17:1 ${said(17)}`],
  [
    'its fields',
    { [lesson]: String(minimalContent[lesson]).replace('title:', `${joined}title:`) },
    `${lesson}:2:1 ${said(2)}`,
  ],
  ['a file of settings', { 'site.yml': `${joined}${minimalContent['site.yml']}` }, `site.yml:1:1 ${said(1)}`],
  ['interface strings', { 'strings/ru.po': joined }, `strings/ru.po:1:1 ${said(1)}`],
])(
  'of two versions that Git could not join, %s is said to be at fault, and nothing else',
  async (_, files, expected) => {
    expect(await faults(files)).toEqual([expected]);
  },
);

test('of a country with two versions, no text of its own is at fault', async () => {
  const country = String(minimalContent['countries/kg/country.yml']);
  const own = {
    'countries/kg/pages/ours/index.ru.md': text('title: Мы\nsummary: О нас.\n'),
    'countries/kg/pages/ours/index.en.md': text(
      'title: Us\nsummary: About us.\ntranslation: {of: ru, by: human, reviewed: true}\n',
    ),
  };
  expect(await faults({ ...own, 'countries/kg/country.yml': `${country}sourceLanguage: ru\n` })).toEqual([]);
  expect(
    await faults({ ...own, 'countries/kg/country.yml': `${joined}${country}sourceLanguage: ru\n` }),
  ).toEqual([`countries/kg/country.yml:1:1 ${said(1)}`]);
});

test('lines that only look alike are words of a text', async () => {
  const likeness = '<<<<<<< and the arrow turns round\n\nA heading\n=======\n';
  expect(await faults({ [lesson]: `${minimalContent[lesson]}${likeness}` })).not.toContainEqual(
    expect.stringContaining('file/conflict'),
  );
});
