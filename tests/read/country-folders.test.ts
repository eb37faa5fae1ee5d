/** The part of a country that lies in a folder of its own. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sourcePathOf } from '../../build/model/content-folders.ts';
import { listContent } from '../../build/read/list-content.ts';
import type { CountryCode } from '../../schemas/brands.ts';
import { contentFolder, lines, temporaryFolder, text, writeContent } from '../support/content.ts';

const about = text('title: About\nsummary: About us.\n');
const countries = (folders: Readonly<Record<string, string>>) =>
  new Map(Object.entries(folders) as [CountryCode, string][]);

async function layer(): Promise<string> {
  const folder = await temporaryFolder();
  await writeContent(folder, { 'country.yml': 'code: kg\n', 'pages/about/index.en.md': about });
  return folder;
}

test('takes the place of the folder of that name, in the order of the content', async () => {
  const content = await contentFolder({
    'countries/kg/pages/gone/index.en.md': about,
    'countries/me/country.yml': 'code: me\n',
    'countries/uz/country.yml': 'code: uz\n',
  });
  const [kg, tj] = [await layer(), await layer()];
  const { texts, diagnostics } = listContent(content, countries({ tj, kg }));
  expect(diagnostics).toEqual([]);
  expect(texts.filter((file) => file.path.startsWith('countries/')).map((file) => file.absolutePath)).toEqual(
    [
      `${kg}/country.yml`,
      `${kg}/pages/about/index.en.md`,
      `${content}/countries/me/country.yml`,
      `${tj}/country.yml`,
      `${tj}/pages/about/index.en.md`,
      `${content}/countries/uz/country.yml`,
    ],
  );
});

test('may be all that there is of countries', async () => {
  const content = await contentFolder();
  const kg = path.join(await temporaryFolder(), 'kg');
  await writeContent(kg, { 'country.yml': 'code: kg\n' });
  await rm(path.join(content, 'countries'), { recursive: true });
  const { texts } = listContent(content, countries({ kg }));
  expect(texts.map((file) => file.path)).toContain('countries/kg/country.yml');
});

test('introduces itself, has a history and follows no links', async () => {
  const kg = await layer();
  await writeContent(kg, { 'README.md': '# Ours\n', '.git/config': '', '.github/CODEOWNERS': '' });
  await mkdir(path.join(kg, 'materials'));
  await symlink('/etc', path.join(kg, 'materials/etc'));
  expect(lines(listContent(await contentFolder(), countries({ kg })).diagnostics)).toEqual([
    'countries/kg/materials/etc:1:1 error file/symlink: is a link to another place; links are not followed (put a copy of the file here)',
  ]);
});

test('what lies in the place that it has taken is no content', () => {
  const folders = countries({ kg: '../layer' });
  const pathOf = (file: string) => sourcePathOf(file, 'content', folders);
  expect(pathOf('../layer/pages/about/index.en.md')).toBe('countries/kg/pages/about/index.en.md');
  expect(pathOf('content/countries/me/country.yml')).toBe('countries/me/country.yml');
  expect(pathOf('content/countries/kg/country.yml')).toBeUndefined();
  expect(pathOf('../layers/country.yml')).toBeUndefined();
});
