import { describe, expect, test } from 'vitest';
import { markChoice, markMatch, markOrder, markShort } from '../../templates/client/quiz/mark.ts';

describe('choice', () => {
  const one = [false, true, false];
  const several = [true, false, true];

  test.each([
    ['nothing chosen', one, [false, false, false], { answered: false, right: false }],
    ['the right one', one, [false, true, false], { answered: true, right: true, found: 1, total: 1 }],
    ['a wrong one', one, [true, false, false], { answered: true, right: false, found: 0 }],
    ['all right ones', several, [true, false, true], { right: true, found: 2, total: 2 }],
    ['one of two', several, [true, false, false], { right: false, found: 1, total: 2 }],
    ['all right ones and a wrong one', several, [true, true, true], { right: false, found: 2 }],
  ])('%s', (_, right, chosen, expected) => {
    expect(markChoice(right, chosen)).toMatchObject(expected);
  });

  test('only what was chosen is told right or wrong', () => {
    expect(markChoice(several, [true, true, false]).rows).toEqual([true, false, undefined]);
  });

  test('where no option is right, choosing none cannot be told from not answering', () => {
    expect(markChoice([false, false], [false, false])).toMatchObject({ answered: false });
  });
});

describe('match', () => {
  const key = ['Free play', 'A task', 'A task'];

  test.each([
    ['nothing', ['', '', ''], { answered: false, right: false }],
    ['all', key, { answered: true, right: true, found: 3, total: 3 }],
    ['some', ['Free play', '', 'A task'], { answered: true, right: false, rows: [true, undefined, true] }],
    ['two exchanged', ['A task', 'Free play', 'A task'], { right: false, rows: [false, false, true] }],
  ])('%s', (_, given, expected) => {
    expect(markMatch(key, given)).toMatchObject(expected);
  });
});

describe('order', () => {
  const items = ['Wash hands', 'Eat', 'Wash hands'];

  test.each([
    ['nothing', ['', '', ''], { answered: false }],
    ['as it was written', ['1', '2', '3'], { right: true, found: 3 }],
    ['two items with the same words exchanged', ['3', '2', '1'], { right: true }],
    ['the same place twice', ['1', '2', '1'], { right: false, rows: [true, true, false] }],
    ['backwards', ['2', '1', '3'], { right: false, rows: [false, false, true] }],
    ['unfinished', ['1', '2', ''], { right: false, found: 2 }],
  ])('%s', (_, places, expected) => {
    expect(markOrder(items, places)).toMatchObject(expected);
  });
});

describe('short', () => {
  test.each([['free play'], ['  Free  PLAY. '], ['free play!'], ['self-chosen play']])(
    '“%s” is right',
    (given) => {
      expect(markShort(['free play', 'Self-chosen play.'], given)).toMatchObject({
        answered: true,
        right: true,
      });
    },
  );

  test.each([
    ['ё for е', 'тетрадь ещё', 'Тетрадь еще'],
    ['й in two pieces', 'Свободный', 'свободныи\u0306'],
    ['ё in two pieces', 'счёт', 'сче\u0308т'],
    ['a straight apostrophe', 'oʻyin', "o'yin"],
    ['a curved apostrophe', 'oʻyin', 'O’yin'],
    ['an apostrophe at the end', 'bogʻ', "bog'."],
  ])('%s', (_, accepted, given) => {
    expect(markShort([accepted], given)).toMatchObject({ right: true });
  });

  test('other words are wrong, blanks are no answer', () => {
    expect(markShort(['play'], 'plays')).toMatchObject({ answered: true, right: false });
    expect(markShort(['play'], ' . ')).toMatchObject({ answered: false, right: false });
  });
});
