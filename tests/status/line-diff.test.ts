import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffLine, diffLines } from '../../build/status/line-diff.ts';

const shown = (lines: readonly DiffLine[]): string[] =>
  lines.map((line) =>
    line.kind === 'reworded'
      ? line.parts.map(({ kind, text }) => (kind === 'same' ? text : `[${kind} ${text}]`)).join('')
      : `${line.kind} ${line.text}`,
  );

test('a reworded line tells its words; lines that came and went are told whole', () => {
  const before = ['title: Bag', '', 'Let each child touch it.', 'Ask what it is.', 'End.'];
  const after = [
    'title: Bag',
    '',
    'Let every child touch it.',
    'Ask what it is.',
    'Wait.',
    'Listen.',
    'End.',
  ];
  expect(shown(diffLines(before, after))).toEqual([
    'same title: Bag',
    'same ',
    'Let [removed each][added every] child touch it.',
    'same Ask what it is.',
    'added Wait.',
    'added Listen.',
    'same End.',
  ]);
});

test('sentences without common words are not mixed', () => {
  expect(shown(diffLines(['Ойноо маанилүү.'], ['Every child plays.']))).toEqual([
    'removed Ойноо маанилүү.',
    'added Every child plays.',
  ]);
});

test('both texts can be read from the difference, and equal texts have none', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'a b', 'a c', ''), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const side = (other: 'added' | 'removed') =>
        lines.flatMap((line) => {
          if (line.kind !== 'reworded') return line.kind === other ? [] : [line.text];
          return [
            line.parts
              .filter(({ kind }) => kind !== other)
              .map(({ text }) => text)
              .join(''),
          ];
        });
      expect(side('added')).toEqual(before);
      expect(side('removed')).toEqual(after);
      if (before.join('\n') === after.join('\n'))
        expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});
