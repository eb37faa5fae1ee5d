/** What each form of a schema becomes in a form of the editor. */
import { describe, expect, test } from 'vitest';
import { type Choices, mostOptions } from '../../../build/editor/config/choices.ts';
import { type FieldPlace, type Form, fieldOf } from '../../../build/editor/config/field-form.ts';
import { loadSchema, type Schema } from '../../../build/schema/schemas.ts';

const bag = { value: 'bag', label: 'Bag' };
const choices: Choices = {
  terms: new Map([['domain', [{ value: 'cognition', label: 'Thinking' }]]]),
  entries: new Map([['material', [bag]]]),
  lessons: { play: [{ value: 'first', label: 'First' }] },
};
const text: Form = {
  choices,
  languages: ['en', 'sr-Cyrl'],
  firstLanguage: 'en',
  mostOptions,
  hasDefaults: true,
};
const { firstLanguage: _, ...file } = text;
const here: FieldPlace = { path: 'field', isRequired: false, isLanguage: false };

const field = (schema: Schema, place: Partial<FieldPlace> = {}, form: Form = text): unknown =>
  fieldOf('durationMinutes', schema, { ...here, ...place }, form);

const base = { name: 'durationMinutes', label: 'Duration minutes', required: false };
const line = { ...base, widget: 'string', use_emoji_autocomplete: false };
const wordBesides = { name: 'durationMinute', label: 'Duration minute', required: false };

describe('a field', () => {
  test.each<[string, Schema, unknown]>([
    ['text', { type: 'string', minLength: 2, maxLength: 140 }, { ...line, minlength: 2, maxlength: 140 }],
    ['long text', { type: 'string', maxLength: 400 }, { ...line, widget: 'text', maxlength: 400 }],
    [
      'with a title and a description',
      { type: 'string', title: 'Time', description: 'How long.' },
      { ...line, label: 'Time', hint: 'How long.' },
    ],
    ['of every language', { type: 'string', 'x-translatable': true }, { ...line, i18n: true }],
    ['e-mail', { type: 'string', format: 'email' }, { ...line, type: 'email' }],
    ['address', { type: 'string', format: 'uri' }, { ...line, type: 'url' }],
    [
      'date',
      { type: 'string', format: 'date' },
      { ...base, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' },
    ],
    [
      'whole number',
      { type: 'integer', minimum: 1, maximum: 600 },
      { ...base, widget: 'number', value_type: 'int', min: 1, max: 600 },
    ],
    ['number', { type: 'number' }, { ...base, widget: 'number', value_type: 'float' }],
    [
      'removable number of a patch',
      { type: ['integer', 'null'] },
      { ...base, widget: 'number', value_type: 'int' },
    ],
    [
      'removable choice of a patch',
      { type: ['string', 'null'], enum: ['in-review', null] },
      { ...base, widget: 'select', options: [{ value: 'in-review', label: 'In review' }] },
    ],
    [
      'yes or no, where neither can be said',
      { type: 'boolean' },
      {
        ...base,
        widget: 'select',
        options: [
          { label: 'Yes', value: true },
          { label: 'No', value: false },
        ],
      },
    ],
    [
      'term',
      { type: 'string', 'x-taxonomy': 'domain' },
      { ...base, widget: 'select', options: choices.terms.get('domain') },
    ],
    [
      'reference',
      { type: 'string', 'x-reference': 'material' },
      { ...base, widget: 'select', options: [bag] },
    ],
    [
      'several terms',
      { type: 'array', minItems: 1, items: { type: 'string', 'x-taxonomy': 'domain' } },
      { ...base, widget: 'select', multiple: true, min: 1, options: choices.terms.get('domain') },
    ],
    [
      'lessons',
      { type: 'array', items: { type: 'string', 'x-reference': 'lesson' } },
      { ...base, widget: 'passport-lessons', lessons: choices.lessons },
    ],
    [
      'list of texts, in which a comma can stand',
      { type: 'array', items: { type: 'string' }, 'x-translatable': true },
      {
        ...base,
        i18n: true,
        widget: 'list',
        label_singular: 'Duration minute',
        field: { ...wordBesides, i18n: true, widget: 'string', use_emoji_autocomplete: false },
      },
    ],
    [
      'list of maps',
      {
        type: 'array',
        items: { type: 'object', required: ['tag'], properties: { tag: { type: 'string' } } },
      },
      {
        ...base,
        widget: 'list',
        label_singular: 'Duration minute',
        collapsed: 'auto',
        summary: '{{fields.tag}}',
        fields: [{ ...line, name: 'tag', label: 'Tag', required: true }],
      },
    ],
    [
      'map with a word of each language in it',
      {
        type: 'object',
        required: ['src', 'alt'],
        properties: {
          src: { type: 'string', 'x-file': ['svg', 'jpg'] },
          alt: { type: 'string', 'x-translatable': true },
        },
      },
      {
        ...base,
        i18n: true,
        widget: 'object',
        collapsed: 'auto',
        fields: [
          {
            name: 'src',
            label: 'Src',
            required: true,
            widget: 'image',
            accept: '.svg,.jpg',
            choose_url: false,
          },
          { ...line, name: 'alt', label: 'Alt', required: ['en'], i18n: true },
        ],
      },
    ],
    [
      'file that is no picture',
      { type: 'string', 'x-file': ['pdf'] },
      { ...base, widget: 'file', accept: '.pdf', choose_url: false },
    ],
    [
      'map of texts',
      { type: 'object', additionalProperties: { type: 'string' } },
      { ...base, widget: 'keyvalue' },
    ],
    ['list or map', { anyOf: [{ type: 'array' }, { type: 'object' }] }, undefined],
    ['map of lists or maps only', { type: 'object', properties: { courses: { anyOf: [] } } }, undefined],
    ['map of what has no names', { type: 'object', additionalProperties: { type: 'object' } }, undefined],
    ['list of lists or maps', { type: 'array', items: { anyOf: [] } }, undefined],
    ['list of anything', { type: 'array' }, undefined],
  ])('that is a %s', (_, schema, expected) => {
    expect(field(schema)).toEqual(expected);
  });

  test('that is a text in several languages has a line for each', () => {
    const name = loadSchema('site').properties?.name ?? {};
    expect(field(name, {}, file)).toEqual({
      ...base,
      hint: name.description,
      widget: 'object',
      collapsed: 'auto',
      fields: [
        { ...line, name: 'en', label: 'English', maxlength: 300 },
        { ...line, name: 'sr-Cyrl', label: 'Serbian (Cyrillic)', maxlength: 300 },
      ],
    });
  });

  test('that is required begins with its example in a new text, and nowhere else', () => {
    const minutes: Schema = { type: 'integer', examples: [15] };
    expect(field(minutes, { isRequired: true })).toMatchObject({ required: true, default: 15 });
    expect(field(minutes)).not.toHaveProperty('default');
    expect(field(minutes, { isRequired: true }, { ...text, hasDefaults: false })).not.toHaveProperty(
      'default',
    );
  });

  test('that has to be yes or no is a switch', () => {
    expect(field({ type: 'boolean' }, { isRequired: true })).toEqual({
      ...base,
      required: true,
      widget: 'boolean',
    });
  });

  test('belongs to no language in a file that holds all of them', () => {
    expect(field({ type: 'string', 'x-translatable': true }, {}, file)).toEqual(line);
  });

  test.each([
    ['nothing to choose from yet', choices.entries, 'group', mostOptions],
    ['more than anybody looks through', choices.entries, 'material', 0],
  ])('with %s takes an id, and says which', (_, entries, kind, most) => {
    const form = { ...text, choices: { ...choices, entries }, mostOptions: most };
    const schema: Schema = { type: 'string', description: 'One of them.', 'x-reference': kind };
    expect(field(schema, {}, form)).toEqual({
      ...line,
      hint: 'One of them. Write the end of its address, such as treasure-bag.',
      pattern: ['/^[a-z0-9]+(-[a-z0-9]+)*$/u', 'Use small Latin letters, digits and hyphens.'],
    });
    expect(field({ type: 'array', items: schema }, {}, form)).toMatchObject({
      widget: 'list',
      field: { widget: 'string' },
    });
  });

  test.each<[string, string, string]>([
    [
      'image.src',
      'picture',
      'Name a picture in the same folder, without a path: svg, png, jpg, webp or avif, such as cover.jpg.',
    ],
    ['theme.accent', '#', 'Write a colour such as "#b23a2e".'],
    ['languages[0].tag', 'tag', 'Use a tag such as ky, ru, sr-Cyrl or uz-Latn.'],
    ['contact.url', 'https', 'Write it in full, such as https://example.org/.'],
    ['editor.repo', 'a/b', 'Write group and name with a slash between them: ministry/learning-passport.'],
  ])('%s that has another form is told what "npm run check" tells', (path, pattern, sentence) => {
    expect(field({ type: 'string', pattern }, { path })).toMatchObject({
      pattern: [String(new RegExp(pattern, 'u')), sentence],
    });
  });

  test('without a type is a fault of the schema', () => {
    expect(() => field({ description: 'Something.' })).toThrow(
      new TypeError('field has no type that a form could ask for'),
    );
  });
});
