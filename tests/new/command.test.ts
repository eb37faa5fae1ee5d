import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writePlan } from '../../build/new/write-plan.ts';
import { listFiles } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { contentFolder } from '../support/content.ts';
import { read } from './make.ts';

const run = (folder: string, ...args: string[]) => passport(['new', ...args, '--content', folder]);
const material = ['material', 'Rain drum', '--type', 'story', '--domains', 'cognition'];

test('what is made is named, and what to do next; a second time nothing is written over', async () => {
  const folder = await contentFolder();
  const made = await run(folder, 'lesson', 'play/rainy-days');
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout.replaceAll(folder, 'content')).toMatchInlineSnapshot(`
    "made content/shared/courses/play/rainy-days/index.en.md
    changed content/shared/courses/play/index.en.md
      10 +   - rainy-days

    Write the text in content/shared/courses/play/rainy-days/index.en.md; "npm run check" tells what is still wrong.
    "npm start" shows it at http://localhost:8080/kg/en/courses/play/rainy-days/. It is a draft: take out the line "status: draft" to publish it.
    "
  `);
  const before = await listFiles(folder);
  const again = await run(folder, 'lesson', 'play/rainy-days');
  expect(again.code).toBe(1);
  expect(again.stderr).toContain(`${folder}/shared/courses/play/rainy-days/index.en.md is there already`);
  expect(again.stderr).not.toContain('usage:');
  expect(await listFiles(folder)).toEqual(before);
});

test('a dry run shows all and writes nothing; --json tells programs the same', async () => {
  const folder = await contentFolder();
  const before = await listFiles(folder);
  const course = await read(folder, 'shared/courses/play/index.en.md');
  const shown = await run(folder, 'lesson', 'play/rainy-days', '--dry-run');
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(
    /would make .*rainy-days[\s\S]*title: Rainy days[\s\S]*would change .*\n {2}10 \+ {3}- rainy-days/,
  );
  const { stdout } = await run(folder, 'lesson', 'play/rainy-days', '--dry-run', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    what: 'lesson',
    written: false,
    files: [
      { path: 'shared/courses/play/rainy-days/index.en.md', text: expect.stringContaining('Rainy days') },
    ],
    edits: [{ path: 'shared/courses/play/index.en.md', line: 10, added: '  - rainy-days' }],
  });
  expect(await listFiles(folder)).toEqual(before);
  expect(await read(folder, 'shared/courses/play/index.en.md')).toBe(course);
});

test.each([
  ['nothing', [], 'say what to make: course, lesson, material, group, page, country, translation, patch'],
  ['a missing flag', material.slice(0, 4), '--domains is missing'],
  ['a flag of another kind', ['page', 'Help', '--type', 'story'], "Unknown option '--type'"],
])('%s is wrong usage: exit 2, and a sentence', async (_, args, sentence) => {
  const folder = await contentFolder();
  const before = await listFiles(folder);
  const { code, stderr, stdout } = await run(folder, ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
  expect(stderr).toContain('usage: npm run new');
  expect(await listFiles(folder)).toEqual(before);
});

test('settings with a fault are mended first', async () => {
  const folder = await contentFolder({ 'site.yml': 'name: Passport\n' });
  const { code, stderr } = await run(folder, ...material);
  expect(code).toBe(1);
  expect(stderr).toMatch(/have to be mended first[\s\S]*site\.yml:1:1 error front-matter\/required/);
});

test('a plan that cannot be carried out whole leaves nothing', async () => {
  const folder = await contentFolder();
  const course = 'shared/courses/play/index.en.md';
  const before = await listFiles(folder);
  const files = [{ path: 'shared/courses/play/new/deep/index.en.md' as never, text: 'x' }];
  await expect(
    writePlan({ files, edits: [{ path: course as never, before: 'other', after: 'y' }], next: [] }, folder),
  ).rejects.toThrow(`content/${course} was changed meanwhile`);
  expect(await listFiles(folder)).toEqual(before);
  expect(await readdir(path.join(folder, 'shared/courses/play'))).not.toContain('new');
});

test('a file that appeared while questions were answered stays as it is', async () => {
  const folder = await contentFolder();
  const file = path.join(folder, 'shared/pages/about/index.ru.md');
  await writeFile(file, 'hers');
  const plan = {
    files: [{ path: 'shared/pages/about/index.ru.md' as never, text: 'ours' }],
    edits: [],
    next: [],
  };
  await expect(writePlan(plan, folder)).rejects.toThrow('is there already');
  expect(await read(folder, 'shared/pages/about/index.ru.md')).toBe('hers');
});
