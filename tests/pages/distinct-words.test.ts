import { expect, test } from 'vitest';
import { distinctWords } from '../../build/pages/distinct-words.ts';

test.each([
  ['Play, and play again: PLAY!', 'Play and again'],
  ['Баланын оюну — баланын иши', 'Баланын оюну иши'],
  ['Bolalar oʻyini va oʻyin, maʼno', 'Bolalar oʻyini va oʻyin maʼno'],
  ['ата-эне, “цитата”, 3–6 жаш', 'ата-эне цитата 3 6 жаш'],
  ['  \n — … ', ''],
])('%s', (text, words) => expect(distinctWords(text)).toBe(words));
