import { expect, test } from 'vitest';
import { contentHash } from '../../build/model/content-hash.ts';
import type { Variant } from '../../build/model/edition.ts';
import type { SourcePath } from '../../build/model/paths.ts';
import type { CheckedContent } from '../../build/pipeline.ts';
import { resolveEdition } from '../../build/resolve/resolve.ts';
import type { Locale } from '../../schemas/brands.ts';
import { check, po, text } from '../support/content.ts';

const country = (languages: string, more = ''): string =>
  `code: kg\nname:\n  en: Kyrgyzstan\nlanguages:\n${languages}url: https://kg.example.org/\n${more}`;
const bag =
  'title: Bag\nsummary: A bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\nresources: [a bag, a spoon]\n';
const translated = (of: string, fields: string, hash = ''): string =>
  `${fields}translation:\n  of: ${of}\n${hash}  by: human\n  reviewed: true\n`;

function variantOf(content: CheckedContent, target: string, locale: string): Variant | undefined {
  return content.editions[0]?.edition.entries.get(target)?.variants.get(locale as Locale);
}

const targets = (content: CheckedContent): string[] => [
  ...(content.editions[0]?.edition.entries.keys() ?? []),
];

test('a translation inherits every field that is not language, and brings its own words', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(bag),
    'shared/materials/bag/index.ru.md': text(translated('en', 'title: Мешок\nsummary: О мешке.\n')),
  });
  expect(variantOf(content, '/materials/bag/', 'ru')).toMatchObject({
    fallback: false,
    fields: {
      title: 'Мешок',
      type: 'activity',
      ages: { fromMonths: 36, toMonths: 84 },
      resources: ['a bag', 'a spoon'],
    },
  });
});

test('a page without a text of its own follows the fallback chain, and English comes last', async () => {
  const files = {
    'countries/kg/country.yml': country('  - tag: ky\n    fallback: [ru]\n  - tag: ru\n  - tag: tg\n'),
    'strings/ky.po': po('nplurals=1; plural=0;'),
    'strings/tg.po': po('nplurals=1; plural=0;'),
  };
  const content = await check(files);
  expect(content.editions[0]?.edition.languages.map(({ tag }) => tag)).toEqual(['ky', 'ru', 'tg', 'en']);
  expect(variantOf(content, '/courses/play/first/', 'ky')).toMatchObject({ locale: 'ru', fallback: true });
  expect(variantOf(content, '/courses/play/first/', 'tg')).toMatchObject({ locale: 'en', fallback: true });
  expect(variantOf(content, '/courses/play/', 'ky')).toMatchObject({ locale: 'en', fallback: true });
});

test('a page without a text of its own is converted from the other script, before anything stands in for it', async () => {
  const files = {
    'countries/kg/country.yml': country(
      '  - tag: uz-Latn\n  - tag: uz-Cyrl\n    transliterate: uz-Latn\n    fallback: [ru]\n  - tag: ru\n',
    ),
    'strings/uz-Latn.po': po('nplurals=1; plural=0;'),
    'shared/materials/bag/index.en.md': text(bag),
    'shared/materials/bag/index.ru.md': text(translated('en', 'title: Мешок\nsummary: О мешке.\n')),
    'shared/materials/bag/index.uz-Latn.md': text(translated('en', 'title: Xalta\nsummary: Xalta.\n')),
  };
  const content = await check(files);
  expect(content.diagnostics).toEqual([]);
  const converted = { locale: 'uz-Cyrl', convertedFrom: 'uz-Latn', fallback: false };
  expect(variantOf(content, '/materials/bag/', 'uz-Cyrl')).toMatchObject(converted);
  // Russian, which stands in for Uzbek, is never converted.
  expect(variantOf(content, '/courses/play/first/', 'uz-Cyrl')).toMatchObject({
    locale: 'ru',
    fallback: true,
  });
  const own = translated('en', 'title: Қоп\nsummary: Қоп.\n');
  const written = await check({ ...files, 'shared/materials/bag/index.uz-Cyrl.md': text(own) });
  expect(variantOf(written, '/materials/bag/', 'uz-Cyrl')?.convertedFrom).toBeUndefined();
});

test('a country replaces a shared folder wholly, with all its languages', async () => {
  const content = await check({
    'shared/materials/bag/index.ru.md': text(translated('en', 'title: Мешок\nsummary: О мешке.\n')),
    'countries/kg/materials/bag/index.en.md': text(bag.replace('Bag', 'Felt bag')),
  });
  expect(variantOf(content, '/materials/bag/', 'en')?.fields.title).toBe('Felt bag');
  expect(variantOf(content, '/materials/bag/', 'ru')).toMatchObject({
    locale: 'en',
    fallback: true,
    fields: { title: 'Felt bag' },
  });
  expect(content.editions[0]?.edition.entries.get('/materials/bag/')?.origin).toBe('replaced');
});

test('a patch merges maps, replaces lists, removes with null, and keeps the shared body', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(`${bag}durationMinutes: 10\n`, 'Shared body.\n'),
    'countries/kg/materials/bag/index.en.patch.md': text(
      'ages:\n  toMonths: 60\nresources: [felt]\ndurationMinutes: null\n',
    ),
  });
  const variant = variantOf(content, '/materials/bag/', 'en');
  expect(variant?.fields).toMatchObject({
    title: 'Bag',
    ages: { fromMonths: 36, toMonths: 60 },
    resources: ['felt'],
  });
  expect(variant?.fields.durationMinutes).toBeUndefined();
  expect(variant?.bodySource).toBe('shared/materials/bag/index.en.md');
});

test('what a patch says of all languages holds in all, its words only in its own', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(bag),
    'shared/materials/bag/index.ru.md': text(
      translated('en', 'title: Мешок\nsummary: О мешке.\nresources: [мешок]\n'),
    ),
    'countries/kg/materials/bag/index.ru.patch.md': text(
      'title: Войлочный мешок\nages:\n  fromMonths: 48\n',
      'Свой текст.\n',
    ),
  });
  expect(variantOf(content, '/materials/bag/', 'en')).toMatchObject({
    fields: { title: 'Bag', ages: { fromMonths: 48 } },
    bodySource: 'shared/materials/bag/index.en.md',
  });
  expect(variantOf(content, '/materials/bag/', 'ru')).toMatchObject({
    fields: { title: 'Войлочный мешок', resources: ['мешок'] },
    bodySource: 'countries/kg/materials/bag/index.ru.patch.md',
  });
});

test('a patch with a body gives a language that the shared entry lacks', async () => {
  const content = await check({
    'countries/kg/materials/bag/index.ru.patch.md': text('title: Мешок\nsummary: О мешке.\n', 'Текст.\n'),
  });
  expect(variantOf(content, '/materials/bag/', 'ru')).toMatchObject({
    locale: 'ru',
    fallback: false,
    fields: { title: 'Мешок', type: 'activity' },
  });
});

test('include and exclude choose by id and by term; own entries are always in', async () => {
  const story = bag.replace('activity', 'story').replace('Bag', 'Story');
  const files = {
    'shared/materials/story/index.en.md': text(story),
    'countries/kg/materials/own/index.en.md': text(story),
  };
  const withCountry = (more: string) =>
    check({ ...files, 'countries/kg/country.yml': country('  - tag: en\n', more) });
  const materials = async (more: string) =>
    targets(await withCountry(more)).filter((target) => target.startsWith('/materials/'));
  expect(await materials('')).toEqual(['/materials/bag/', '/materials/own/', '/materials/story/']);
  expect(await materials('exclude:\n  materials: [bag]\n')).toEqual(['/materials/own/', '/materials/story/']);
  expect(await materials('exclude:\n  materials:\n    type: [story]\n')).toEqual([
    '/materials/bag/',
    '/materials/own/',
  ]);
  expect(await materials('include:\n  materials:\n    ids: [story]\n')).toEqual([
    '/materials/own/',
    '/materials/story/',
  ]);
});

test('an excluded course takes its lessons along', async () => {
  const content = await check({
    'countries/kg/country.yml': country('  - tag: en\n', 'exclude:\n  courses: [play]\n'),
  });
  expect(targets(content).filter((target) => target.startsWith('/courses/'))).toEqual([]);
});

test('a module that is switched off takes its kind along', async () => {
  const content = await check({
    'countries/kg/country.yml': country('  - tag: en\n', 'modules:\n  courses: false\n  community: false\n'),
  });
  expect(targets(content)).toEqual(['/materials/bag/', '/pages/about/']);
});

test('drafts and texts under review are in the preview only', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(`${bag}status: draft\n`),
    'shared/courses/play/first/index.ru.md': text(
      `${translated('en', 'title: Первый\nsummary: Урок.\n')}status: review\n`,
      '::: quiz #q1\nКакой?\n\n- [ ] Этот\n- [x] Тот\n:::\n',
    ),
  });
  expect(targets(content)).not.toContain('/materials/bag/');
  expect(variantOf(content, '/courses/play/first/', 'ru')).toMatchObject({ locale: 'en', fallback: true });
  const [kg] = content.catalogue.countries;
  const preview = kg && resolveEdition(content.catalogue, kg, { drafts: true });
  expect(preview?.entries.has('/materials/bag/')).toBe(true);
  expect(preview?.entries.get('/courses/play/first/')?.variants.get('ru' as Locale)).toMatchObject({
    locale: 'ru',
    fallback: false,
  });
});

test('a translation is current, stale or of unknown state, by the hash of its original', async () => {
  const original = { 'shared/materials/bag/index.en.md': text(bag, 'Touch.\n') };
  const { catalogue } = await check(original);
  const source = catalogue.folders.get('shared/materials/bag' as SourcePath)?.texts.get('en' as Locale);
  const hash = source === undefined ? '' : contentHash(source);
  const withHash = (line: string) =>
    check({
      ...original,
      'shared/materials/bag/index.ru.md': text(translated('en', 'title: Мешок\nsummary: О мешке.\n', line)),
    });
  const freshness = async (line: string) =>
    variantOf(await withHash(line), '/materials/bag/', 'ru')?.freshness;
  expect(await freshness(`  hash: "${hash}"\n`)).toBe('current');
  expect(await freshness('  hash: "0123456789abcdef"\n')).toBe('stale');
  expect(await freshness('')).toBe('unknown');
});

test('the hash of an original depends on its words alone: not on trailing spaces, Unicode form or the order of fields', async () => {
  const hashOf = async (file: string) => {
    const { catalogue } = await check({ 'shared/materials/bag/index.en.md': file });
    const found = catalogue.folders.get('shared/materials/bag' as SourcePath)?.texts.get('en' as Locale);
    return found === undefined ? undefined : contentHash(found);
  };
  const plain = await hashOf(text(bag, 'Café.\n'));
  expect(plain).toMatch(/^[0-9a-f]{16}$/);
  expect(await hashOf(text(bag, 'Cafe\u0301.  \n\n'))).toBe(plain);
  expect(
    await hashOf(text(`domains: [cognition]\n${bag.replace('domains: [cognition]\n', '')}`, 'Café.\n')),
  ).toBe(plain);
  expect(await hashOf(text(bag.replace('activity', 'story'), 'Café.\n'))).toBe(plain);
  expect(await hashOf(text(bag, 'Cafés.\n'))).not.toBe(plain);
  expect(await hashOf(text(bag.replace('a spoon', 'two spoons'), 'Café.\n'))).not.toBe(plain);
});

test('a national text is diverged when the shared one has moved on', async () => {
  const patch = (line: string) =>
    check({ 'countries/kg/materials/bag/index.en.patch.md': text(`title: Felt bag\n${line}`) });
  expect(variantOf(await patch(''), '/materials/bag/', 'en')?.divergence).toBe('unknown');
  expect(variantOf(await patch('basedOn: "0123456789abcdef"\n'), '/materials/bag/', 'en')?.divergence).toBe(
    'diverged',
  );
});

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>';

test('a picture that a patch brings is shown in every language of the country', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(`${bag}image:\n  src: shared.svg\n  alt: A bag\n`),
    'shared/materials/bag/shared.svg': picture,
    'shared/materials/bag/index.ru.md': text(
      translated('en', 'title: Мешок\nsummary: О мешке.\nimage:\n  alt: Мешок\n'),
    ),
    'countries/kg/materials/bag/index.en.patch.md': text('image:\n  src: felt.svg\n'),
    'countries/kg/materials/bag/felt.svg': picture,
  });
  const pages = content.editions[0]?.texts.map((planned) => planned.make().page) ?? [];
  const pictures = pages.flatMap((page) =>
    page.kind === 'material' ? [[page.path, page.image?.path.includes('felt'), page.image?.alt]] : [],
  );
  expect(pictures).toEqual([
    ['/ru/materials/bag/', true, 'Мешок'],
    ['/en/materials/bag/', true, 'A bag'],
  ]);
});

test('pictures of drafts, and those that a patch replaced, are not published', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(`${bag}image:\n  src: shared.svg\n  alt: A bag\n`),
    'shared/materials/bag/shared.svg': picture,
    'shared/materials/bag/secret.svg': picture.replace('M0', 'M1'),
    'shared/materials/bag/index.ru.md': text(
      `${translated('en', 'title: Мешок\nsummary: О мешке.\n')}status: draft\n`,
      '![Ребёнок](secret.svg)\n',
    ),
  });
  const [edition] = content.editions;
  const pages = [
    ...(edition?.texts ?? []),
    ...(edition?.languages.flatMap((language) => language.lists()) ?? []),
  ];
  const named = pages.flatMap((page) => [...page.make().inputs.assets]);
  expect([...new Set(named)].map((path) => path.replace(/\.[0-9a-f]{8}\./, '.'))).toEqual([
    '/assets/shared.svg',
  ]);
});

test('a published national text stands even where the shared translation is a draft', async () => {
  const content = await check({
    'shared/materials/bag/index.en.md': text(bag),
    'shared/materials/bag/index.ru.md': text(
      `${translated('en', 'title: Мешок\nsummary: О мешке.\n')}status: draft\n`,
    ),
    'countries/kg/materials/bag/index.ru.patch.md': text('title: Войлок\nsummary: Свой.\n', 'Текст.\n'),
  });
  expect(variantOf(content, '/materials/bag/', 'ru')).toMatchObject({
    fallback: false,
    fields: { title: 'Войлок' },
  });
});

test('a national text with a body of its own says itself who translated it', async () => {
  const machine = translated('en', 'title: Мешок\nsummary: О мешке.\n').replace('human', 'machine');
  const content = await check({
    'shared/materials/bag/index.en.md': text(bag),
    'shared/materials/bag/index.ru.md': text(machine),
    'countries/kg/materials/bag/index.ru.patch.md': text('title: Войлок\n', 'Текст.\n'),
  });
  expect(variantOf(content, '/materials/bag/', 'ru')?.translation).toBeUndefined();
});

test('the translations of a replacement are not compared with the shared text', async () => {
  const content = await check({
    'countries/kg/materials/bag/index.en.md': text(bag),
    'countries/kg/materials/bag/index.ru.md': text(translated('en', 'title: Мешок\nsummary: О мешке.\n')),
  });
  expect(variantOf(content, '/materials/bag/', 'en')?.divergence).toBe('unknown');
  expect(variantOf(content, '/materials/bag/', 'ru')?.divergence).toBeUndefined();
});
