import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, UsageError } from '../../build/cli/errors.ts';
import { formatImpact } from '../../build/status/format-impact.ts';
import { measureImpact } from '../../build/status/measure-impact.ts';
import { passport } from '../support/command.ts';
import { contentFolder, type Files, text } from '../support/content.ts';
import { contentRepository } from '../support/repository.ts';
import { accepted } from './fixtures/accepted.ts';

const bag =
  'title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n';
const original = 'shared/materials/bag/index.en.md';
const translation = 'shared/materials/bag/index.ru.md';
const patch = 'countries/kg/materials/bag/index.en.patch.md';
const country = (code: string): string =>
  `code: ${code}\nname:\n  en: The country ${code}\nlanguages:\n  - tag: ru\n  - tag: en\nurl: https://${code}.example.org/\n`;
const files: Files = {
  [original]: text(bag, 'Touch.\n'),
  [translation]: text(
    'title: Мешок\nsummary: О мешке.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
    'Потрогай.\n',
  ),
  [patch]: text('summary: A felt bag.\n'),
  'countries/uz/country.yml': country('uz'),
  'countries/tj/country.yml': `${country('tj')}exclude:\n  materials: [bag]\n`,
};

const recorded = (): Promise<Files> => accepted(files, [translation, patch]);

const impactSince = async (contentFolder: string, since = 'HEAD') => {
  const measured = await measureImpact({ contentFolder, since });
  if ('faulty' in measured) throw new Error('the content has faults');
  return measured.impact;
};

describe('the impact of changes that are not committed', () => {
  test('is told in pages, stale translations and conflicts; the repository stays as it was', async () => {
    const repository = await contentRepository(await recorded());
    const { folder } = repository;
    await repository.write({
      [original]: text(bag, 'Touch and tell.\n'),
      'shared/pages/new/index.en.md': text('title: New\nsummary: A page.\n', 'We.\n'),
      'shared/pages/plan/index.en.md': text('title: Plan\nsummary: A page.\nstatus: draft\n', 'We.\n'),
    });
    await repository.git('add', 'content/shared/materials');
    const before = await repository.git('status', '--porcelain');
    const { stdout, code, stderr } = await passport(['status', '--content', folder, '--impact']);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'changes 3 national sites, 8 pages, makes 1 translation stale, conflicts with 1 patch',
      '  kg:',
      '    /materials/bag/  en',
      '    /pages/new/ added  en, ru',
      '  tj:',
      '    /pages/new/ added  en, ru',
      '  uz:',
      '    /materials/bag/  en',
      '    /pages/new/ added  en, ru',
      '  translations to be looked at:',
      `    ${path.join(folder, translation)}`,
      '  national texts to be looked at:',
      `    ${path.join(folder, patch)}`,
    ]);
    expect(await repository.git('status', '--porcelain')).toBe(before);

    await repository.commit();
    const none = await impactSince(folder);
    expect([none.countries, formatImpact(none, String)]).toEqual([[], 'changes no page of a text']);
    // Back to the original: what was stale fits again.
    await repository.write({ [original]: text(bag, 'Touch.\n') });
    expect(await impactSince(folder)).toMatchObject({
      stale: [],
      conflicts: [],
      mended: [patch, translation],
    });
    expect((await impactSince(folder, 'HEAD~1')).stale).toEqual([]);
  });

  test('a picture changes the pages beside it, and settings are named', async () => {
    const repository = await contentRepository({
      ...(await recorded()),
      'shared/materials/bag/list.pdf': '%PDF-1.4 old',
    });
    await repository.write({
      'shared/materials/bag/list.pdf': '%PDF-1.4 new',
      'countries/uz/country.yml': country('uz').replace('The country', 'Country'),
    });
    const impact = await impactSince(repository.folder);
    expect(impact.countries.map((one) => [one.country, one.pages.length])).toEqual([
      ['kg', 2],
      ['uz', 2],
    ]);
    expect(impact.settings).toEqual(['countries/uz/country.yml']);
  });

  test('without Git it is a fault of the machine; an unknown state is wrong usage', async () => {
    const repository = await contentRepository(await recorded());
    for (const since of ['nothing', '--upload-pack=x', 'HEAD; touch x'])
      await expect(measureImpact({ contentFolder: repository.folder, since })).rejects.toThrow(UsageError);
    await expect(measureImpact({ contentFolder: await contentFolder(files), since: 'HEAD' })).rejects.toThrow(
      EnvironmentError,
    );
  });
});

test('coverage lists the goals of a country that no text serves', async () => {
  const content = await contentFolder({
    'taxonomy/frameworks/play-first.yml':
      'name:\n  en: Play first\ncountry: kg\ncodes:\n  - code: "1.1"\n    label:\n      en: Plays\n  - code: "1.2"\n    label:\n      en: Tells\n',
    [original]: text(`${bag}alignments:\n  - framework: play-first\n    code: "1.1"\n`, 'Touch.\n'),
    'shared/materials/box/index.en.md': text(
      `${bag}status: draft\nalignments:\n  - framework: play-first\n    code: "1.2"\n`,
      'Touch.\n',
    ),
    'countries/uz/country.yml': country('uz'),
  });
  const { stdout } = await passport(['status', '--content', content, '--coverage']);
  expect(stdout.trimEnd().split('\n')).toEqual([
    'kg  Play first: 1 of 2 goals are served',
    '  ✓  1.1  Plays  /materials/bag/',
    '  –  1.2  Tells  no course or material serves it',
    '',
    "uz  no framework in taxonomy/frameworks/ is this country's",
  ]);
});
