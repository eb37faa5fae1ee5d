import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { formAt } from '../../build/format/fields-form.ts';
import { formatFile } from '../../build/format/format-file.ts';
import { replaceFile } from '../../build/output/replace-file.ts';
import { listContent } from '../../build/read/list-content.ts';
import { passport } from '../support/command.ts';
import { contentFolder, temporaryFolder, text } from '../support/content.ts';

const about = 'shared/pages/about/index.en.md';
const untidy =
  '\uFEFF---\r\nnav: footer\r\n# short\r\ntitle: "About"\r\nsummary: About us.\r\n---\r\n\r\nWe.  \r\n';
const tidy =
  '\uFEFF---\r\n# short\r\ntitle: About\r\nsummary: About us.\r\nnav: footer\r\n---\r\n\r\nWe.  \r\n';

test('the texts and data of the catalogue are formatted; "npm run format" does it', async () => {
  const texts = listContent('content').texts;
  const unformatted: string[] = [];
  for (const { path: file, place, absolutePath } of texts) {
    const form = formAt(place);
    if (form === undefined) continue;
    const { fresh, diagnostics } = formatFile(await readFile(absolutePath), form, file);
    if (fresh !== undefined || diagnostics.length > 0) unformatted.push(file);
  }
  expect(texts.length).toBeGreaterThan(90);
  expect(unformatted).toEqual([]);
});

test('--check lists what would change and changes nothing; without it the file is written, and then there is nothing to do', async () => {
  const content = await contentFolder({ [about]: untidy });
  const file = path.join(content, about);
  const checked = await passport(['format', '--check', '--content', content, path.dirname(file)]);
  expect(checked).toMatchObject({ code: 1, stderr: '' });
  expect(checked.stdout).toBe(`${file}\n1 of 1 files would change; "npm run format" changes them\n`);
  expect(await readFile(file, 'utf8')).toBe(untidy);

  await chmod(file, 0o640);
  const other = path.join(content, 'shared/materials/bag/index.en.md');
  await writeFile(other, '---\ntitle: "Bag\n---\n');
  const written = await passport(['format', '--json', '--content', content]);
  expect(JSON.parse(written.stdout)).toMatchObject({
    changed: [file],
    diagnostics: [{ code: 'front-matter/quotes', file: other, line: 2 }],
    summary: { changed: 1 },
  });
  expect(written.code).toBe(1);
  expect(await readFile(file, 'utf8')).toBe(tidy);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readFile(other, 'utf8')).toBe('---\ntitle: "Bag\n---\n');

  const again = await passport(['format', '--content', content, file]);
  expect(again).toMatchObject({ code: 0, stdout: '0 of 1 files changed\n', stderr: '' });
});

test('a path with no fields is wrong usage', async () => {
  const content = await contentFolder();
  const { code, stderr } = await passport([
    'format',
    '--content',
    content,
    path.join(content, 'strings/ru.po'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('is no text or data file of');
});

test('a file that somebody has changed meanwhile is not overwritten, and nothing is left beside it', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'a.md');
  await writeFile(file, text('title: Newer\n'));
  expect(await replaceFile(file, Buffer.from(text('title: Known\n')), 'x')).toBe(false);
  expect(await readFile(file, 'utf8')).toBe(text('title: Newer\n'));
  expect(await replaceFile(file, Buffer.from(text('title: Newer\n')), 'x')).toBe(true);
  expect(await readFile(file, 'utf8')).toBe('x');
  await expect(stat(`${file}.new~`)).rejects.toThrow('ENOENT');
});
