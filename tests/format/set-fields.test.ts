import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FieldChange, isEqual, withChange } from '../../build/format/field-value.ts';
import { formAt, textSchema } from '../../build/format/fields-form.ts';
import { formatYaml } from '../../build/format/format-source.ts';
import { setFields } from '../../build/format/set-fields.ts';
import { parseAnyYaml } from '../../build/parse/yaml.ts';
import { listContent } from '../../build/read/list-content.ts';
import { authoredYaml } from './authored-yaml.ts';

const schema = textSchema({ entry: 'material' });
const hash = '0a1b2c3d4e5f6071';

/** Changes front matter, of which only the fields are given here. */
const changed = (fields: string, ...changes: FieldChange[]): string =>
  setFields(`---\n${fields}---\n\nBody\n`, changes, schema).slice('---\n'.length, -'---\n\nBody\n'.length);

test.each<[string, string, FieldChange, string]>([
  [
    'a text keeps the remark beside it, and other lines their form',
    'title:   "Bag"   # short\nsummary:  A bag.\n',
    { pointer: ['title'], value: 'Sack' },
    'title: Sack # short\nsummary:  A bag.\n',
  ],
  [
    'quotes only where they are needed',
    'title: Bag\n',
    { pointer: ['title'], value: 'Bag: a game' },
    'title: "Bag: a game"\n',
  ],
  [
    'a text that looks like a number stays a text',
    'title: Bag\n',
    { pointer: ['title'], value: '2025' },
    'title: "2025"\n',
  ],
  [
    'a text of several lines',
    'title: Bag\n',
    { pointer: ['title'], value: 'One\nTwo\n' },
    'title: |\n  One\n  Two\n',
  ],
  [
    'a field in a field',
    'image:\n  src: a.svg # drawn\n  alt: A bag\ntags: [a]\n',
    { pointer: ['image', 'alt'], value: 'A sack' },
    'image:\n  src: a.svg # drawn\n  alt: A sack\ntags: [a]\n',
  ],
  [
    'a new field stands in its place',
    'title: Bag\ntype: activity\ntranslation:\n  of: en\n',
    { pointer: ['updated'], value: '2026-11-24' },
    'title: Bag\nupdated: 2026-11-24\ntype: activity\ntranslation:\n  of: en\n',
  ],
  [
    'a new first field stands below the remarks about the file',
    '# Ours\n\n# No type yet\nsummary: A bag.\n',
    { pointer: ['title'], value: 'Bag' },
    '# Ours\n\ntitle: Bag\n# No type yet\nsummary: A bag.\n',
  ],
  [
    'a new map',
    'title: Bag\n',
    { pointer: ['image', 'alt'], value: 'A bag' },
    'title: Bag\nimage:\n  alt: A bag\n',
  ],
  [
    'an item of a list',
    'tags:\n  - a # one\n  - b\n',
    { pointer: ['tags', 1], value: 'c' },
    'tags:\n  - a # one\n  - c\n',
  ],
  ['a new item', 'tags:\n  - a\n', { pointer: ['tags', 1], value: 'b' }, 'tags:\n  - a\n  - b\n'],
  ['a removed item', 'tags:\n  - a\n  - b\n  - c\n', { pointer: ['tags', 1] }, 'tags:\n  - a\n  - c\n'],
  [
    'a whole list, of which one item is new',
    'tags:\n  - a # one\n  - c # three\n',
    { pointer: ['tags'], value: ['a', 'b', 'c'] },
    'tags:\n  - a # one\n  - b\n  - c # three\n',
  ],
  [
    'a field of an item',
    'alignments:\n  - framework: years\n    code: well\n  - framework: years\n    code: good\n',
    { pointer: ['alignments', 1, 'code'], value: 'better' },
    'alignments:\n  - framework: years\n    code: well\n  - framework: years\n    code: better\n',
  ],
  [
    'brackets stay',
    'setting: [home]\n',
    { pointer: ['setting', 1], value: 'classroom' },
    'setting: [home, classroom]\n',
  ],
  [
    'a removed field takes the remarks about it along',
    'title: Bag\n# Ask Ana\nsummary: A bag. # really\n# The kind\ntype: story\n',
    { pointer: ['summary'] },
    'title: Bag\n# The kind\ntype: story\n',
  ],
  [
    'the last field of a map',
    'ages:\n  toMonths: 72\ntype: story\n',
    { pointer: ['ages', 'toMonths'] },
    'ages: {}\ntype: story\n',
  ],
  ['the last field of all', '# Nothing yet\ntitle: Bag\n', { pointer: ['title'] }, '# Nothing yet\n'],
  ['what is not there cannot be removed', 'title:  Bag\n', { pointer: ['tags', 3] }, 'title:  Bag\n'],
  [
    'what is the same stays as it is written',
    'title:  "Bag"\n',
    { pointer: ['title'], value: 'Bag' },
    'title:  "Bag"\n',
  ],
  [
    'a map in braces',
    'translation: {of: en, by: human }\n',
    { pointer: ['translation', 'hash'], value: hash },
    `translation: {of: en, by: human, hash: ${hash}}\n`,
  ],
  ['no field at all', '', { pointer: ['basedOn'], value: hash }, `basedOn: ${hash}\n`],
])('%s', (_, before, change, after) => {
  expect(changed(before, change)).toBe(after);
});

test('several changes, one after the other', () => {
  const changes = [
    { pointer: ['title'], value: 'Sack' },
    { pointer: ['tags', 0] },
    { pointer: ['tags', 0], value: 'c' },
  ];
  expect(changed('title: Bag\ntags:\n  - a\n  - b\n', ...changes)).toBe('title: Sack\ntags:\n  - c\n');
});

test('line ends of Windows, a BOM and the text below stay', () => {
  const before = '\uFEFF---\r\ntitle: Bag\r\n---\r\n\r\n---\r\n\r\ntitle: x \n\n\n';
  expect(setFields(before, [{ pointer: ['summary'], value: 'A bag.' }], schema)).toBe(
    before.replace('Bag\r\n', 'Bag\r\nsummary: A bag.\r\n'),
  );
});

test('a file of data has no dashes', () => {
  const change = { pointer: ['code'], value: 'kg' };
  expect(setFields('# Kyrgyzstan\ncode: kz\n', [change], schema, 'file')).toBe('# Kyrgyzstan\ncode: kg\n');
});

test('fields with faults are not touched', () => {
  expect(() => changed('title: "Bag\n', { pointer: ['title'], value: 'x' })).toThrow(TypeError);
});

test('of every text of the catalogue, another title or name is another line', async () => {
  const edits = listContent('content').texts.flatMap(({ place, absolutePath }) => {
    const form = formAt(place);
    return form === undefined ? [] : [{ form, absolutePath }];
  });
  expect(edits.length).toBeGreaterThan(80);
  for (const { form, absolutePath } of edits) {
    const source = await readFile(absolutePath, 'utf8');
    const field = ['title', 'summary', 'licence', 'kind', 'country', 'code'].find((name) =>
      new RegExp(`^${name}:`, 'm').test(source),
    );
    const change = { pointer: [field ?? ''], value: 'Жаңы: “ат”' };
    const [before, after] = [source, setFields(source, [change], form.schema, form.holder)].map((text) =>
      text.split('\n'),
    );
    expect(after?.filter((line, index) => line !== before?.[index])).toEqual([`${field}: "Жаңы: “ат”"`]);
    expect(after?.length).toBe(before?.length);
  }
});

test('the editor in a browser can bundle it', async () => {
  const bundle = { bundle: true, write: false, platform: 'browser', logLevel: 'silent' } as const;
  const { errors } = await build({ entryPoints: ['build/format/set-fields.ts'], ...bundle });
  expect(errors).toEqual([]);
});

const pointers = fc
  .tuple(
    fc.constantFrom('title', 'ages', 'image', 'tags', 'translation', 'unknown', 'fresh'),
    fc.array(fc.oneof(fc.constantFrom('fromMonths', 'alt', 'b'), fc.nat(2)), { maxLength: 2 }),
  )
  .map(([first, rest]) => [first, ...rest]);
const values = fc.oneof(
  fc.string(),
  fc.constantFrom('045', 'no', 'a: b', 'x\n\ny', '', null, true, 18, 1.5),
  fc.array(fc.constantFrom('a', 'b: c', 'd'), { maxLength: 3 }),
  fc.constant({ alt: 'x', src: 'y' }),
);
const changes: fc.Arbitrary<FieldChange> = fc.oneof(
  pointers.map((pointer) => ({ pointer })),
  fc.record({ pointer: pointers, value: values }),
);

test('of any fields exactly what was said is different, and formatted ones stay formatted', () => {
  fc.assert(
    fc.property(authoredYaml, changes, (authored, change) => {
      const formatted = formatYaml(authored, schema);
      for (const yaml of [authored, formatted]) {
        const after = setFields(yaml, [change], schema, 'file');
        const wanted = withChange(dataOf(yaml), change) ?? {};
        expect(isEqual(dataOf(after), wanted), `${yaml}${JSON.stringify(change)}\n${after}`).toBe(true);
        if (yaml === formatted) expect(formatYaml(after, schema)).toBe(after);
      }
    }),
    { numRuns: 150 },
  );
});

function dataOf(yaml: string) {
  const { data, diagnostics } = parseAnyYaml(yaml, '', 1);
  expect(diagnostics).toEqual([]);
  return data;
}
