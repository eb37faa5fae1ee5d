import { isMap } from 'immutable';
import { expect, test } from 'vitest';
import type { ImmutableMap } from '../../../build/editor/client/immutable-map.ts';
import { guardSave } from '../../../build/editor/client/save-guard.ts';
import { contextOfEditor, en, factsOf, formOfFile, lists, sveltiaEntry } from './forms.ts';

const context = async () => contextOfEditor(await factsOf());
const bag = formOfFile('materials', 'shared/materials/bag/index.en.md');
const sack = { title: 'Мешок', summary: 'Мешок.', body: 'Потрогайте.' };

/** What an author reads, or nothing when the entry is saved. */
async function refusalOf(entry: ImmutableMap): Promise<string | undefined> {
  const known = await context();
  try {
    guardSave({ entry }, en, known);
    return undefined;
  } catch (error) {
    const { message, cause } = error as Error;
    expect(message).toBe('saving_failed');
    return (cause as Error).message;
  }
}

test('a sound entry is saved as it is, and its new translation with what it records', async () => {
  const entry = sveltiaEntry('materials', 'bag', bag, { ru: sack, 'uz-Latn': {} });
  const saved = guardSave({ entry }, en, await context());
  expect(isMap(saved)).toBe(true);
  expect(saved.toJS()).toEqual({
    ...entry.toJS(),
    data: bag,
    i18n: {
      ru: { data: { ...sack, translation: expect.objectContaining({ of: 'en', reviewed: false }) } },
      'uz-Latn': { data: {} },
    },
  });
});

test('what Sveltia then writes is what was checked', async () => {
  const entry = sveltiaEntry('materials', 'bag', bag, { ru: sack });
  const { data, i18n } = guardSave({ entry }, en, await context()).toJS() as {
    data: object;
    i18n: { ru: { data: object } };
  };
  const { toFile } = lists.materials.format;
  expect(toFile({ ...data })).toBe(toFile(bag));
  expect(toFile({ ...i18n.ru.data })).toMatch(
    /^---\ntitle: Мешок\nsummary: Мешок\.\ntranslation:\n {2}of: en\n {2}by: human\n {2}reviewed: false\n {2}hash: [0-9a-f]{16}\n---\n\nПотрогайте\.\n$/,
  );
});

test('an entry at fault is not saved: its author reads the file, the line, what is wrong and the way out', async () => {
  const entry = sveltiaEntry('materials', 'bag', { ...bag, type: 'activty', summary: '' }, { ru: sack });
  expect((await refusalOf(entry))?.split('\n')).toEqual([
    expect.stringMatching(/^shared\/materials\/bag\/index\.en\.md line \d+: .*summary/),
    'shared/materials/bag/index.en.md line 3: type: "activty" is not one of: activity, story – did you mean "activity"?',
  ]);
});

test('of very many faults ten are shown', async () => {
  const domains = Array.from({ length: 13 }, (_, index) => `nothing-${index}`);
  const refusal = await refusalOf(sveltiaEntry('materials', 'bag', { ...bag, domains }));
  const shown = refusal?.split('\n');
  expect([shown?.length, shown?.at(-1)]).toEqual([11, 'and 3 more']);
});

test('advice alone refuses nothing', async () => {
  const draft = { ...bag, body: '## A\n\n#### B\n\nWords.' };
  expect(await refusalOf(sveltiaEntry('materials', 'bag', draft))).toBeUndefined();
});

test('an entry without a text in the first language is judged by those that it has', async () => {
  const file = 'shared/materials/sack/index.ru.md';
  const text =
    '---\ntitle: Мешок\nsummary: М.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n---\n\nСлова.\n';
  const values = formOfFile('materials', file, { [file]: text });
  for (const nothing of [{}, undefined]) {
    const entry = sveltiaEntry('materials', 'sack', nothing, { ru: values });
    expect(guardSave({ entry }, en, await context()).toJS()).toEqual({ ...entry.toJS(), data: {} });
  }
});

test('settings are saved as they are', async () => {
  const entry = sveltiaEntry('settings', 'site', { name: { en: 'x' } });
  expect(guardSave({ entry }, en, await context())).toBe(entry);
});
