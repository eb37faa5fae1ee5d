import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeText } from '../../build/new/front-matter.ts';
import { parseFrontMatter } from '../../build/parse/front-matter.ts';
import '../support/fuzz-seed.ts';

test('whatever an author answers is read back as it was written', () => {
  fc.assert(
    fc.property(
      fc.record({
        title: fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.constantFrom(
            'null',
            '1.10',
            '2026-03-01',
            '- a',
            '#b',
            'a: b',
            "'",
            '"',
            '~',
            'true',
            '0x1f',
            '[a',
            '&a',
            '---',
          ),
        ),
        tags: fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 3 }),
      }),
      (fields) => {
        const written = Object.entries(fields).map(([name, value]) => ({
          name,
          value,
          remark: 'What it means.',
        }));
        const { data, diagnostics, body } = parseFrontMatter(writeText(written, ['More.'], 'Body'), 'x.md');
        expect(diagnostics).toEqual([]);
        expect(data).toEqual(fields);
        expect(body).toBe('\nBody\n');
      },
    ),
  );
});

test('a field that is off is a remark, whatever it holds', () => {
  const text = writeText([{ name: 'rules', value: 'One\n\n- two: three\n', isOff: true }], [], '');
  expect(text).toBe('---\n# rules: |\n#   One\n# \n#   - two: three\n---\n');
  expect(parseFrontMatter(text, 'x.md').data).toEqual({});
});
