import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { contentFolder, po, temporaryFolder } from '../support/content.ts';

const english = po(
  'nplurals=2; plural=(n != 1);',
  '\nmsgid "Courses"\nmsgstr "Courses"\n\nmsgid "{count} lesson"\nmsgid_plural "{count} lessons"\nmsgstr[0] "{count} lesson"\nmsgstr[1] "{count} lessons"\n',
);

async function buildPseudo(files: Readonly<Record<string, string>>) {
  const content = await contentFolder(files);
  const work = await temporaryFolder();
  const out = path.join(work, 'sites');
  const before = await contents(content);
  const outcome = await passport([
    'build',
    '--pseudo',
    '--content',
    content,
    '--out',
    out,
    '--cache',
    path.join(work, 'cache'),
    '--no-search',
  ]);
  expect(await contents(content), 'the content itself stays as it is').toEqual(before);
  return { ...outcome, content, read: (file: string) => readFile(path.join(out, file), 'utf8') };
}

const contents = async (folder: string) =>
  Promise.all((await listFiles(folder)).map((file) => readFile(path.join(folder, file), 'utf8')));

test('one language has accents, brackets and longer words, whatever is a number stays one', async () => {
  const { code, stdout, read } = await buildPseudo({ 'strings/en.po': english });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/kg\/ {2}\d+ pages in ru, en, en-XA, ar-XB/)]);
  const home = await read('kg/en-xa/index.html');
  expect(home).toMatch(/^<!doctype html>\n<html lang="en-XA" dir="ltr">/);
  expect(home).toContain('⟦Çöûŕšéš···⟧');
  expect(home).toMatch(/⟦1\sļéššöñ···⟧/);
  expect(home, 'the name of the site').toContain('⟦Ļéåŕñîñĝ Þåššþöŕţ·······⟧');
});

test('the other runs from right to left, in each word', async () => {
  const { read } = await buildPseudo({ 'strings/en.po': english });
  const home = await read('kg/ar-xb/index.html');
  expect(home).toMatch(/^<!doctype html>\n<html lang="ar-XB" dir="rtl">/);
  expect(home).toMatch(/1\s\u202elesson\u202c/);
  expect(home).toContain('\u202eLearning\u202c \u202ePassport\u202c');
});

test('without English words there is nothing to make them from: exit 2, and the way out', async () => {
  const { code, stderr } = await buildPseudo({});
  expect([code, stderr]).toEqual([2, expect.stringMatching(/--pseudo: there is no .*\/strings\/en\.po/)]);
});

test('a fault is shown where the author finds it', async () => {
  const { code, stderr, content } = await buildPseudo({
    'strings/en.po': `${english}\nmsgid "a\n`,
    'shared/pages/about/index.en.md': '---\nsummary: About us.\n---\n',
  });
  expect(code).toBe(1);
  expect(stderr).toContain(`${content}/strings/en.po:14:1 error strings/syntax`);
  expect(stderr).toContain(`${content}/shared/pages/about/index.en.md:1:1 error`);
  expect(stderr, 'the languages that nobody asked for are not among them').not.toContain('en-XA');
});
