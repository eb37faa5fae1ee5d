import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../support/built-sites.ts';
import { passport } from '../support/command.ts';
import { copyOfContent, po, temporaryFolder, text } from '../support/content.ts';

/** All that a sixth country needs, written below content/ and nowhere else. */
const kazakhstan: Readonly<Record<string, string>> = {
  'countries/kz/country.yml': `code: kz
name:
  kk: Қазақстан
  en: Kazakhstan
languages:
  - tag: kk
    fallback: [ru]
  - tag: ru
url: https://kz.learningpassport.example/
sourceLanguage: kk
exclude:
  materials: [market-day]
  courses:
    level: [advanced]
theme:
  accent: "#1f7a8c"
  motif: motif.svg
ministry:
  name:
    kk: Оқу-ағарту министрлігі
frameworks: [kz-standard]
priorities: [language-literacy]
`,
  'countries/kz/motif.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 1 23 12 12 23 1 12Z"/></svg>',
  'strings/kk.po': po('nplurals=1; plural=0;', '\nmsgid "Courses"\nmsgstr "Курстар"\n'),
  'taxonomy/frameworks/kz-standard.yml':
    'name:\n  kk: Үлгілік оқу бағдарламасы\ncountry: kz\ncodes:\n  - code: "2.1"\n    label:\n      kk: Сөйлеуді дамыту\n',
  'countries/kz/materials/treasure-bag/index.ru.patch.md': text(
    'title: Мешочек с сюрпризами\nalignments:\n  - framework: kz-standard\n    code: "2.1"\n',
  ),
  'countries/kz/pages/this-edition/index.kk.md': text(
    'title: Осы басылым туралы\nsummary: Қазақстан үшін.\nnav: footer\n',
    'Қош келдіңіз.\n',
  ),
  'countries/kz/courses/extra/index.kk.md': text(
    'title: Қосымша курс\nsummary: Тек Қазақстанда.\naudience: [educator]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons: [one]\n',
    'Мәтін.\n',
  ),
  'countries/kz/courses/extra/one/index.kk.md': text(
    'title: Бірінші сабақ\nsummary: Сабақ.\ndurationMinutes: 5\n',
    'Мәтін.\n',
  ),
};

test('a sixth country with its own language, theme, framework, patch and exclusions needs nothing outside content/', async () => {
  const content = await copyOfContent();
  for (const [file, data] of Object.entries(kazakhstan)) {
    await mkdir(path.dirname(path.join(content, file)), { recursive: true });
    await writeFile(path.join(content, file), data);
  }
  const out = await temporaryFolder();
  const { code, stderr } = await passport(['build', '--content', content, '--out', out]);
  expect(code, stderr).toBe(0);
  const files = await listFiles(path.join(out, 'kz'));
  const page = (file: string) => readFile(path.join(out, 'kz', file), 'utf8');
  expect(await page('kk/index.html')).toMatch(/<html lang="kk" dir="ltr"[\s\S]*Курстар/);
  expect(await page('kk/courses/extra/one/index.html')).toContain('Бірінші сабақ');
  expect(await page('ru/materials/treasure-bag/index.html')).toMatch(
    /Мешочек с[ \u00a0]сюрпризами[\s\S]*Сөйлеуді дамыту/,
  );
  expect(files).not.toContain('kk/materials/market-day/index.html');
  expect(files).toContain('en/pages/this-edition/index.html');
  expect(await listFiles(path.join(out, 'kg'))).not.toContain('en/courses/extra/index.html');
});
