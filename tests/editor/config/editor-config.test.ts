import { readdir } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CmsEntryCollection } from '../../../build/editor/config/cms-config.ts';
import {
  type EditorContent,
  editorContentOf,
  editorFormats,
} from '../../../build/editor/config/editor-config.ts';
import { text } from '../../support/content.ts';
import {
  allFields,
  collectionNames,
  configOf,
  contentWith,
  expression,
  filesOf,
  ownCatalogue,
  schemaFaults,
  scopesOf,
  textCollection,
  textCollections,
} from './opened.ts';

const catalogue = await ownCatalogue();
const content = editorContentOf(catalogue);
const scopes = scopesOf(catalogue);

test.each(scopes)('Sveltia takes the configuration of %s', (scope) => {
  expect(schemaFaults(configOf(content, scope))).toEqual([]);
});

test('Sveltia refuses a field that it does not know', () => {
  const config = configOf(content);
  expect(schemaFaults({ ...config, media_library: 1 } as typeof config)).not.toEqual([]);
});

test('what the editor knows of the content is plain data', () => {
  expect(JSON.parse(JSON.stringify(content))).toEqual(content);
});

test.each(scopes)('names of %s mean one thing each, in letters that Sveltia takes', (scope) => {
  const config = configOf(content, scope);
  const lists = [
    collectionNames(config),
    filesOf(config).map(({ name }) => name),
    ...[...textCollections(config), ...filesOf(config)].map(({ fields }) =>
      allFields(fields).map((field) => field.path),
    ),
  ];
  for (const names of lists) expect(names).toEqual([...new Set(names)]);
  for (const name of lists.flat()) expect(name.split(/\.|\[\]\./).join('')).toMatch(/^[^\s.*:<>]+$/);
});

test.each(scopes)('every list of %s has something to choose from, each once', (scope) => {
  const config = configOf(content, scope);
  for (const { fields } of [...textCollections(config), ...filesOf(config)])
    for (const { path: name, field } of allFields(fields)) {
      if (field.widget !== 'select') continue;
      const values = field.options.map(({ value }) => value);
      expect([name, values.length > 0]).toEqual([name, true]);
      expect(values).toEqual([...new Set(values)]);
    }
});

test.each(scopes)(
  'every expression of %s is one that Sveltia can read, with a sentence beside it',
  (scope) => {
    const config = configOf(content, scope);
    const patterns = [...textCollections(config), ...filesOf(config)].flatMap((collection) => [
      ...('slug' in collection ? [collection.slug.pattern] : []),
      ...allFields(collection.fields).flatMap(({ field }) =>
        'pattern' in field && field.pattern !== undefined ? [field.pattern] : [],
      ),
    ]);
    expect(patterns.length).toBeGreaterThan(10);
    for (const [source, sentence] of patterns) {
      expect(expression(source).flags).toBe('u');
      expect(sentence).toMatch(/^\p{Lu}.+[.?]$/u);
    }
  },
);

test('formats of collections and files are those that are registered, and say no extension beside them', () => {
  const registered = editorFormats.map(({ name }) => name);
  const used = scopes.flatMap((scope) => {
    const config = configOf(content, scope);
    return [...textCollections(config), ...filesOf(config)];
  });
  for (const each of used) {
    expect(registered).toContain(each.format);
    expect(each).not.toHaveProperty('extension');
  }
  expect(new Set(used.map(({ format }) => format))).toEqual(new Set(registered));
});

test('every text of the content opens in one list, and every file of settings in one form', async () => {
  const files = (await readdir('content', { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const written = files.filter((file) =>
    /^(?:shared|countries|taxonomy)\/.*\.(?:md|yml)$|^site\.yml$/.test(file),
  );
  expect(written.length).toBeGreaterThan(80);
  const configs = scopes.map((scope) => configOf(content, scope));
  const opened = (file: string): string[] =>
    configs.flatMap((config) => [
      ...textCollections(config)
        .filter((collection) => pathOf(collection, config.i18n.locales).test(`content/${file}`))
        .map(({ name }) => name),
      ...filesOf(config).flatMap((each) => (each.file === `content/${file}` ? [each.name] : [])),
    ]);
  for (const file of written) expect([file, opened(file).length]).toEqual([file, 1]);
});

/** As Sveltia finds the files of a collection. */
function pathOf({ folder, format }: CmsEntryCollection, locales: readonly string[]): RegExp {
  const extension = editorFormats.find(({ name }) => name === format)?.extension ?? '';
  return new RegExp(
    `^${folder}/[^/]+/index\\.(?:${locales.join('|')})\\.${extension.replaceAll('.', '\\.')}$`,
  );
}

test('each course has a list of its lessons, also one without any', async () => {
  const rhythm = text(
    'title: Rhythm\nsummary: About rhythm.\naudience: [educator]\nages:\n  fromMonths: 36\n  toMonths: 84\nlessons:\n  - later\n',
  );
  const config = configOf(await contentWith({ 'shared/courses/rhythm/index.en.md': rhythm }));
  expect(collectionNames(config)).toEqual([
    'courses',
    'lessons-play',
    'lessons-rhythm',
    'before-texts',
    'materials',
    'groups',
    'pages',
    'before-settings',
    'settings',
  ]);
  expect(textCollection(config, 'lessons-rhythm')).toMatchObject({
    label: 'Lessons: Rhythm',
    label_singular: 'Lesson',
    folder: 'content/shared/courses/rhythm',
    path: '{{slug}}/index',
  });
  const lessons = textCollection(config, 'courses').fields.find(({ name }) => name === 'lessons');
  expect(lessons).toMatchObject({
    widget: 'passport-lessons',
    lessons: { play: [{ value: 'first', label: 'First' }] },
  });
});

test('a country changes what is shared where there is something to change, and writes lessons where it has begun', async () => {
  const extra = text('title: Extra\nsummary: An extra lesson.\ndurationMinutes: 10\n');
  const begun = {
    'countries/kg/courses/play/extra/index.en.md': extra,
    'shared/groups/talk/index.en.md': null,
  };
  const names = async (files = {}): Promise<string[]> =>
    collectionNames(configOf(await contentWith(files), 'kg'));
  expect(await names()).toEqual([
    'courses',
    'before-texts',
    'materials',
    'groups',
    'pages',
    'before-changes',
    'changes-courses',
    'changes-materials',
    'changes-groups',
    'changes-pages',
    'changes-lessons-play',
    'before-settings',
    'settings',
  ]);
  const more = await names(begun);
  expect(more).toContain('lessons-play');
  expect(more).not.toContain('changes-groups');
});

test('a patch is named after the shared text that it changes', () => {
  const { slug, summary, folder } = textCollection(configOf(content, 'kg'), 'changes-materials');
  const [pattern, sentence] = slug.pattern;
  expect(folder).toBe('content/countries/kg/materials');
  expect({ summary, template: slug.template, editable: slug.editable }).toEqual({
    summary: '{{slug}}',
    template: undefined,
    editable: ['create'],
  });
  expect(content.shared.material.map(({ value }) => expression(pattern).test(String(value)))).not.toContain(
    false,
  );
  expect(expression(pattern).test('treasure')).toBe(false);
  expect(slug.hint).toContain('dough-and-fingers');
  expect(sentence).toBe('No shared material has this name. Its name is the end of its address.');
});

test('the name of a new folder is made of a Latin title, and asked for where letters would be lost', () => {
  const templates = scopes.map((scope) => [
    scope,
    textCollection(configOf(content, scope), 'pages').slug.template,
  ]);
  expect(Object.fromEntries(templates)).toEqual({
    shared: '{{title}}',
    kg: undefined,
    me: '{{title}}',
    rs: undefined,
    tj: undefined,
    uz: '{{title}}',
  });
  const [pattern] = textCollection(configOf(content), 'pages').slug.pattern;
  const fits = ['about', 'a-2', 'About', 'a_b', '-a', 'a--b', 'жаңы', 'a'.repeat(60), 'a'.repeat(61)];
  expect(fits.filter((name) => expression(pattern).test(name))).toEqual(['about', 'a-2', 'a'.repeat(60)]);
});

test('a text begins in the source language of its tree, and no other file appears with it', () => {
  expect(configOf(content).i18n).toEqual({
    structure: 'multiple_files',
    locales: ['en', 'cnr-Cyrl', 'cnr-Latn', 'ky', 'ru', 'sr-Cyrl', 'sr-Latn', 'tg', 'uz-Cyrl', 'uz-Latn'],
    default_locale: 'en',
    initial_locales: 'default',
  });
  expect(configOf(content, 'uz').i18n).toMatchObject({
    locales: ['uz-Latn', 'uz-Cyrl', 'ru', 'en'],
    default_locale: 'uz-Latn',
  });
});

test('a country without a source language of its own writes first in that of the catalogue', async () => {
  const { i18n } = configOf(await contentWith(), 'kg');
  expect(i18n).toMatchObject({ locales: ['en', 'ru'], default_locale: 'en' });
});

test('a language in which somebody has begun to write is offered, although no site has it', async () => {
  const tajik = text(
    'title: Дарбора\nsummary: Дарбораи мо.\ntranslation:\n  of: en\n  by: human\n  reviewed: true\n',
  );
  const { languages } = await contentWith({ 'shared/pages/about/index.tg.md': tajik });
  expect(languages).toEqual(['en', 'ru', 'tg']);
});

test('a picture lands beside its text, and its value is its plain name', () => {
  const { media_folder, public_folder, thumbnail } = textCollection(configOf(content), 'materials');
  expect({ media_folder, public_folder, thumbnail }).toEqual({
    media_folder: '',
    public_folder: '',
    thumbnail: 'image.src',
  });
  expect(configOf(content).media_libraries.default.config.slugify_filename).toBe(true);
});

test('nothing is asked of other hosts', () => {
  const config = configOf(content);
  expect(config.media_libraries.stock_assets).toBe(false);
  expect(config).not.toHaveProperty('logo');
  expect(config.show_preview_links).toBe(false);
});

test('a country that is none is an error of the program', () => {
  expect(() => configOf(content, 'xx')).toThrow(new TypeError('the content has no country "xx"'));
});

test('icons are names of Material Symbols', () => {
  const icons = scopes.flatMap((scope) => {
    const config = configOf(content, scope);
    return [...config.collections, ...filesOf(config)].flatMap((each) => ('icon' in each ? [each.icon] : []));
  });
  for (const icon of icons) expect(icon).toMatch(/^[a-z0-9]+(?:_[a-z0-9]+)*$/);
});

test('labels tell texts with the same title apart', async () => {
  const { fields } = textCollection(
    configOf(await contentWith({ 'shared/groups/chat/index.en.md': group })),
    'lessons-play',
  );
  expect(fields.find(({ name }) => name === 'discussion')).toMatchObject({
    widget: 'select',
    options: [
      { value: 'chat', label: 'Talk (chat)' },
      { value: 'talk', label: 'Talk (talk)' },
    ],
  });
});

const group = text('title: Talk\nsummary: Another community.\naudience: [educator]\n');

test('what a country has of its own can be referred to there, in place of what is shared', async () => {
  const bag = text(
    'title: Felt bag\nsummary: Another bag.\ntype: activity\nages:\n  fromMonths: 36\n  toMonths: 84\ndomains: [cognition]\n',
  );
  const known = await contentWith({ 'countries/kg/materials/bag/index.en.md': bag });
  const related = (scope: string): unknown =>
    textCollection(configOf(known, scope), 'materials').fields.find(({ name }) => name === 'related');
  expect(related('shared')).toMatchObject({ options: [{ value: 'bag', label: 'Bag' }] });
  expect(related('kg')).toMatchObject({ options: [{ value: 'bag', label: 'Felt bag' }] });
});

test('the vocabularies are where they are written', () => {
  const files = filesOf(configOf(content)).map(({ name, file }) => [name, path.posix.basename(file)]);
  expect(Object.fromEntries(files)).toMatchObject({
    site: 'site.yml',
    'taxonomy-material-type': 'material-types.yml',
    'framework-years-of-ascent': 'years-of-ascent.yml',
  });
});

test('Sveltia takes the configuration of whatever content there is', () => {
  fc.assert(
    fc.property(anyContent, (any) => {
      for (const scope of ['shared', 'kg']) {
        const config = configOf(any, scope);
        expect(schemaFaults(config)).toEqual([]);
        for (const { fields } of textCollections(config))
          for (const { field } of allFields(fields))
            if (field.widget === 'select') expect(field.options.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 25 },
  );
});

const ids = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const options = fc.uniqueArray(fc.record({ value: ids, label: fc.string({ minLength: 1 }) }), {
  maxLength: 4,
  selector: ({ value }) => value,
});
const entries = fc.record({
  course: options,
  material: options,
  group: options,
  page: options,
  lessons: fc.dictionary(ids, options, { maxKeys: 3 }),
});
const anyContent: fc.Arbitrary<EditorContent> = fc.record({
  name: fc.string({ minLength: 1 }),
  sourceLanguage: fc.constant('en'),
  languages: fc.constantFrom(['en'], ['en', 'ky', 'sr-Cyrl']),
  countries: fc
    .record({ own: entries })
    .map(({ own }) => [
      { code: 'kg', name: 'Kyrgyzstan', sourceLanguage: 'ky', languages: ['ky', 'en'], own },
    ]),
  taxonomies: fc.constantFrom([], [{ kind: 'domain', file: 'taxonomy/domains.yml', terms: [] }]),
  hasGlossary: fc.boolean(),
  frameworks: options,
  shared: entries,
});

test('with very many courses, their lessons name materials by id, so that the configuration stays small', () => {
  const many = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `${name}-${index}`, label: `${name} ${index}` }));
  const shared = { ...content.shared, course: many('course', 100), material: many('material', 1000) };
  const config = configOf({ ...content, shared });
  const widgetOf = (collection: string, name: string): string | undefined =>
    textCollection(config, collection).fields.find((field) => field.name === name)?.widget;
  expect(widgetOf('lessons-course-7', 'materials')).toBe('list');
  expect(widgetOf('materials', 'related')).toBe('select');
  expect(JSON.stringify(config).length).toBeLessThan(3_000_000);
});
