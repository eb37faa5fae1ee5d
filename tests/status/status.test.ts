import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { passport } from '../support/command.ts';
import { contentFolder, po, text } from '../support/content.ts';

const bag =
  'title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n';
const files = {
  'shared/materials/bag/index.en.md': text(bag, 'Touch.\n'),
  'shared/materials/bag/index.ru.md': text(
    '# the translator\'s note\ntitle: "Мешок: что внутри"\nsummary: >\n  О мешке.\ntranslation:\n  of: en\n  by: machine\n  reviewed: false\n',
    'Потрогай.\n',
  ),
  'countries/kg/materials/bag/index.en.patch.md': text('title: Felt bag\n'),
};

interface Status {
  readonly countries: readonly {
    readonly country: string;
    readonly items: readonly {
      readonly locale: string;
      readonly target: string;
      readonly attention: string;
    }[];
  }[];
}

async function attentions(content: string, target: string): Promise<string[]> {
  const { stdout } = await passport(['status', '--content', content, '--format', 'json']);
  const { countries }: Status = JSON.parse(stdout);
  return (countries[0]?.items ?? [])
    .filter((item) => item.target === target)
    .map(({ locale, attention }) => `${locale} ${attention}`);
}

test('status lists what is missing, unreviewed and of unknown state', async () => {
  const content = await contentFolder(files);
  expect(await attentions(content, '/materials/bag/')).toEqual([
    'ru unknown',
    'ru unreviewed',
    'en overlay-unknown',
  ]);
  expect(await attentions(content, '/pages/about/')).toEqual(['ru missing']);
});

test('--accept records the state of the original, changes nothing else, and a later change makes the translation stale', async () => {
  const content = await contentFolder(files);
  const translation = path.join(content, 'shared/materials/bag/index.ru.md');
  const before = await readFile(translation, 'utf8');
  const { code, stdout } = await passport([
    'status',
    '--content',
    content,
    '--accept',
    translation,
    path.join(content, 'countries/kg/materials/bag/index.en.patch.md'),
  ]);
  expect([code, stdout.match(/recorded/g)?.length]).toEqual([0, 2]);
  const after = await readFile(translation, 'utf8');
  expect(after.replace(/ {2}hash: "?[0-9a-f]{16}"?\n/, '')).toBe(before);
  expect(await attentions(content, '/materials/bag/')).toEqual(['ru unreviewed']);
  const changed = await contentFolder({
    ...files,
    'shared/materials/bag/index.en.md': text(bag, 'Touch and tell.\n'),
    'shared/materials/bag/index.ru.md': after,
  });
  expect(await attentions(changed, '/materials/bag/')).toContain('ru stale');
});

test("the matrix has a row for each entry and a column for each language; drafts are not the language's own", async () => {
  const content = await contentFolder({
    ...files,
    'shared/courses/play/index.ru.md': text(
      'title: Игра\nsummary: Об игре.\nstatus: draft\ntranslation:\n  of: en\n  by: human\n  reviewed: false\n',
      'Читайте.\n',
    ),
    'shared/pages/plan/index.en.md': text('title: Plan\nsummary: A plan.\nstatus: review\n', 'We.\n'),
  });
  const { stdout, stderr } = await passport(['status', '--content', content]);
  expect(stderr).toBe('');
  const rows = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
  const row = (name: string) => rows.find(([first]) => first === name)?.slice(1);
  expect(rows[0]).toEqual(['kg', 'Kyrgyzstan']);
  expect(rows[1]).toEqual(['ru', 'en']);
  expect(row('/courses/play/')).toEqual(['d?', '✓']);
  expect(row('/courses/play/first/')).toEqual(['?', '✓']);
  expect(row('/materials/bag/')).toEqual(['?r', '~']);
  expect(row('/pages/plan/')).toEqual(['–', 'd']);
  expect(row('its own, of 6')).toEqual(['2', '5']);
  expect(row('– missing')).toEqual(['3', '0']);
  expect(row('d draft')).toEqual(['1', '1']);
  expect(stdout).toContain('d  a draft: readers do not see it yet');
  expect(stdout).not.toContain('≠');
  expect(await attentions(content, '/courses/play/')).toEqual(['ru draft', 'ru unknown']);
});

test('an original has nothing to accept, and says so with exit 1', async () => {
  const content = await contentFolder(files);
  const { code, stderr } = await passport([
    'status',
    '--content',
    content,
    '--accept',
    path.join(content, 'shared/pages/about/index.en.md'),
  ]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('is an original')]);
});

test.each([[['--accept']], [['a-path']], [['--format', 'xml']], [['--since', 'HEAD']]])(
  'wrong usage %j is exit 2',
  async (args) => {
    expect((await passport(['status', ...args])).code).toBe(2);
  },
);

describe('words of the interface', () => {
  const english =
    '\nmsgid "Courses"\nmsgstr "Courses"\n\nmsgid "Topics"\nmsgstr "Topics"\n\nmsgid "Search"\nmsgstr "Search"\n\nmsgid "{count} lesson"\nmsgid_plural "{count} lessons"\nmsgstr[0] "{count} lesson"\nmsgstr[1] "{count} lessons"\n';
  const twoForms = 'nplurals=2; plural=(n != 1);';
  const ofMachine = `${twoForms}\\n"\n"X-Translated-By: machine\\n"\n"X-Reviewed: no`;

  async function counted(files: Readonly<Record<string, string>>) {
    const content = await contentFolder({ 'strings/en.po': po(twoForms, english), ...files });
    const shown = await passport(['status', '--content', content]);
    const { stdout } = await passport(['status', '--content', content, '--format', 'json']);
    const { strings } = JSON.parse(stdout) as { strings: unknown };
    return { strings, lines: shown.stdout.split('words of the interface\n')[1]?.trimEnd().split('\n') };
  }

  test('are counted: translated, made by a machine, reviewed by message or by file', async () => {
    const { strings, lines } = await counted({
      'strings/ru.po': po(
        ofMachine,
        '\nmsgid "Courses"\nmsgstr "Курсы"\n\n# reviewed\nmsgid "Topics"\nmsgstr "Темы"\n\n# human\n# reviewed\n#. Said on a button.\nmsgid "Search"\nmsgstr "Поиск"\n',
      ),
      'strings/ky.po': po(`${twoForms}\\n"\n"X-Reviewed: yes`, '\nmsgid "Courses"\nmsgstr "Курстар"\n'),
    });
    expect(strings).toEqual({
      messages: 4,
      languages: [
        { locale: 'ky', translated: 1, machineMade: 0, reviewed: 1 },
        { locale: 'ru', translated: 3, machineMade: 2, reviewed: 2 },
      ],
    });
    expect(lines).toEqual([
      '  ky       1 of 4 messages; 0 by a machine, 1 reviewed',
      '  ru       3 of 4 messages; 2 by a machine, 2 reviewed',
    ]);
  });

  test('do not count where they are empty, fuzzy or no longer asked for', async () => {
    const { strings } = await counted({
      'strings/ru.po': po(
        ofMachine,
        '\nmsgid "Courses"\nmsgstr ""\n\n#, fuzzy\nmsgid "Topics"\nmsgstr "Темы"\n\nmsgid "Forum"\nmsgstr "Форум"\n',
      ),
    });
    expect(strings).toEqual({
      messages: 4,
      languages: [{ locale: 'ru', translated: 0, machineMade: 0, reviewed: 0 }],
    });
  });

  test('of a language in its other script are converted, but for those of its own; a language may have none', async () => {
    const { strings, lines } = await counted({
      'strings/uz-Latn.po': po(ofMachine, '\nmsgid "Courses"\nmsgstr "Kurslar"\n'),
      'strings/uz-Cyrl.po': po(twoForms, '\nmsgid "Topics"\nmsgstr "Мавзулар"\n'),
      'strings/sr-Cyrl.po': po(ofMachine),
      'countries/kg/country.yml':
        'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: uz-Latn\n  - tag: uz-Cyrl\n    transliterate: uz-Latn\n  - tag: sr-Cyrl\n  - tag: sr-Latn\n    transliterate: sr-Cyrl\n  - tag: kaa\n  - tag: ru\n  - tag: en\nurl: https://kg.example.org/\n',
    });
    expect(strings).toMatchObject({
      languages: [
        { locale: 'kaa', translated: 0 },
        { locale: 'ru', translated: 0 },
        { locale: 'sr-Cyrl', translated: 0 },
        { locale: 'sr-Latn', translated: 0, convertedFrom: 'sr-Cyrl' },
        { locale: 'uz-Cyrl', translated: 1, convertedFrom: 'uz-Latn' },
        { locale: 'uz-Latn', translated: 1, machineMade: 1 },
      ],
    });
    expect(lines).toContain('  sr-Latn  converted from sr-Cyrl');
    expect(lines).toContain(
      '  uz-Cyrl  converted from uz-Latn, and 1 of 4 messages; 0 by a machine, 0 reviewed',
    );
    expect(lines).toContain('  kaa      0 of 4 messages; 0 by a machine, 0 reviewed');
  });
});
