/**
 * Edits of bodies, which a build follows without planning the sites: what they may touch beside their own page.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildSites, checkContent } from '../../build/pipeline.ts';
import { contentFolder, temporaryFolder, text } from '../support/content.ts';

const russian = (hash: string): string =>
  text(
    `title: Мешок\nsummary: О мешке.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n  hash: ${hash}\n`,
    'Трогайте.\n',
  );

/** Sites with a material and its translation, which is up to date. */
async function builtSites() {
  const first = await contentFolder({});
  const { catalogue } = await checkContent({ contentFolder: first, drafts: false });
  const bag = [...catalogue.folders.values()].find(({ path: folder }) => folder === 'shared/materials/bag');
  const hash = [...(bag?.texts.values() ?? [])][0]?.contentHash ?? '';
  const folder = await contentFolder({ 'shared/materials/bag/index.ru.md': russian(hash) });
  const [out, cache] = [await temporaryFolder(), await temporaryFolder()];
  const build = () => buildSites({ contentFolder: folder, out, cache, drafts: false, search: false });
  await build();
  const original = path.join(folder, 'shared/materials/bag/index.en.md');
  return {
    folder,
    cache,
    build,
    replace: async (from: string, to: string) =>
      writeFile(original, (await readFile(original, 'utf8')).replace(from, to)),
    page: (file: string) => readFile(path.join(out, file), 'utf8'),
  };
}

test('a translation says so when the body of its original has changed, and no more when it is changed back', async () => {
  const { build, replace, page } = await builtSites();
  const stale = 'The original has changed since this translation was made.';
  const before = await page('kg/ru/materials/bag/index.html');
  await replace('Touch.', 'Touch and smell.');
  const { sites } = await build();
  expect(sites.map(({ made }) => made)).toEqual([2]);
  expect(await page('kg/en/materials/bag/index.html')).toContain('Touch and smell.');
  expect(before).not.toContain(stale);
  expect(await page('kg/ru/materials/bag/index.html')).toContain(stale);
  await replace('Touch and smell.', 'Touch.');
  await build();
  expect(await page('kg/ru/materials/bag/index.html')).toBe(before);
});

test('the sites are not planned anew when the body of an original has changed, but when its title has', async () => {
  const { cache, build, replace, page } = await builtSites();
  const [kept = ''] = await readdir(cache);
  // Whoever plans everything removes what nobody will ask for again.
  const unused = path.join(cache, kept, 'folders/unused.record');
  await writeFile(unused, '');
  await replace('Touch.', 'Touch and smell.');
  await build();
  expect(await page('kg/en/materials/bag/index.html')).toContain('Touch and smell.');
  expect(existsSync(unused)).toBe(true);
  await replace('title: Bag', 'title: Sack');
  await build();
  expect(existsSync(unused)).toBe(false);
});

test('a link that leads nowhere is found in an edited body, and the sites stay until it is mended', async () => {
  const { build, replace, page } = await builtSites();
  const before = await page('kg/en/materials/bag/index.html');
  await replace('Touch.', 'Touch [this](/materials/nowhere/).');
  const { diagnostics, sites } = await build();
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'shared/materials/bag/index.en.md link/broken',
  ]);
  expect(sites).toEqual([]);
  expect(await page('kg/en/materials/bag/index.html')).toBe(before);
  await replace('Touch [this](/materials/nowhere/).', 'Touch this.');
  expect((await build()).diagnostics).toEqual([]);
  expect(await page('kg/en/materials/bag/index.html')).toContain('Touch this.');
});

test('an edit is not forgotten over the fault of another text', async () => {
  const { build, replace, page, folder } = await builtSites();
  const lesson = path.join(folder, 'shared/courses/play/first/index.en.md');
  const sound = await readFile(lesson, 'utf8');
  await replace('Touch.', 'Touch and smell.');
  await writeFile(lesson, sound.replace('title: First', 'titel: First'));
  expect((await build()).sites).toEqual([]);
  await writeFile(lesson, sound);
  expect((await build()).diagnostics).toEqual([]);
  expect(await page('kg/en/materials/bag/index.html')).toContain('Touch and smell.');
});

test('a certificate asks for the questions that a body has now', async () => {
  const { folder, build, page } = await builtSites();
  const lesson = path.join(folder, 'shared/courses/play/first/index.en.md');
  const before = await readFile(lesson, 'utf8');
  expect(await page('kg/en/certificate/index.html')).toContain('data-quizzes="q1"');
  await writeFile(lesson, `${before}\n::: short #q2\nHow many?\n\n= two\n:::\n`);
  const russianLesson = path.join(folder, 'shared/courses/play/first/index.ru.md');
  await writeFile(
    russianLesson,
    `${await readFile(russianLesson, 'utf8')}\n::: short #q2\nСколько?\n\n= две\n:::\n`,
  );
  expect((await build()).diagnostics).toEqual([]);
  expect(await page('kg/en/certificate/index.html')).toContain('data-quizzes="q1 q2"');
});

test('a link to a quiz that a body has no more is found', async () => {
  const { folder, build, replace } = await builtSites();
  await replace('Touch.', 'Answer [this](/courses/play/first/#q1).');
  expect((await build()).diagnostics).toEqual([]);
  for (const tag of ['en', 'ru']) {
    const lesson = path.join(folder, `shared/courses/play/first/index.${tag}.md`);
    await writeFile(lesson, (await readFile(lesson, 'utf8')).replace('#q1', '#q2'));
  }
  expect((await build()).diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'shared/materials/bag/index.en.md link/anchor',
  ]);
});
