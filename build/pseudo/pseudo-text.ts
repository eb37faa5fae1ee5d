/**
 * What English text becomes in languages that nobody speaks, as developers of Android know them: one shows words that are not
 * translated and boxes that are too narrow, the other whatever does not turn round with the direction of writing.
 */

export interface PseudoLanguage {
  readonly tag: string;
  /** Text in braces, which values replace, stays as it is. */
  readonly write: (english: string) => string;
}

export const pseudoLanguages: readonly PseudoLanguage[] = [
  { tag: 'en-XA', write: accented },
  { tag: 'ar-XB', write: mirrored },
];

/**
 * @returns the text with accents, in brackets, and two fifths longer, as a translation from English may well be
 * @example accented('Courses') // '⟦Ĉöûŕšéš···⟧'
 */
function accented(english: string): string {
  const letters = english.replace(placeholder, '').length;
  const text = outsidePlaceholders(english, (piece) =>
    piece.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter),
  );
  return `⟦${text}${filler(Math.ceil(letters * 0.4))}⟧`;
}

/** In pieces as long as a word, so that a line breaks where it would in a language. */
const filler = (length: number): string => '·'.repeat(length).replace(/·{8}(?=·)/g, '$& ');

/** Each word runs from right to left, whatever its letters: right-to-left override (U+202E) and its end (U+202C). */
function mirrored(english: string): string {
  return outsidePlaceholders(english, (piece) => piece.replace(/\S+/g, '\u202E$&\u202C'));
}

const placeholder = /\{[^{}]*\}/g;

const outsidePlaceholders = (text: string, write: (piece: string) => string): string =>
  text
    .split(/(\{[^{}]*\})/)
    .map((piece, at) => (at % 2 === 0 ? write(piece) : piece))
    .join('');

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const withAccents = 'åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';
const accents: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  [...plain].map((letter, at) => [letter, [...withAccents][at]]),
);
