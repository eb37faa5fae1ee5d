import { describe, expect, test } from 'vitest';
import type { Page, TopicListPage, TopicPage } from '../../templates/model/page.ts';
import { text } from '../support/content.ts';
import { siteOf } from './made-site.ts';

const material = (title: string, from: number, to: number, more = ''): string =>
  text(
    `title: ${title}\nsummary: ${title}.\ntype: activity\nages:\n  fromMonths: ${from}\n  toMonths: ${to}\ndomains: [cognition]\n${more}`,
    'Text.\n',
  );

const isTopic = (page: Page): page is TopicPage => page.kind === 'topic';
const isOverview = (page: Page): page is TopicListPage => page.kind === 'topic-list';

/** What stands under each age on the page of one area. */
async function sectionsWith(files: Readonly<Record<string, string>>): Promise<readonly [string, string[]][]> {
  const pages = await siteOf({ 'shared/materials/bag/index.en.md': null, ...files });
  const [topic] = pages.filter(isTopic).filter(({ chrome }) => chrome.language.tag === 'en');
  return (topic?.sections ?? []).map(({ id, groups }) => [
    id,
    groups.flatMap(({ materials }) => materials.map(({ title }) => title)),
  ]);
}

describe('ages', () => {
  test('what is for all of preschool stands once, before the single years', async () => {
    expect(
      await sectionsWith({
        'shared/materials/all/index.en.md': material('All', 36, 72),
        'shared/materials/four/index.en.md': material('Four', 48, 60),
        'shared/materials/older/index.en.md': material('Older', 54, 72),
      }),
    ).toEqual([
      ['age-3-6', ['All']],
      ['age-4-5', ['Four', 'Older']],
      ['age-5-6', ['Older']],
    ]);
  });

  test('what begins where a year ends is not for that year', async () => {
    expect(await sectionsWith({ 'shared/materials/a/index.en.md': material('A', 48, 60) })).toEqual([
      ['age-4-5', ['A']],
    ]);
  });

  test('what is for other children comes last and is not lost', async () => {
    expect(
      await sectionsWith({
        'shared/materials/baby/index.en.md': material('Baby', 12, 36),
        'shared/materials/all/index.en.md': material('All', 30, 80),
        'shared/materials/school/index.en.md': material('School', 72, 84),
      }),
    ).toEqual([
      ['age-3-6', ['All']],
      ['other-ages', ['Baby', 'School']],
    ]);
  });
});

test('the overview counts by area, age and type, the priorities of the country first', async () => {
  const pages = await siteOf({
    'shared/materials/four/index.en.md': material('Four', 48, 60),
    'shared/materials/tale/index.en.md': material('Tale', 36, 72)
      .replace('[cognition]', '[cognition, language-literacy]')
      .replace('activity', 'story'),
    'countries/kg/country.yml':
      'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: en\nurl: https://kg.example.org/\npriorities: [cognition]\n',
  });
  const rows = pages.filter(isOverview)[0]?.rows;
  expect(
    rows?.map(({ term, path, count, sections, types }) => ({
      area: `${term.id} ${count} ${path}`,
      ages: sections.map(({ id, count: found }) => `${id} ${found}`),
      types: types.map(({ label, count: found }) => `${label} ${found}`),
    })),
  ).toEqual([
    {
      area: 'cognition 3 /en/topics/cognition/',
      ages: ['age-3-6 2', 'age-4-5 1'],
      types: ['activity 2', 'story 1'],
    },
    { area: 'language-literacy 1 /en/topics/language-literacy/', ages: ['age-3-6 1'], types: ['story 1'] },
  ]);
});

test('without areas of development there is no index, and nothing leads to one', async () => {
  const pages = await siteOf({ 'shared/materials/bag/index.en.md': null });
  expect(pages.filter((page) => isTopic(page) || isOverview(page))).toEqual([]);
  for (const { chrome } of pages)
    expect(chrome.nav.map(({ path }) => path)).not.toContain(`/${chrome.language.tag}/topics/`);
});
