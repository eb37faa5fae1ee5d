import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FormValues, sourceFormat } from '../../build/editor/client/source-format.ts';
import { formAt, textSchema } from '../../build/format/fields-form.ts';
import { listContent } from '../../build/read/list-content.ts';

const material = sourceFormat(textSchema({ entry: 'material' }), 'front-matter');
const patch = material;

/** Our whole catalogue: every kind, every language, patches and settings. */
const ownFiles = listContent('content').texts.flatMap(({ path, place, absolutePath }) => {
  const form = formAt(place);
  return form === undefined ? [] : [{ path, form, text: readFileSync(absolutePath, 'utf8') }];
});

/** What a form makes of values: no order, no spaces around a text, and something empty for every field. */
function throughForm(values: FormValues, fields: readonly string[]): FormValues {
  const trimmed = (value: unknown): unknown => {
    if (typeof value === 'string') return value.trim();
    if (Array.isArray(value)) return value.map(trimmed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, member]) => [key, key === '$source' ? member : trimmed(member)]),
    );
  };
  const empty = Object.fromEntries(fields.map((name, index) => [name, [undefined, '', [], null][index % 4]]));
  return { ...empty, ...(trimmed(values) as FormValues) };
}

/** As Sveltia hands out the text of a file. */
const opened = (text: string): string => text.trim().replace(/\r\n?/g, '\n');

function lineDifference(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  return { removed: old.slice(start, old.length - end), added: fresh.slice(start, fresh.length - end) };
}

describe('our own catalogue', () => {
  test('has files of every kind', () => {
    expect(ownFiles.length).toBeGreaterThan(90);
  });

  test.each(ownFiles)('$path is saved as it was when nothing was changed', ({ form, text }) => {
    const format = sourceFormat(form.schema, form.holder);
    const values = throughForm(format.fromFile(opened(text)), Object.keys(form.schema.properties ?? {}));
    expect(format.toFile(values)).toBe(text);
  });

  test.each(ownFiles.filter(({ text }) => /^title: /m.test(text)))(
    '$path differs in one line when its title was changed',
    ({ form, text }) => {
      const format = sourceFormat(form.schema, form.holder);
      const values = throughForm(format.fromFile(opened(text)), Object.keys(form.schema.properties ?? {}));
      const saved = format.toFile({ ...values, title: 'Another title' });
      expect(lineDifference(text, saved)).toEqual({
        removed: [expect.stringMatching(/^title: /)],
        added: ['title: Another title'],
      });
    },
  );
});

const bag = `---
title: Bag   # the famous one
type: activity
ages: {fromMonths: 36, toMonths: 72}
domains: [cognition]
# What nobody knows
zebra: 045
summary: 'It is old'
---

First.

`;

describe('what was not edited', () => {
  test('remarks, unknown fields, quotation marks and the order of fields stay', () => {
    const values = material.fromFile(opened(bag));
    expect(material.toFile({ ...values, title: 'Sack' })).toBe(
      `${bag.trimEnd()}\n`.replace('Bag   #', 'Sack #'),
    );
  });

  test('a field of a map alone is written', () => {
    const values = material.fromFile(opened(bag));
    const saved = material.toFile({ ...values, ages: { fromMonths: 36, toMonths: 60 } });
    expect(lineDifference(`${opened(bag)}\n`, saved)).toEqual({
      removed: ['ages: {fromMonths: 36, toMonths: 72}'],
      added: ['ages: {fromMonths: 36, toMonths: 60}'],
    });
  });

  test('null in a patch takes a field of the shared text away, and stays', () => {
    const text = '---\ntags: null\ntitle: Bag\nbasedOn: 0a1b2c3d4e5f6071\n---\n';
    const values = throughForm(patch.fromFile(opened(text)), ['title', 'tags']);
    expect(patch.toFile({ ...values, title: 'Sack' })).toBe(text.replace('Bag', 'Sack'));
  });
});

describe('what was edited', () => {
  test('the Markdown is written as it is, with one line break at its end', () => {
    const values = material.fromFile(opened(bag));
    expect(material.toFile({ ...values, body: 'Second.\r\n\r\n::: tip\nT\n:::\n\n' })).toBe(
      `${opened(bag).replace('First.', 'Second.\n\n::: tip\nT\n:::')}\n`,
    );
  });

  test('a field that was emptied is taken out, with its remarks', () => {
    const values = material.fromFile(opened(bag));
    expect(material.toFile({ ...values, zebra: '' })).toBe(
      `${opened(bag).replace('# What nobody knows\nzebra: 045\n', '')}\n`,
    );
  });

  test('a new text has its fields in the order of the schema', () => {
    expect(
      material.toFile({
        body: 'Words',
        domains: ['cognition'],
        title: 'Ойун: 1',
        status: 'draft',
        summary: 'S',
        tags: [],
        image: { src: 'a.png', alt: '' },
      }),
    ).toBe(
      '---\ntitle: "Ойун: 1"\nsummary: S\nstatus: draft\nimage:\n  src: a.png\ndomains:\n  - cognition\n---\n\nWords\n',
    );
  });

  test('a new text without words ends with its fields', () => {
    expect(material.toFile({ title: 'Bag' })).toBe('---\ntitle: Bag\n---\n');
  });
});

test.each([
  ['title: Bag\n', 'line 1: the file has no front matter'],
  ['---\ntitle: Bag\ntitle: Sack\n---\n', 'line 3: '],
])('a file that cannot be read is not opened: %j', (text, message) => {
  expect(() => material.fromFile(opened(text))).toThrow(message);
});
