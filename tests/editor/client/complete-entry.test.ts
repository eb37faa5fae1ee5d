import { expect, test } from 'vitest';
import { completed } from '../../../build/editor/client/complete-entry.ts';
import { type OpenEntry, pathOf } from '../../../build/editor/client/entry-form.ts';
import type { EditorFacts } from '../../../build/editor/facts.ts';
import { toSourcePath } from '../../../build/model/paths.ts';
import type { Locale } from '../../../schemas/brands.ts';
import { check, lines, minimalContent, text } from '../../support/content.ts';
import { en, entryOf, factsOf, formOfFile, type ListName, ru, sentFacts } from './forms.ts';

const bagFile = 'shared/materials/bag/index.en.md';
const bag = formOfFile('materials', bagFile);
const sack = { title: 'Мешок', summary: 'Мешок.', body: 'Потрогайте.' };

/** The files that an entry is saved as. */
function filesOf(entry: OpenEntry, facts: EditorFacts): Record<string, string> {
  const saved = [...completed(entry, facts)];
  return Object.fromEntries(
    saved.map(([locale, values]) => [pathOf(entry, locale), entry.collection.format.toFile(values)]),
  );
}

const hashOf = async (file: string, locale: Locale, files = {}): Promise<string | undefined> =>
  (await check(files)).catalogue.folders.get(toSourcePath(file))?.texts.get(locale)?.contentHash;

test('a new translation records the original as that is saved with it', async () => {
  const facts = await factsOf();
  const entry = entryOf('materials', 'bag', { en: { ...bag, title: 'Sack' }, ru: sack });
  const saved = filesOf(entry, facts);
  const { catalogue, diagnostics } = await check(saved);
  expect(lines(diagnostics)).toEqual([]);
  const texts = catalogue.folders.get(toSourcePath('shared/materials/bag'))?.texts;
  expect(texts?.get(ru)?.fields.translation).toEqual({
    of: 'en',
    by: 'human',
    reviewed: false,
    hash: texts?.get(en)?.contentHash,
  });
  expect(texts?.get(en)?.fields.translation).toBeUndefined();
});

test('what its author says of a translation stays', async () => {
  const translation = { of: 'en', by: 'machine', reviewed: true };
  const entry = entryOf('materials', 'bag', { en: bag, ru: { ...sack, translation } });
  expect(completed(entry, await factsOf()).get(ru)?.translation).toEqual(translation);
});

test('texts that are files already stay as they are', async () => {
  const lesson = 'shared/courses/play/first/index';
  const values = {
    en: formOfFile('lessons-play', `${lesson}.en.md`),
    ru: formOfFile('lessons-play', `${lesson}.ru.md`),
  };
  const entry = entryOf('lessons-play', 'first', values);
  const saved = completed(entry, await factsOf());
  expect([saved.get(en), saved.get(ru)]).toEqual([values.en, values.ru]);
  expect(filesOf(entry, await factsOf())).toEqual({
    [`${lesson}.en.md`]: minimalContent[`${lesson}.en.md`],
    [`${lesson}.ru.md`]: minimalContent[`${lesson}.ru.md`],
  });
});

test('a new text in the source language is an original, whatever stands beside it', async () => {
  const facts = await factsOf();
  const alone = completed(entryOf('materials', 'sack', { en: { title: 'Sack' } }), facts);
  expect(alone.get(en)).toEqual({ title: 'Sack' });
  const both = completed(entryOf('materials', 'sack', { ru: sack, en: { title: 'Sack' } }), facts);
  expect(both.get(en)).toEqual({ title: 'Sack' });
  expect(both.get(ru)?.translation).toMatchObject({ of: 'en' });
});

test('where there is none in the source language, the one text that is no translation is the original', async () => {
  const file = 'shared/materials/sack/index.ru.md';
  const fields =
    'title: Мешок\nsummary: М.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';
  const files = { ...minimalContent, [file]: text(fields, 'Слова.\n') };
  const country =
    'code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n  - tag: ru\n  - tag: en\n  - tag: ky\nurl: https://kg.example.org/\n';
  const more = { [file]: files[file] ?? '', 'countries/kg/country.yml': country };
  const facts = await factsOf(more);
  const entry = entryOf('materials', 'sack', {
    ky: { title: 'Баштык', summary: 'Баштык.', body: 'Сөз.' },
    ru: formOfFile('materials', file, files),
  });
  expect(completed(entry, facts).get('ky' as Locale)?.translation).toEqual({
    of: 'ru',
    by: 'human',
    reviewed: false,
    hash: await hashOf('shared/materials/sack', ru, more),
  });
  expect(completed(entry, facts).get(ru)).toBe(entry.values.get(ru));
});

test('two new texts, neither in the source language: which is the original is left to their author', async () => {
  const entry = entryOf('materials', 'sack', { ru: sack, ky: { title: 'Баштык' } });
  const saved = completed(entry, await factsOf());
  expect([...saved.values()]).toEqual([sack, { title: 'Баштык' }]);
});

test('a tree of a country has its own source language', async () => {
  const country =
    'code: kg\nname:\n  en: Kyrgyzstan\nsourceLanguage: ru\nlanguages:\n  - tag: ru\n  - tag: en\nurl: https://kg.example.org/\n';
  const facts = await factsOf({ 'countries/kg/country.yml': country });
  const both = { en: { title: 'Sack' }, ru: sack };
  const own = completed(entryOf('kg-materials', 'sack', both), facts);
  expect([own.get(ru)?.translation, own.get(en)?.translation]).toEqual([
    undefined,
    expect.objectContaining({ of: 'ru' }),
  ]);
  const shared = completed(entryOf('materials', 'sack', both), facts);
  expect([shared.get(ru)?.translation, shared.get(en)?.translation]).toEqual([
    expect.objectContaining({ of: 'en' }),
    undefined,
  ]);
});

test('the day of the original is not that of a new translation; one that its author gave is', async () => {
  const facts = await factsOf();
  const updatedOf = (original: string, translated: string): unknown =>
    completed(
      entryOf('materials', 'bag', {
        en: { ...bag, updated: original },
        ru: { ...sack, updated: translated },
      }),
      facts,
    ).get(ru)?.updated;
  expect(updatedOf('2026-03-01', '2026-03-01')).toBeUndefined();
  expect(updatedOf('2026-03-01', '2026-04-02')).toBe('2026-04-02');
});

const lessonFolder = 'shared/courses/play/first';

test.each<[string, ListName, string, Locale, string, Locale]>([
  ['in the same language', 'changes-lessons-play', 'first', ru, lessonFolder, ru],
  ['in another one, that of the original', 'changes-materials', 'bag', ru, 'shared/materials/bag', en],
])('a new patch records the shared text %s', async (_, list, slug, locale, folder, basis) => {
  const entry = entryOf(list, slug, { [locale]: { title: 'Другой' } });
  expect(completed(entry, await factsOf()).get(locale)).toEqual({
    title: 'Другой',
    basedOn: await hashOf(folder, basis),
  });
});

test('a new patch of a text whose original is not in the source language records that original', async () => {
  const fields =
    'title: Мешок\nsummary: М.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n';
  const files = { 'shared/materials/sack/index.ru.md': text(fields, 'Слова.\n') };
  const entry = entryOf('changes-materials', 'sack', { en: { title: 'Sack' } });
  const basedOn = await hashOf('shared/materials/sack', ru, files);
  expect(basedOn).toBeDefined();
  expect(completed(entry, await factsOf(files)).get(en)).toEqual({ title: 'Sack', basedOn });
});

test('a patch is saved without a fault, and is up to date', async () => {
  const content = await check();
  const entry = entryOf('changes-materials', 'bag', { en: { title: 'Sack of felt' } });
  const saved = filesOf(entry, sentFacts(content));
  expect(Object.keys(saved)).toEqual(['countries/kg/materials/bag/index.en.patch.md']);
  expect(lines((await check(saved)).diagnostics)).toEqual([]);
});

test('a patch that is a file, or says what it is based on, and one of nothing, get no record', async () => {
  const facts = await factsOf();
  const file = { ...minimalContent, x: '---\ntitle: Мешок\n---\n' };
  const known = formOfFile('changes-materials', 'x', file);
  const values = (slug: string, form: object): unknown =>
    completed(entryOf('changes-materials', slug, { ru: { ...form } }), facts).get(ru);
  expect(values('bag', known)).toEqual(known);
  expect(values('bag', { basedOn: '0a1b2c3d4e5f6071' })).toEqual({ basedOn: '0a1b2c3d4e5f6071' });
  expect(values('nothing', { title: 'Мешок' })).toEqual({ title: 'Мешок' });
});
