import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { SearchRecord } from '../../build/model/search-record.ts';
import { type SearchJob, writeSearch } from '../../build/pipeline/search-bundle.ts';
import type { CountryCode, Locale } from '../../schemas/brands.ts';
import { listFiles } from '../support/built-sites.ts';
import { temporaryFolder } from '../support/content.ts';

const country = 'kg' as CountryCode;
const locale = 'en' as Locale;

const record = (url: string, word: string): SearchRecord => ({
  locale,
  url,
  title: url,
  summary: word,
  content: `${url} ${word}`,
  facets: ['kind:material'],
});

const bag = record('materials/bag/', 'wool');
const story = record('materials/story/', 'bear');
const taller = record('materials/story/', 'giant');

/** The text of each entry changes with its record. */
const languageOf = (records: readonly SearchRecord[]): SearchJob['language'] => ({
  key: 'words and colours',
  entryKeys: new Map(
    records.map(({ url, content }) => [`/${url}`, { kind: 'material', shown: 'fields', text: content }]),
  ),
});

let cacheFolder: string;
beforeEach(async () => {
  cacheFolder = await temporaryFolder();
});

/** Stages a bundle in a folder of its own, and tells which records it had to ask for. */
async function stage(records: readonly SearchRecord[], job: Partial<SearchJob> = {}, program = 'program') {
  const folder = await temporaryFolder();
  const key = JSON.stringify(records);
  const language = languageOf(records);
  let asked = 0;
  const bundle = await writeSearch(
    { country, locale, folder, key, language, made: [], publishedKey: undefined, ...job },
    { cacheFolder, program },
    () => {
      asked++;
      return records;
    },
  );
  return { ...bundle, key, folder, asked, found: await listFiles(folder) };
}

test('of a new bundle every file is staged', async () => {
  const { files, staged, found, asked } = await stage([bag, story]);
  expect(asked).toBe(1);
  expect(staged).toEqual(files);
  expect(found.toSorted()).toEqual(files.toSorted());
});

test('after an edit of one entry only its record is asked for, and only what differs is staged', async () => {
  const before = await stage([bag, story]);
  const after = await stage([bag, taller], { made: [taller], publishedKey: before.key });
  expect(after.asked).toBe(0);
  const fragments = (names: readonly string[]) => names.filter((name) => name.includes('/fragment/'));
  expect(fragments(after.files)).toHaveLength(2);
  expect(fragments(after.staged)).toHaveLength(1);
  expect(after.staged).not.toContain('kg/en/pagefind/pagefind.js');
  expect(after.found.toSorted()).toEqual(after.staged.toSorted());

  cacheFolder = await temporaryFolder();
  const clean = await stage([bag, taller]);
  expect(after.files).toEqual(clean.files);
  for (const file of after.files) {
    const { folder } = after.staged.includes(file) ? after : before;
    expect(await readFile(path.join(folder, file))).toEqual(await readFile(path.join(clean.folder, file)));
  }
});

test('where words were added and nothing that a result shows has changed, no result is staged', async () => {
  const before = await stage([bag, story]);
  const longer = { ...story, content: `${story.content} forest` };
  const { staged } = await stage([bag, longer], { made: [longer], publishedKey: before.key });
  expect(staged.filter((name) => name.includes('/fragment/'))).toEqual([]);
  expect(staged.filter((name) => name.includes('/index/'))).toHaveLength(1);
});

test('an entry that has left is not found any more', async () => {
  const { files } = await stage([bag]);
  await stage([bag, story]);
  expect(await stage([bag])).toMatchObject({ asked: 0, files });
});

test('where the published bundle is another than the kept one, every file is staged', async () => {
  await stage([bag, story]);
  const { files, staged } = await stage([bag, taller], { made: [taller], publishedKey: 'of another build' });
  expect(staged).toEqual(files);
});

test.each([
  ['the words of the language have changed', { language: { ...languageOf([bag, story]), key: 'others' } }],
  ['a record is not handed over', { language: languageOf([bag, taller]) }],
])('all records are asked for when %s', async (_, job) => {
  await stage([bag, story]);
  expect(await stage([bag, story], job)).toMatchObject({ asked: 1 });
});

test('what another program kept, or what has decayed, is not used', async () => {
  const { key } = await stage([bag, story]);
  expect(await stage([bag, story], { publishedKey: key }, 'newer')).toMatchObject({ asked: 1 });
  const kept = (await listFiles(cacheFolder)).find((name) => name.startsWith('search/')) ?? '';
  const file = path.join(cacheFolder, kept);
  await writeFile(file, (await readFile(file)).subarray(0, -1));
  const { asked, staged, files } = await stage([bag, story], { publishedKey: key }, 'newer');
  expect(asked).toBe(1);
  expect(staged).toEqual(files);
});
