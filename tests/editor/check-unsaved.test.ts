import { describe, expect, test } from 'vitest';
import { noCountryFolders } from '../../build/model/content-folders.ts';
import { type SourcePath, toSourcePath } from '../../build/model/paths.ts';
import { checkUnsaved } from '../../build/pipeline/check-unsaved.ts';
import { check, contentFolder, type Files, lines, text } from '../support/content.ts';

const material =
  'title: Sack\nsummary: A sack.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';
const translation = 'translation:\n  of: en\n  by: human\n  reviewed: true\n';

const wouldBe = async (files: Files, assets: readonly SourcePath[] = []): Promise<string[]> => {
  const folder = await contentFolder();
  const texts = Object.entries(files).map(([file, written]) => ({
    path: toSourcePath(file),
    text: String(written),
  }));
  return lines(checkUnsaved({ contentFolder: folder, countryFolders: noCountryFolders }, { texts, assets }));
};

describe('an unsaved file has the faults that it would have once it is saved', () => {
  test.each<[string, string, string]>([
    ['a field', 'shared/materials/sack/index.en.md', text(material.replace('36', 'three'))],
    ['YAML', 'shared/materials/sack/index.en.md', text('title: "Sack\n')],
    ['a term', 'shared/materials/sack/index.en.md', text(material.replace('[cognition]', '[cognitoin]'))],
    ['an id of another entry', 'shared/materials/sack/index.en.md', text(`${material}related: [bagg]\n`)],
    [
      'an id of a lesson',
      'shared/courses/play/index.en.md',
      text(
        'title: Play\nsummary: P.\naudience: [educator]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons:\n  - first\n  - second\n',
      ),
    ],
    [
      'a link',
      'shared/pages/about/index.en.md',
      text('title: A\nsummary: A.\nnav: footer\n', '[Bag](/materials/bagg/)\n'),
    ],
    [
      'an anchor of its own',
      'shared/pages/about/index.en.md',
      text('title: A\nsummary: A.\nnav: footer\n', '[Up](#top)\n'),
    ],
    ['a picture', 'shared/materials/bag/index.en.md', text(material, '![A bag](bag.png)\n')],
    [
      'a quiz',
      'shared/courses/play/first/index.en.md',
      text('title: First\nsummary: F.\ndurationMinutes: 10\n', '::: quiz\nWhich?\n:::\n'),
    ],
    [
      'a quiz that the original has',
      'shared/courses/play/first/index.ru.md',
      text(`title: Первый\nsummary: П.\n${translation}`, '## Зачем\n'),
    ],
    ['a patch of nothing', 'countries/kg/materials/bagg/index.ru.patch.md', text('title: Мешок\n')],
    ['a patch', 'countries/kg/materials/bag/index.ru.patch.md', text('titel: Мешок\n')],
    ['a language', 'shared/materials/bag/index.fr.md', text(`title: Sac\nsummary: S.\n${translation}`)],
    ['a country', 'countries/kg/country.yml', 'code: kg\nname:\n  en: Kyrgyzstan\nlanguages: []\nurl: kg\n'],
    [
      'a vocabulary',
      'taxonomy/domains.yml',
      'kind: domain\nterms:\n  - id: Cognition\n    label:\n      en: C\n',
    ],
  ])('%s', async (_, file, written) => {
    const saved = await check({ [file]: written });
    const expected = lines(saved.diagnostics.filter((fault) => fault.file === file));
    expect(expected).not.toEqual([]);
    expect(await wouldBe({ [file]: written })).toEqual(expected);
  });
});

test('a picture that is saved with its text is there', async () => {
  const file = text(material, '![A bag](bag.png)\n');
  expect(
    await wouldBe({ 'shared/materials/bag/index.en.md': file }, [
      toSourcePath('shared/materials/bag/bag.png'),
    ]),
  ).toEqual([]);
});

test('sound texts have no faults', async () => {
  expect(
    await wouldBe({
      'shared/materials/sack/index.en.md': text(material),
      'shared/materials/sack/index.ru.md': text(`title: Мешок\nsummary: М.\n${translation}`),
      'countries/kg/materials/bag/index.en.patch.md': text('title: Sack of felt\n'),
    }),
  ).toEqual([]);
});

test('a name under which nothing is read', async () => {
  expect(await wouldBe({ 'shared/materials/Sack/index.en.md': text(material) })).toEqual([
    expect.stringContaining('file/id'),
  ]);
});
