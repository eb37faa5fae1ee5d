/**
 * Which pieces of a text are words that change with the script: not addresses, names of files, placeholders and numerals.
 */
import type { Lexicon } from './lexicon.ts';

export interface WordRules {
  /** From a word to that word in the other script. */
  readonly convert: (word: string) => string;
  readonly lexicon: Lexicon;
  /** Source of a regular expression that finds names that stay, without their endings. */
  readonly names?: string;
  /** Words of the language that look like Roman numerals when they are in capitals: `I`, `VI`. */
  readonly wordsLikeNumerals?: readonly string[];
  /** Whether signs of units are Latin letters in this script, too: `5 km`. */
  readonly keepsUnits?: boolean;
}

/** The apostrophes within a word are letters of Uzbek, however they were typed. */
const word = String.raw`[\p{L}\p{M}]+(?:['’‘ʻʼ\x60][\p{L}\p{M}]+)*(?:(?<=[oOgG])[ʻ‘\x60])?`;

/** Addresses, mail and names of files; placeholders of the interface; entities of HTML. */
const kept = [
  String.raw`(?:https?:\/\/|www\.)[^\s<>"“”„«»]+`,
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  String.raw`\b[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z]{2,4}\d?\b(?:\/[^\s<>"]*)?`,
  String.raw`\{\w+\}`,
  String.raw`&#?\w+;`,
].join('|');

/** Behind a number, or the placeholder of one. */
const units = String.raw`(?<=[\d}]\s?)(?:[kcm]?m|k?g|mg|[mdh]?l|h|min|[KMG]B)(?!\p{L})`;

/** Returns a function that converts the words of plain text, or of text between tags. */
export function wordConverter(rules: WordRules) {
  const { convert, lexicon, names = '(?!)', wordsLikeNumerals = [], keepsUnits = false } = rules;
  const untouched = keepsUnits ? `${kept}|${units}` : kept;
  const pieces = new RegExp(`(${untouched})|(${lexicon.pattern})|(${names})|${word}`, 'gu');
  return (text: string): string =>
    text.replace(pieces, (piece: string, isKept?: string, listed?: string, isName?: string, at = 0) => {
      if (isKept !== undefined || isName !== undefined) return piece;
      if (listed !== undefined) return lexicon.spell(listed);
      const around = { before: text.slice(0, at), after: text.slice(at + piece.length) };
      return isRoman(piece, around, wordsLikeNumerals) ? piece : convert(piece);
    });
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** Grades, chapters and centuries; and years, which are longer than any word that looks like one. */
const romanPattern =
  /^(?=.)(?:X{0,3}(?:IX|IV|V?I{0,3})|(?=.{4})M{1,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/;

/** Roman numerals are Latin letters in every script. */
function isRoman(piece: string, around: Around, wordsLikeNumerals: readonly string[]): boolean {
  if (!romanPattern.test(piece)) return false;
  if (piece.length === 1 && /^\.\s?\p{Lu}/u.test(around.after)) return false; // the initial of a name
  return !wordsLikeNumerals.includes(piece) || isBesideNumeral(around);
}

const isBesideNumeral = ({ before, after }: Around): boolean =>
  /^\s?(?:[–—-]|,|i|и)\s?[IVX]+(?!\p{L})/u.test(after) ||
  /(?<!\p{L})[IVX]+\s?(?:[–—-]|,|i|и)\s?$/u.test(before);
