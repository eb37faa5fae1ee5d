import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf, writtenValue } from '../../../build/editor/client/field-changes.ts';
import { type FormValues, sourceFormat } from '../../../build/editor/client/source-format.ts';
import { textSchema } from '../../../build/format/fields-form.ts';
import type { Data } from '../../../build/model/document.ts';
import { authoredYaml } from '../../format/authored-yaml.ts';

const { fromFile, toFile } = sourceFormat(textSchema({ entry: 'material' }), 'front-matter');

describe('only what differs is a change', () => {
  test.each<[string, Data, FormValues, unknown]>([
    ['the same in another order', { a: 1, m: { x: 1, y: 2 } }, { m: { y: 2, x: 1 }, a: 1 }, []],
    ['spaces around a text', { a: ' words\n' }, { a: 'words' }, []],
    ['spaces around what a list has', { a: [' one ', { b: 'two ' }] }, { a: ['one', { b: 'two' }] }, []],
    [
      'what was blank and stays so',
      { a: null, b: [], c: '', d: {} },
      { a: undefined, b: [], c: '', d: {} },
      [],
    ],
    [
      'fields that a form has and a file has not',
      {},
      { a: '', b: [], c: { d: '' }, e: null, f: undefined },
      [],
    ],
    ['a field', { a: 1, b: 2 }, { a: 3, b: 2 }, [{ pointer: ['a'], value: 3 }]],
    ['a field inside', { m: { x: 1, y: 2 } }, { m: { x: 1, y: 3 } }, [{ pointer: ['m', 'y'], value: 3 }]],
    [
      'a field that was emptied',
      { a: 1, m: { x: 1 } },
      { a: '', m: { x: '' } },
      [{ pointer: ['a'] }, { pointer: ['m'] }],
    ],
    [
      'a new field, without what is empty in it',
      {},
      { m: { x: '', l: ['', 'a'] } },
      [{ pointer: ['m'], value: { l: ['a'] } }],
    ],
    ['a list', { l: ['a', 'b'] }, { l: ['b', 'a'] }, [{ pointer: ['l'], value: ['b', 'a'] }]],
    ['blanks in a list', { l: [{}, 'a', null, ''] }, { l: ['a'] }, []],
    [
      'false and zero, which are values',
      { a: true, b: 1 },
      { a: false, b: 0 },
      [
        { pointer: ['a'], value: false },
        { pointer: ['b'], value: 0 },
      ],
    ],
    ['another type', { a: '1' }, { a: 1 }, [{ pointer: ['a'], value: 1 }]],
  ])('%s', (_, before, after, changes) => {
    expect(changesOf(before, after)).toEqual(changes);
  });
});

/** Fields that a form may be given: of the schema, unknown ones, and maps. */
const words = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\p{C}/gu, ' '));
const scalar = fc.oneof(
  words,
  fc.integer(),
  fc.boolean(),
  fc.constant(''),
  fc.constant(null),
  fc.constantFrom('null', '045', '2026-01-02', 'a: b', '- x', '#1', '"', "it's", 'Да\nНет'),
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('src', 'alt', 'fromMonths', 'zebra'), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const fields = fc.dictionary(
  fc.constantFrom('title', 'summary', 'tags', 'ages', 'image', 'zebra', 'type', 'credits'),
  value,
  { maxKeys: 6 },
);

/** What a form that was filled anew from the file would show. */
const shown = ({ $source: _, body, ...rest }: FormValues): unknown => ({
  fields: writtenValue(trimmed(rest)) ?? {},
  body: typeof body === 'string' ? body.trim() : '',
});

function trimmed(given: unknown): unknown {
  if (typeof given === 'string') return given.trim();
  if (Array.isArray(given)) return given.map(trimmed);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, member]) => [key, trimmed(member)]));
}

const fileOf = (yaml: string): string => `---\n${yaml}---\n\nWords.\n`;

/** Without those that the parser refuses, such as the same key twice. */
const authored = authoredYaml.filter((yaml) => {
  try {
    fromFile(fileOf(yaml).trim());
    return true;
  } catch {
    return false;
  }
});

describe('whatever stands in a file and in a form', () => {
  test('a form that nobody changed gives the same bytes', () => {
    fc.assert(
      fc.property(authored, (yaml) => {
        expect(toFile(fromFile(fileOf(yaml).trim()))).toBe(fileOf(yaml));
      }),
    );
  });

  test('what is saved reads as the form that was saved', () => {
    fc.assert(
      fc.property(authored, fields, fc.constantFrom('Words.', 'Other words.', ''), (yaml, change, body) => {
        const form = { ...fromFile(fileOf(yaml).trim()), ...change, body };
        const saved = toFile(form);
        expect(shown(fromFile(saved.trim()))).toEqual(shown(form));
        expect(toFile(fromFile(saved.trim()))).toBe(saved);
      }),
      { numRuns: 150 },
    );
  });

  test('a new text has what its form had', () => {
    fc.assert(
      fc.property(fields, words, (form, body) => {
        expect(shown(fromFile(toFile({ ...form, body }).trim()))).toEqual(shown({ ...form, body }));
      }),
    );
  });

  test('remarks and fields that nobody knows stay when another field is changed', () => {
    const file =
      '---\n# On top\ntitle: Bag   # the famous one\nages: {fromMonths: 36, toMonths: 72}\n# What nobody knows\nzebra: 045\ntags:\n  # first\n  - felt\n  - wool # warm\n---\n\nWords.\n';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ title: words.filter((given) => given.trim() !== '') }),
          fc.dictionary(fc.constantFrom('summary', 'type', 'credits'), value),
        ),
        (change) => {
          const saved = toFile({ ...fromFile(file.trim()), ...change });
          for (const line of [
            '# On top',
            '# What nobody knows\nzebra: 045',
            '  # first\n  - felt\n  - wool # warm',
            'the famous one',
          ])
            expect(saved).toContain(line);
        },
      ),
    );
  });
});
