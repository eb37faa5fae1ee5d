import { expect, test } from 'vitest';
import { rememberBlob } from '../../../build/editor/client/blob-files.ts';
import { openEntry } from '../../../build/editor/client/open-entry.ts';
import type { Locale } from '../../../schemas/brands.ts';
import { en, lists, ru, sveltiaEntry } from './forms.ts';

const collections = new Map(Object.entries(lists));

test('the values of all languages that say something, by their language', () => {
  const map = sveltiaEntry(
    'materials',
    'bag',
    { title: 'Bag', tags: [] },
    {
      ru: { title: 'Мешок', summary: '' },
      'uz-Latn': {},
      ky: { title: '', summary: null, tags: undefined },
      tg: undefined,
      zz1: { title: 'no language' },
    },
  );
  expect(openEntry(map, en, collections)).toEqual({
    collection: lists.materials,
    slug: 'bag',
    values: new Map<Locale, object>([
      [en, { title: 'Bag', tags: [] }],
      [ru, { title: 'Мешок', summary: '' }],
    ]),
  });
});

test('a new form is open although nothing is written in it yet; a first language that is switched off is not', () => {
  const values = (data: object): readonly Locale[] => [
    ...(openEntry(
      sveltiaEntry('materials', '', { ...data }, { ru: { title: 'Мешок' } }),
      en,
      collections,
    )?.values.keys() ?? []),
  ];
  expect(values({ title: '', body: '' })).toEqual([en, ru]);
  expect(values({})).toEqual([ru]);
});

test('what is no entry of ours is none', () => {
  expect(openEntry(sveltiaEntry('settings', 'site', { name: 'x' }), en, collections)).toBeUndefined();
});

test('pictures that are not saved yet have their names, in all languages', () => {
  rememberBlob('blob:http://localhost/1', 'bag.png');
  const map = sveltiaEntry(
    'materials',
    'bag',
    { image: { src: 'blob:http://localhost/1', alt: 'A bag' } },
    { ru: { body: '![Мешок](blob:http://localhost/1)' } },
  );
  expect([...(openEntry(map, en, collections)?.values.values() ?? [])]).toEqual([
    { image: { src: 'bag.png', alt: 'A bag' } },
    { body: '![Мешок](bag.png)' },
  ]);
});
