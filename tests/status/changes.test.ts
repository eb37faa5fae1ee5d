import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { passport } from '../support/command.ts';
import { contentFolder, type Files, text } from '../support/content.ts';
import { contentRepository } from '../support/repository.ts';
import { accepted } from './fixtures/accepted.ts';

const bag = (title: string): string =>
  `title: ${title}\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 72\ndomains: [cognition]\n`;
const original = 'shared/materials/bag/index.en.md';
const translation = 'shared/materials/bag/index.ru.md';
const patch = 'countries/kg/materials/bag/index.en.patch.md';
const body = 'A bag.\n\nLet each child touch what is in it.\n\nAsk.\n\nListen.\n';
const files = {
  [original]: text(bag('Bag'), body),
  [translation]: text(
    'title: Мешок\nsummary: О мешке.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
    'Потрогай.\n',
  ),
  [patch]: text('summary: A felt bag.\n'),
};

const recorded = (): Promise<Files> => accepted(files, [translation, patch]);

test('of one entry, status tells how the original has changed since it was translated, across commits', async () => {
  const repository = await contentRepository(await recorded());
  const { folder } = repository;
  // Windows line ends and a field that is no language are no change.
  await repository.write({
    [original]: text(bag('Bag').replace('72', '84'), body).replaceAll('\n', '\r\n'),
  });
  await repository.commit();
  await repository.write({ [original]: text(bag('Bags'), body) });
  await repository.commit();
  await repository.write({ [original]: text(bag('Bags'), body.replace('each', 'every')) });

  const { stdout, stderr, code } = await passport(['status', '--content', folder, 'materials/bag']);
  expect([stderr, code]).toEqual(['', 0]);
  const [head, shown = ''] = stdout.split('\n\n');
  expect(head).toBe('/materials/bag/');
  expect(shown.trimEnd().split('\n')).toEqual([
    `${path.join(folder, translation)}  (translation of ${path.join(folder, original)})`,
    `${path.join(folder, patch)}  (national patch of ${path.join(folder, original)})`,
    expect.stringMatching(/made from, of \d{4}-\d\d-\d\d \([0-9a-f]{8}\), has changed since;$/),
    '  in a line with "~", [-these words-] went and {+these+} came',
    '  ~ title: [-Bag-]{+Bags+}',
    '    summary: A bag.',
    '    …',
    '  ~ Let [-each-]{+every+} child touch what is in it.',
    '    …',
  ]);

  const json = await passport([
    'status',
    '--content',
    folder,
    '--format',
    'json',
    path.join(folder, patch),
    path.join(folder, original),
  ]);
  expect(JSON.parse(json.stdout)).toMatchObject({
    entries: [
      {
        target: '/materials/bag/',
        texts: [
          {
            file: patch,
            kind: 'patch',
            state: 'changed',
            basis: original,
            madeFrom: { commit: expect.any(String) },
          },
        ],
      },
      { target: '/materials/bag/', texts: [{ file: translation }, { file: patch }] },
    ],
  });
});

test('without Git, or where it does not know the state, a sentence says so', async () => {
  const repository = await contentRepository({
    ...(await recorded()),
    [original]: text(bag('Bag'), 'Other.\n'),
    [patch]: String(files[patch]),
  });
  const known = await passport(['status', '--content', repository.folder, 'bag']);
  expect(known.stdout).toContain('cannot be shown: none of the versions that Git has of the file is the one');
  expect(known.stdout).toContain('nobody recorded from which state');
  await rm(path.join(repository.top, '.git'), { recursive: true });
  const without = await passport(['status', '--content', repository.folder, 'bag'], {
    GIT_CEILING_DIRECTORIES: path.dirname(repository.top),
  });
  expect([without.stdout, without.code]).toEqual([
    expect.stringContaining('cannot be shown: the content is not kept with Git'),
    0,
  ]);
});

test('a text that is not there is wrong usage, and the one that was meant is named', async () => {
  const content = await contentFolder(files);
  const { code, stderr } = await passport(['status', '--content', content, 'materials/bga']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "materials/bag"?')]);
});
