import { describe, expect, test } from 'vitest';
import type { LibraryIndex } from '../../templates/client/library/library-index.ts';
import type { MaterialListPage, Page } from '../../templates/model/page.ts';
import { text } from '../support/content.ts';
import { filesOf, siteOf } from './made-site.ts';

const material = (title: string, more: string): string =>
  text(
    `title: ${title}\nsummary: ${title}.\ndomains: [cognition]\n${more}${more.includes('type:') ? '' : 'type: activity\n'}${more.includes('ages:') ? '' : ages(36, 72)}`,
    'Text.\n',
  );

const ages = (from: number, to: number): string => `ages:\n  fromMonths: ${from}\n  toMonths: ${to}\n`;

type Files = Readonly<Record<string, string>>;

/** Materials by their ids, instead of the one of the minimal content. */
const withMaterials = (materials: Files): Readonly<Record<string, string | null>> => ({
  'shared/materials/bag/index.en.md': null,
  ...Object.fromEntries(
    Object.entries(materials).map(([id, file]) => [`shared/materials/${id}/index.en.md`, file]),
  ),
});

const many = (count: number, more = ''): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`m${index}`, material(`Material ${index}`, more)]),
  );

async function listsOf(materials: Files): Promise<ReadonlyMap<string, MaterialListPage>> {
  const isList = (page: Page): page is MaterialListPage => page.kind === 'material-list';
  const pages = (await siteOf(withMaterials(materials))).filter(isList);
  return new Map(
    pages
      .filter(({ path }) => path.startsWith('/en/'))
      .map((page) => [page.path.slice('/en/materials/'.length), page]),
  );
}

const idsAt = (lists: ReadonlyMap<string, MaterialListPage>, path: string): string[] | undefined =>
  lists.get(path)?.materials.map(({ id }) => id);

describe('every single choice has a page', () => {
  const three: Files = {
    song: material('Song', `type: story\nsetting: [home]\ndurationMinutes: 5\n${ages(36, 48)}`),
    walk: material('Walk', `setting: [home, classroom]\ndurationMinutes: 15\n${ages(48, 72)}`),
    day: material('Day', `durationMinutes: 90\n${ages(30, 40)}`),
  };

  test('with what fits it: kind, age, area, place, time', async () => {
    const lists = await listsOf(three);
    expect(Object.fromEntries([...lists].map(([path]) => [path, idsAt(lists, path)]))).toEqual({
      '': ['day', 'walk', 'song'],
      'type/activity/': ['day', 'walk'],
      'type/story/': ['song'],
      'age/3-4/': ['day', 'song'],
      'age/4-5/': ['walk'],
      'age/5-6/': ['walk'],
      'domain/cognition/': ['day', 'walk', 'song'],
      'setting/home/': ['walk', 'song'],
      'setting/classroom/': ['walk'],
      'time/5/': ['song'],
      'time/15/': ['walk', 'song'],
    });
  });

  test('more time that lets nothing more in is no choice', async () => {
    const lists = await listsOf({ a: material('A', 'durationMinutes: 12\n') });
    expect([...lists.keys()].filter((path) => path.startsWith('time/'))).toEqual(['time/15/']);
  });

  test('its title says which', async () => {
    const lists = await listsOf(three);
    expect(lists.get('time/15/')?.title).toBe('Materials: Up to 15 minutes');
    expect(lists.get('age/3-4/')?.chosen).toEqual({
      facet: 'age',
      value: '3-4',
      label: '3–4 years',
      path: '/en/materials/age/3-4/',
      count: 2,
    });
  });

  test('the same list at several addresses is to be found at the first', async () => {
    const lists = await listsOf(three);
    const canonical = (path: string): string | undefined =>
      lists.get(path)?.canonical?.replace('https://kg.example.org/en/materials/', '');
    expect(canonical('domain/cognition/')).toBe('');
    expect(canonical('age/4-5/')).toBe('age/4-5/');
    expect(canonical('age/5-6/')).toBe('age/4-5/');
    expect(lists.get('age/5-6/')?.alternates).toBeUndefined();
    expect(lists.get('age/4-5/')?.alternates).toHaveLength(2);
    const files = await filesOf(withMaterials(three));
    expect(files.get('/en/sitemap.xml')).toContain('/en/materials/age/4-5/<');
    expect(files.get('/en/sitemap.xml')).not.toContain('/en/materials/age/5-6/<');
  });
});

test('no name of a material is in the way of a choice', async () => {
  const names = Object.fromEntries(
    ['type', 'age', 'domain', 'setting', 'time', 'page', 'by'].map((id) => [
      id,
      material(id, 'setting: [home]\n'),
    ]),
  );
  const paths = (await siteOf(withMaterials(names))).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toContain('/en/materials/age/');
  expect(paths).toContain('/en/materials/age/3-4/');
});

describe('a long list', () => {
  test('takes pages of 48 with their own addresses, titles and neighbours', async () => {
    const lists = await listsOf(many(100));
    expect([...lists.keys()].filter((path) => /^(page|type)/.test(path))).toEqual([
      'page/2/',
      'page/3/',
      'type/activity/',
      'type/activity/page/2/',
      'type/activity/page/3/',
    ]);
    expect([...lists].slice(0, 3).map(([, { materials }]) => materials.length)).toEqual([48, 48, 4]);
    expect(lists.get('page/2/')).toMatchObject({
      title: 'Materials — Page 2 of 3',
      canonical: 'https://kg.example.org/en/materials/page/2/',
      pages: { number: 2, total: 3, previous: '/en/materials/', next: '/en/materials/page/3/' },
    });
    expect(lists.get('type/activity/page/2/')?.canonical).toBe('https://kg.example.org/en/materials/page/2/');
  });

  test('gives the script all materials in one file, named by its digest', async () => {
    const files = await filesOf(withMaterials(many(50, 'setting: [home]\ndurationMinutes: 10\n')));
    const [path = ''] = [...files.keys()].filter((name) => name.startsWith('/assets/materials-en.'));
    expect(path).toMatch(/^\/assets\/materials-en\.[0-9a-f]{8}\.json$/);
    const index = JSON.parse(files.get(path) ?? '') as LibraryIndex;
    expect(index).toHaveLength(50);
    expect(index[0]).toEqual({
      id: 'm0',
      title: 'Material 0',
      summary: 'Material 0.',
      kicker: 'activity',
      facts: ['3–6 years', '10 minutes', 'home'],
      words:
        'type:activity age:3-4 age:4-5 age:5-6 domain:cognition setting:home time:10 time:15 time:30 time:60',
    });
    expect((await listsOf(many(50, 'setting: [home]\ndurationMinutes: 10\n'))).get('')?.indexPath).toBe(path);
  });

  test('a short one needs no file: its rows say what they answer to', async () => {
    const lists = await listsOf(many(48));
    expect(lists.get('')?.indexPath).toBeUndefined();
    expect(lists.get('')?.facetWords?.get('m0')).toContain('age:4-5');
    expect(lists.get('type/activity/')?.facetWords).toBeUndefined();
    expect([...(await filesOf(withMaterials(many(48)))).keys()].join()).not.toContain('/assets/materials-');
  });
});
