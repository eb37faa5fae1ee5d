/**
 * Serbian and Montenegrin in Cyrillic letters, written in Latin ones: one rule for each letter, safe for every word.
 *
 * Source: Pravopis srpskoga jezika (Matica srpska, 2010); for ś and ź Pravopis crnogorskoga jezika (2010).
 */
import { latinOf } from './tables/serbian-letters.ts';

/** A word with letters of another language (a Russian name) stays as it is. */
export function serbianToLatin(word: string): string {
  const letters = [...word];
  if (!letters.every((letter) => letter.toLowerCase() in latinOf || isMark(letter))) return word;
  return letters
    .map((letter, at) => {
      const latin = latinOf[letter.toLowerCase()] ?? letter;
      if (letter === letter.toLowerCase()) return latin;
      return latin.length === 1 || isAmongCapitals(letters, at)
        ? latin.toUpperCase()
        : latin.charAt(0).toUpperCase() + latin.slice(1);
    })
    .join('')
    .normalize('NFC');
}

/** С́ and з́ of Montenegrin are a letter and an accent; of ś and ź there is one sign. */
const isMark = (letter: string): boolean => /^\p{M}$/u.test(letter);

/** ЉУБАВ is LJUBAV, Љубав is Ljubav, and Љ. is Lj. */
function isAmongCapitals(letters: readonly string[], at: number): boolean {
  const neighbour = letters[at + 1] ?? letters[at - 1];
  return neighbour !== undefined && neighbour !== neighbour.toLowerCase();
}
