/**
 * What search is made from: the keys of a text, and the files of titles.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { filterOf } from '../../templates/client/search/filter.ts';
import { keyTablesOf } from '../../templates/client/search/key-tables.ts';
import { createKeys, keysIn } from '../../templates/client/search/keys.ts';
import type { IndexedTitle, TitleIndex } from '../../templates/client/search/title-index.ts';
import { loadTitles } from '../../templates/client/search/titles.client.ts';
import { check, po, text } from '../support/content.ts';
import { filesOf } from './made-site.ts';

const fields = 'type: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';
const bag = 'shared/materials/bag';

test('a text that stands in is found as its readers ask, with the keys of their language', async () => {
  const { editions } = await check({
    'countries/kg/country.yml':
      'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: ky\n    fallback: [ru]\n  - tag: ru\nurl: https://kg.example.org/\n',
    'strings/ky.po': po('nplurals=2; plural=(n != 1);'),
    [`${bag}/index.en.md`]: text(`title: Bag\nsummary: A bag.\n${fields}`, 'Touch.\n'),
    [`${bag}/index.ru.md`]: text(
      'title: Мешок\nsummary: О мешке.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
      'Дети играют с игрушками.\n',
    ),
  });
  const languages = editions[0]?.languages ?? [];
  for (const tag of ['ky', 'ru']) {
    const records = languages.find(({ locale }) => locale === tag)?.records() ?? [];
    const content = records.find(({ url }) => url === 'materials/bag/')?.content.split(' ');
    const asked = keysIn('играют игрушками', createKeys(keyTablesOf(tag)));
    expect(asked).toHaveLength(2);
    expect(content, tag).toEqual(expect.arrayContaining(asked));
  }
});

/** What a browser lists for a choice, of files on a server. */
async function listFrom(files: ReadonlyMap<string, string>, chosen: readonly string[]) {
  const server = createServer(({ url = '' }, response) => void response.end(files.get(url)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const main = [...files.keys()].find((path) => path.startsWith('/assets/titles-en.')) ?? '';
  const titles = await loadTitles(new URL(`http://127.0.0.1:${port}${main}`));
  const places = await titles.list(filterOf(chosen, titles.words));
  return { total: places.length, first: await titles.at(places.slice(0, 30)) };
}

const titlesIn = (files: ReadonlyMap<string, string>): TitleIndex => {
  const [, content = '{}'] = [...files].find(([path]) => path.startsWith('/assets/titles-en.')) ?? [];
  return JSON.parse(content) as TitleIndex;
};

test('few titles lie in one file, with what they are; the course of a lesson only in the language of the page', async () => {
  const { titles, parts, total } = titlesIn(await filesOf({}));
  expect(parts).toBeUndefined();
  expect(titles).toHaveLength(total);
  const facts = (title: string) => titles?.find(([, found]) => found === title)?.[2].replaceAll(/\s/g, ' ');
  expect([facts('Bag'), facts('First')]).toEqual(['activity · 3–7 years', 'Play · 10 minutes']);
  const russian = [...(await filesOf({}))].find(([path]) => path.startsWith('/assets/titles-ru.'))?.[1];
  const lesson = (JSON.parse(russian ?? '{}') as TitleIndex).titles?.find(([, title]) => title === 'Первый');
  expect(lesson?.[2]).not.toContain('·');
});

test('many lie in files of at most 200, each under every beginning of its words, and in a list for those who choose', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, at) => [
      `shared/materials/m${at}/index.en.md`,
      text(`title: Game ${at % 7 === 0 ? 'gamma' : 'river'} x${at}\nsummary: It.\n${fields}`, 'Text.\n'),
    ]),
  );
  const files = await filesOf(many);
  const { titles, parts = {} } = titlesIn(files);
  expect(titles).toBeUndefined();
  const read = (part: string): IndexedTitle[] => JSON.parse(files.get(`/assets/${part}`) ?? '[]');
  const keys = createKeys(keyTablesOf('en'));
  const filesFor = (word: string) =>
    Object.entries(parts).filter(([beginning]) => keys.keyOf(word).startsWith(beginning));
  const found = (word: string, title: string): boolean =>
    filesFor(word).some(([, part]) => read(part).some(([, other]) => other === title));
  expect([found('x7', 'Game gamma x7'), found('x1199', 'Game river x1199'), found('first', 'First')]).toEqual(
    [true, true, true],
  );
  expect(await listFrom(files, ['kind:lesson'])).toEqual({ total: 1, first: ['courses/play/first/'] });
  const cognition = await listFrom(files, ['kind:material', 'age:3-4', 'domain:cognition']);
  expect(cognition.total).toBe(1_201);
  // As the library has them, by type and title.
  expect(cognition.first.slice(0, 2)).toEqual(['materials/bag/', 'materials/m0/']);
  expect((await listFrom(files, ['age:3-4', 'age:10-12'])).total).toBe(1_203);
  expect((await listFrom(files, ['type:song'])).total).toBe(0);
  // What 1,200 titles have is still answered, by the first of them.
  expect(filesFor('game').map(([, part]) => read(part).length)).toEqual([200]);
  expect(Object.values(parts).filter((part) => read(part).length > 200)).toEqual([]);
});
