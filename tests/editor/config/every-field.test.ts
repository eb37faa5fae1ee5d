/** A new field of a schema is in the editor by itself: the schemas are walked here once more, and compared. */
import { expect, test } from 'vitest';
import type { CmsField } from '../../../build/editor/config/cms-config.ts';
import { editorContentOf, editorFormats } from '../../../build/editor/config/editor-config.ts';
import { loadSchema, type Schema } from '../../../build/schema/schemas.ts';
import { allFields, configOf, filesOf, ownCatalogue, textCollections } from './opened.ts';

const content = editorContentOf(await ownCatalogue());
const configs = [configOf(content), configOf(content, 'me')];

/** By the name of their format: those of texts, of patches and of files. */
const forms = new Map<string, readonly CmsField[]>(
  configs.flatMap((config) =>
    [...textCollections(config), ...filesOf(config)].map(({ format, fields }) => [format, fields] as const),
  ),
);

interface Expected {
  readonly path: string;
  readonly isOfEachLanguage: boolean;
}

/** What a form has to show. Not what has no single form: alternatives, and what commands write. */
function expectedFields(
  schema: Schema,
  languages: readonly string[],
  path = '',
  isLanguage = false,
): Expected[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    name === 'basedOn' ? [] : expectedField(field, languages, `${path}${name}`, isLanguage),
  );
}

function expectedField(
  field: Schema,
  languages: readonly string[],
  path: string,
  inherited: boolean,
): Expected[] {
  const isLanguage = inherited || field['x-translatable'] === true;
  const inner = insideOf(field, languages, path, isLanguage);
  if (inner === undefined) return [];
  return [{ path, isOfEachLanguage: isLanguage || inner.some((each) => each.isOfEachLanguage) }, ...inner];
}

/** Nothing for what cannot be shown. */
function insideOf(
  field: Schema,
  languages: readonly string[],
  path: string,
  isLanguage: boolean,
): Expected[] | undefined {
  if (field.anyOf !== undefined) return undefined;
  if (field.properties !== undefined) {
    const members = expectedFields(field, languages, `${path}.`, isLanguage);
    return members.length === 0 ? undefined : members;
  }
  const { additionalProperties: member, items } = field;
  if (typeof member === 'object' && takesWords(field)) return [];
  if (typeof member === 'object')
    return languages.flatMap((tag) => expectedField(member, languages, `${path}.${tag}`, isLanguage));
  if (items === undefined || items['x-taxonomy'] !== undefined || items['x-reference'] !== undefined)
    return [];
  return items.properties === undefined ? [] : expectedFields(items, languages, `${path}[].`, isLanguage);
}

/** Keys of a map are words of any kind, and not only languages. */
const takesWords = ({ propertyNames }: Schema): boolean =>
  propertyNames?.pattern === undefined || new RegExp(propertyNames.pattern, 'u').test('слово');

const shown = (fields: readonly CmsField[]): Expected[] =>
  allFields(fields)
    // The one line of an item has the name of its list, in the singular.
    .filter(({ path, field }) => field.widget !== 'hidden' && !isItem(path, fields))
    .map(({ path, field }) => ({ path, isOfEachLanguage: field.i18n === true }));

const isItem = (path: string, fields: readonly CmsField[]): boolean => {
  const list = allFields(fields).find((each) => each.path === path.replace(/\[\]\.[^.[]+$/, ''));
  return /\[\]\.[^.[]+$/.test(path) && list?.field.widget === 'list' && list.field.field !== undefined;
};

const sorted = (fields: readonly Expected[]): string[] =>
  fields
    .map(({ path, isOfEachLanguage }) => `${path}${isOfEachLanguage ? ' (each language)' : ''}`)
    .toSorted();

test.each(editorFormats.map(({ name }) => name))('every field of %s is in its form once', (name) => {
  const { entry, role } = editorFormats.find((format) => format.name === name) ?? {};
  const fields = forms.get(name);
  if (entry === undefined || fields === undefined) throw new Error(`no form has the format ${name}`);
  // Files hold all languages; of a country, its own.
  const languages =
    entry === 'country'
      ? (content.countries.find(({ code }) => code === 'me')?.languages ?? [])
      : content.languages;
  const expected = expectedFields(loadSchema(entry), languages);
  if (role === 'settings') {
    expect(sorted(shown(fields))).toEqual(
      sorted(expected.map((field) => ({ ...field, isOfEachLanguage: false }))),
    );
    return;
  }
  // A translation says of itself what its schema says beside the words.
  const ofItself = role === 'text' ? Object.keys(loadSchema('translation').properties ?? {}) : [];
  const texts = expected.map((field) =>
    ofItself.includes(field.path) ? { ...field, isOfEachLanguage: true } : field,
  );
  const own = ['translation', 'body'].map((path) => ({ path, isOfEachLanguage: true }));
  expect(sorted(shown(fields))).toEqual(sorted([...texts, ...own]));
  // What authors change most comes first.
  expect(
    fields
      .filter(({ widget }) => widget !== 'hidden')
      .map(({ name }) => name)
      .slice(0, 4),
  ).toEqual(['title', 'summary', 'translation', 'body']);
  // Whatever the file of a language says, none is begun with it.
  expect(fields.filter(({ widget }) => widget === 'hidden').map(({ name }) => name)).toEqual([
    'basedOn',
    '$source',
  ]);
});

test('what the schema says of a field stands below it', () => {
  const fields = forms.get('passport-material') ?? [];
  const { properties = {} } = loadSchema('material');
  for (const { name, hint, widget } of fields)
    if (name in properties && widget !== 'hidden')
      expect([name, hint]).toEqual([name, properties[name]?.description]);
});

test('an original needs what its schema requires, a translation its words, a patch nothing', () => {
  const required = (name: string): string[] =>
    (forms.get(name) ?? []).flatMap((field) => ((field.required ?? false) === false ? [] : [field.name]));
  for (const kind of ['course', 'lesson', 'material', 'group', 'page'] as const) {
    expect(required(`passport-${kind}`).toSorted()).toEqual(
      [...(loadSchema(kind).required ?? [])].toSorted(),
    );
    expect(required(`passport-${kind}-patch`)).toEqual([]);
  }
  const image = allFields(forms.get('passport-page') ?? []).find(({ path }) => path === 'image.alt');
  expect(image?.field.required).toEqual(['cnr-Latn']);
});
