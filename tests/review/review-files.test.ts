import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reviewedContent } from '../../build/pipeline/reviewed-content.ts';
import { reviewFiles, templateFolders } from '../../build/review/review-files.ts';
import { contentFolder, po } from '../support/content.ts';

test('the files of the forges are those of the countries; "npm run schemas" writes them', async () => {
  const files = reviewFiles(reviewedContent('content'));
  for (const [file, text] of files) expect([file, await readFile(file, 'utf8')]).toEqual([file, text]);
  for (const folder of Object.values(templateFolders))
    for (const name of await readdir(folder)) expect([...files.keys()]).toContain(`${folder}/${name}`);
});

test('what has an owner is there, and every country has one', async () => {
  const owners = await readFile('.github/CODEOWNERS', 'utf8');
  const paths = owners.split('\n').flatMap((line) => /^\/(\S+)/.exec(line)?.[1] ?? []);
  expect(paths.filter((file) => !existsSync(file))).toEqual([]);
  const countries = await readdir('content/countries');
  expect(paths).toEqual(expect.arrayContaining(countries.map((code) => `content/countries/${code}/`)));
});

test('another country has editors, words of its own and a template from its country.yml alone', async () => {
  const content = await contentFolder({
    'strings/kk.po': po('nplurals=1; plural=0;'),
    'countries/kz/country.yml':
      'code: kz\nname:\n  kk: Қазақстан\n  en: Kazakhstan\nlanguages:\n  - tag: kk\n    fallback: [en]\n  - tag: ru\n  - tag: en\nurl: https://kz.example.org/\n',
  });
  const files = reviewFiles(reviewedContent(content));
  const owners = files.get('.gitlab/CODEOWNERS');
  expect(owners).toMatch(/^\/content\/countries\/kz\/ +@learning-passport\/kz-editors$/m);
  expect(owners).toMatch(/^\/content\/strings\/kk\.po +@learning-passport\/kz-editors$/m);
  expect(owners).toMatch(/^\/content\/strings\/ru\.po +@\S+\/kg-editors @\S+\/kz-editors$/m);
  // The play framework of the minimal content is of Kyrgyzstan; English is everybody's.
  expect(owners).toMatch(/^\/content\/taxonomy\/frameworks\/play-first\.yml +@\S+\/kg-editors$/m);
  expect(owners).not.toContain('en.po');
  const template = files.get('.github/PULL_REQUEST_TEMPLATE/kz.md');
  expect(template).toContain('## Kazakhstan: ');
  expect(template).toContain('- [ ] Қазақ тілі (kk) was read');
  expect(files.get('.gitlab/merge_request_templates/kz.md')).toBe(template);
});
