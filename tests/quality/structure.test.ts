import { expect, test } from 'vitest';
import { files, material, russian, said } from './said.ts';

const original = material('## A\n\n### B\n\n::: tip One\nTwo.\n:::\n\n## C\n\n::: warning\nThree.\n:::\n');

test('a translation with the same headings and boxes is not told of, whatever stands between them', async () => {
  const body =
    '## А\n\nЕщё.\n\n### Б\n\n::: tip\nДва.\n:::\n\n## В\n\n::: warning Вот\nТри.\n\nИ ещё.\n:::\n';
  expect(await said({ ...original, ...russian(body) })).toEqual([]);
});

test('the first heading and the first box that differ are told of', async () => {
  const body = '## А\n\n## Б\n\n::: note\nДва.\n:::\n\n## В\n\n::: tip\nТри.\n:::\n';
  expect(await said({ ...original, ...russian(body) })).toEqual([
    `${files.russian}:12:1 translation/structure: heading 2 is ## here, and ### in the original ${files.material} (line 13 of ${files.material} begins with ###: a translation has the same headings in the same order)`,
    `${files.russian}:14:1 translation/structure: box 1 is ::: note here, and ::: tip in the original ${files.material} (line 15 of ${files.material} begins with ::: tip: a translation has the same boxes in the same order)`,
  ]);
});

test('what is missing at the end is told of at the last one, and what is too much where it stands', async () => {
  const less = '## А\n\n### Б\n\n::: tip\nДва.\n:::\n';
  expect(await said({ ...original, ...russian(less) })).toEqual([
    expect.stringContaining(
      `:12:1 translation/structure: heading 3 of the original ${files.material} is missing`,
    ),
    expect.stringContaining(
      `:14:1 translation/structure: box 2 of the original ${files.material} is missing here`,
    ),
  ]);
  const more = '## А\n\n### Б\n\n::: tip\nДва.\n:::\n\n## В\n\n::: warning\nТри.\n:::\n\n## Г\n';
  expect(await said({ ...original, ...russian(more) })).toEqual([
    expect.stringContaining(
      `:24:1 translation/structure: heading 4 is not in the original ${files.material} (`,
    ),
  ]);
});

test('a translation without a text of its own, and a draft, are not told of', async () => {
  expect(await said({ ...original, ...russian('') })).toEqual([]);
  expect(await said({ ...original, ...russian('## А\n', 'status: draft\n') })).toEqual([]);
});
