/**
 * Serbian and Montenegrin in Latin letters, written in Cyrillic ones.
 *
 * Two Latin letters may be one (`lj`) or two (`in|jekcija`): a table knows the words where they are two.
 */
import { inCaseOf } from './casing.ts';
import { apartAtStart } from './tables/serbian-digraphs.ts';
import { cyrillicOf } from './tables/serbian-letters.ts';

/** In capitals, "and" and "you" look like numerals. */
export const serbianWordsLikeNumerals = ['I', 'VI'];

/** Endings of foreign names: Zoomu, Facebookom, Googleova. */
export const serbianEndings = '[aeiou]|[eo]m|ima|[eo]v(?:[aeiou]|o[gmj]|i[hm])?|';

/**
 * A word with letters of another language (q, w, x, y) stays as it is.
 *
 * @param stems of words in which two letters are two
 */
export function serbianToCyrillic(word: string, stems = apartAtStart): string {
  const whole = word.normalize('NFKC'); // ǌ is n and j
  const small = whole.toLowerCase();
  const apart = letterApart(small, stems);
  let converted = '';
  for (let at = 0; at < small.length; ) {
    const two = small.slice(at, at + 2);
    const unit = two.length === 2 && two in cyrillicOf && at + 1 !== apart ? two : small.charAt(at);
    const letter = cyrillicOf[unit] ?? (/\p{M}/u.test(unit) ? unit : undefined);
    if (letter === undefined) return word;
    converted += inCaseOf(whole.charAt(at), letter);
    at += unit.length;
  }
  return converted;
}

/** Where the second of two letters begins that look like one: 2 in `injekcija`. */
function letterApart(word: string, stems: typeof apartAtStart): number | undefined {
  for (const [stem, at] of stems) {
    const start = word.indexOf(stem);
    if (start >= 0 && prefixes.has(word.slice(0, start))) return start + at;
  }
  return undefined;
}

/** Before a stem: nekonjugovan, autoinjektor. */
const prefixes = new Set(['', 'ne', 're', 'de', 'sub', 'auto', 'mikro', 'hiper']);
