import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEqual } from '../../build/format/field-value.ts';
import { formAt, textSchema } from '../../build/format/fields-form.ts';
import { formatSource } from '../../build/format/format-source.ts';
import { wordsOfRemarks } from '../../build/format/remarks.ts';
import { toSourcePath } from '../../build/model/paths.ts';
import { parseAnyYaml } from '../../build/parse/yaml.ts';
import { placeOf } from '../../build/read/place-of.ts';
import { authoredYaml } from './authored-yaml.ts';

/** Formats a file of data that has the fields of a material. */
const format = (yaml: string): string =>
  sourceOf(formatSource(yaml, { holder: 'file', schema: textSchema({ entry: 'material' }) }, ''));

function sourceOf(formatted: ReturnType<typeof formatSource>): string {
  if ('fault' in formatted) throw new Error(formatted.fault.message);
  return formatted.source;
}

describe('the usual form', () => {
  test('fields in the order of the schema, then unknown ones, then what a text says of itself', () => {
    expect(
      format(
        'basedOn: 0a1b2c3d4e5f6071\ntranslation: {by: human, of: en}\nzebra: 1\nages:\n  toMonths: 72\n  fromMonths: 36\nape: 2\ntitle: Bag\n',
      ),
    ).toBe(
      'title: Bag\nages:\n  fromMonths: 36\n  toMonths: 72\ntranslation: {of: en, by: human}\nbasedOn: 0a1b2c3d4e5f6071\nzebra: 1\nape: 2\n',
    );
  });

  test.each([
    ['title: "Bag"\n', 'title: Bag\n'],
    ["title: 'Bag: a game'\n", 'title: "Bag: a game"\n'],
    ['title: \'say "no"\'\n', 'title: say "no"\n'],
    ['title: "\\"no\\": he said"\n', `title: '"no": he said'\n`],
    ['title: "2025"\n', 'title: "2025"\n'],
    ['title: 1.10\n', 'title: 1.10\n'],
    ['title: 045\n', 'title: 045\n'],
    ['updated: "2026-11-24"\n', 'updated: 2026-11-24\n'],
    ['title: ~\nsummary:\n', 'title: ~\nsummary:\n'],
    ['summary: >-\n  one\n  two\n', 'summary: one two\n'],
    ['summary: >\n  one\n  two\n', 'summary: |\n  one two\n'],
    ['summary: one\n  two\n', 'summary: one two\n'],
    ['summary: "one\\n\\ntwo"\n', 'summary: |-\n  one\n\n  two\n'],
    ['title: "a\\tb"\n', 'title: "a\\tb"\n'],
    ['tags: [ "a" ,b,]\n', 'tags: [a, b]\n'],
    ['tags:\n- a\n- "b, c"\n', 'tags:\n  - a\n  - b, c\n'],
    [`tags: [${'a long word, '.repeat(10)}]\n`, `tags:\n${'  - a long word\n'.repeat(10)}`],
    ['tags: [a, # first\n  b]\n', 'tags:\n  - a # first\n  - b\n'],
    ['{title: Bag, "tags": []}\n', 'title: Bag\ntags: []\n'],
  ])('%j', (before, after) => {
    expect(format(before)).toBe(after);
  });

  test('remarks and empty lines go along with the field that they are about', () => {
    expect(
      format(
        '# The file\n\n# Of the ages\nages: # in months\n  toMonths: 72 # six\n  # and more\n# Of the title\ntitle:    Bag\n\n# Of the type\ntype: story # ?\n# The end\n',
      ),
    ).toBe(
      '# The file\n\n# Of the title\ntitle: Bag\n\n# Of the type\ntype: story # ?\n# Of the ages\nages:\n  # in months\n  toMonths: 72 # six\n  # and more\n# The end\n',
    );
  });
});

test('of a text every byte below the fields stays, with line ends of Windows and a BOM', () => {
  const body = '---\r\n\r\nBody  \r\n---\r\ntitle:  "x"\n\n\n';
  const form = formAt({ kind: 'text', entry: 'page' } as never);
  expect(form && formatSource(`\uFEFF---\r\nsummary: "x"\r\ntitle: y\r\n${body}`, form, '')).toEqual({
    source: `\uFEFF---\r\ntitle: y\r\nsummary: x\r\n${body}`,
  });
});

test.each([
  [
    'site.yml',
    'name:\n  ru: Паспорт\n  en: "Passport"\nsourceLanguage: en\n',
    'sourceLanguage: en\nname:\n  ru: Паспорт\n  en: Passport\n',
  ],
  [
    'taxonomy/levels.yml',
    'terms:\n- label: {en: Beginner}\n  id: beginner\nkind: level\n',
    'kind: level\nterms:\n  - id: beginner\n    label: {en: Beginner}\n',
  ],
  [
    'countries/kg/country.yml',
    'languages:\n  - fallback: [ru]\n    tag: ky\ncode: kg\n',
    'code: kg\nlanguages:\n  - tag: ky\n    fallback: [ru]\n',
  ],
  [
    'shared/courses/a/index.en.patch.md',
    '---\nbasedOn: a\nlevel: null\nsummary: x\n---\n',
    '---\nsummary: x\nlevel: null\nbasedOn: a\n---\n',
  ],
])('%s', (file, before, after) => {
  const { place } = placeOf(toSourcePath(file));
  const form = place && formAt(place);
  expect(form && formatSource(before, form, file)).toEqual({ source: after });
});

test('the words of the interface have a form of their own', () => {
  expect(formAt({ kind: 'strings', locale: 'ru' } as never)).toBeUndefined();
});

test('whatever an author writes keeps its meaning and its remarks, and is formatted once', () => {
  fc.assert(
    fc.property(authoredYaml, (yaml) => {
      const formatted = format(yaml);
      const [before, after] = [yaml, formatted].map((text) => parseAnyYaml(text, '', 1));
      expect(after?.diagnostics).toEqual([]);
      expect(isEqual(before?.data ?? null, after?.data ?? null), `${yaml}\n${formatted}`).toBe(true);
      expect(wordsOfRemarks(formatted)).toEqual(wordsOfRemarks(yaml));
      expect(format(formatted)).toBe(formatted);
    }),
    { numRuns: 200 },
  );
});
