import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { passport } from '../support/command.ts';
import { contentFolder, text } from '../support/content.ts';

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

test.each([[['--accept']], [['a-path']], [['--format', 'xml']]])('wrong usage %j is exit 2', async (args) => {
  expect((await passport(['status', ...args])).code).toBe(2);
});
