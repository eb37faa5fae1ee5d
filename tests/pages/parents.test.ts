import { expect, test } from 'vitest';
import type { HomePage, Page, ParentsPage } from '../../templates/model/page.ts';
import { text } from '../support/content.ts';
import { siteOf } from './made-site.ts';

const material = (title: string, more: string): string =>
  text(
    `title: ${title}\nsummary: ${title}.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n${more}`,
    'Text.\n',
  );

const files = {
  'shared/materials/at-home/index.en.md': material('At home', 'setting: [home]\n'),
  'shared/materials/for-both/index.en.md': material('For both', 'audience: [educator, parent]\n'),
  'shared/materials/for-parents/index.en.md': material('For parents', 'audience: [parent]\n'),
  'shared/materials/in-class/index.en.md': material(
    'In class',
    'setting: [classroom]\naudience: [educator]\n',
  ),
};

const english = (pages: readonly Page[]): readonly Page[] =>
  pages.filter(({ chrome }) => chrome.language.tag === 'en');
const isParents = (page: Page): page is ParentsPage => page.kind === 'parents';
const isHome = (page: Page): page is HomePage => page.kind === 'home';

test('parents find what is written for them and what can be done at home, the former first', async () => {
  const pages = english(await siteOf(files));
  const [page] = pages.filter(isParents);
  expect(page?.sections.flatMap(({ materials }) => materials.map(({ title }) => title))).toEqual([
    'For parents',
    'For both',
    'At home',
  ]);
  // The third is the activity of today, which stands above.
  expect(pages.filter(isHome)[0]?.parents?.map(({ title }) => title)).toEqual(['For parents', 'For both']);
  expect(page?.chrome.nav).toContainEqual({ path: '/en/parents/', label: 'For parents' });
});

test('courses that are for parents too are among it', async () => {
  const course =
    'title: Play\nsummary: About play.\naudience: [educator, parent]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons:\n  - first\n';
  const pages = english(await siteOf({ 'shared/courses/play/index.en.md': text(course) }));
  expect(pages.filter(isParents)[0]?.courses.map(({ title }) => title)).toEqual(['Play']);
});

test.each([
  ['where there is nothing for them', {}],
  [
    'where the country has switched it off',
    {
      ...files,
      'countries/kg/country.yml':
        'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: en\nurl: https://kg.example.org/\nmodules:\n  parents: false\n',
    },
  ],
])('there is no entrance %s', async (_, changed) => {
  const pages = await siteOf(changed);
  expect(pages.filter(isParents)).toEqual([]);
  for (const page of pages) {
    expect(page.chrome.nav.map(({ path }) => path)).not.toContain(`/${page.chrome.language.tag}/parents/`);
    if (isHome(page)) expect(page.parents).toBeUndefined();
  }
});
