import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionCode, courseNumber, verify } from '../../templates/client/certificate/code.ts';

const completion = { course: courseNumber('play'), day: 20_781, minutes: 71 };
const name = 'Гүлназ Орозбекова';
const code = completionCode(name, completion);

test('a code is four groups of four, without letters that are taken for digits', () => {
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
});

test('what goes in comes out with the name, for every course and day', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.nat(2 ** 22 - 1),
      fc.integer({ min: 19_723, max: 36_106 }),
      fc.nat(4095),
      (anyName, course, day, minutes) => {
        const made = completionCode(anyName, { course, day, minutes });
        expect(verify(anyName, made)).toEqual({
          verdict: 'consistent',
          completion: { course, day, minutes },
        });
      },
    ),
  );
});

test.each([
  ['capitals', 'гүлназ ОРОЗБЕКОВА'],
  ['blanks', '  Гүлназ\u00a0 Орозбекова '],
  ['letters that are composed', name.normalize('NFD')],
])('a name that differs in %s is the same', (_, typed) =>
  expect(verify(typed, code).verdict).toBe('consistent'),
);

test('the apostrophe of oʻ may be typed as phones have it', () => {
  const uzbek = completionCode('Gulnora Yoʻldosheva', completion);
  for (const typed of ["Gulnora Yo'ldosheva", 'Gulnora Yo’ldosheva', 'GULNORA YO`LDOSHEVA'])
    expect(verify(typed, uzbek).verdict, typed).toBe('consistent');
});

test.each(['Гүлназ Орозбеков', 'Гулназ Орозбекова', 'Орозбекова Гүлназ', ''])(
  '“%s” is another name',
  (typed) => expect(verify(typed, code).verdict).toBe('inconsistent'),
);

test('a code may be typed in small letters, without lines, with blanks, and O for zero', () => {
  const typed = code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(verify(name, typed).verdict).toBe('consistent');
});

test('a code may be typed on a Cyrillic keyboard', () => {
  const look = { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х' };
  fc.assert(
    fc.property(fc.nat(2 ** 22 - 1), (course) => {
      const made = completionCode(name, { ...completion, course });
      const typed = Object.entries(look).reduce(
        (text, [latin, cyrillic]) => text.replaceAll(latin, cyrillic),
        made,
      );
      expect(verify(name, typed).verdict).toBe('consistent');
    }),
  );
});

test('a slip of the finger makes a code unreadable rather than accusing somebody', () => {
  let taken = 0;
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '-') continue;
    for (const digit of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (digit === code[at]) continue;
      if (verify(name, code.slice(0, at) + digit + code.slice(at + 1)).verdict !== 'unreadable') taken++;
    }
  }
  // One of 256 slips is not seen by eight bits.
  expect(taken).toBeLessThan(8);
});

test.each(['', '7K4M', `${code}-7K4M`, 'XXXX-XXXX-XXXX-XXX!', 'Ж'.repeat(16)])(
  '“%s” is unreadable',
  (typed) => expect(verify(name, typed).verdict).toBe('unreadable'),
);

test('the name cannot be read from the code: only 24 bits of it are in there', () => {
  const other = completionCode('Somebody else', completion);
  // Course, day and minutes are the same in both; the bond and the check are what differs.
  expect(other.slice(0, 9)).toBe(code.slice(0, 9));
  expect(other).not.toBe(code);
});
