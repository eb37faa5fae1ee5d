/**
 * Letters under which titles stand in an alphabetical list.
 *
 * What is a letter of its own, and what is another one with a mark, the collation of the language knows: č is one in Serbian, é is none
 * in English. It does not tell where in a word a letter of two signs ends.
 */

/** Letters of two signs that words begin with. */
export const digraphs: Readonly<Record<string, readonly string[]>> = {
  'sr-Latn': ['dž', 'lj', 'nj'],
  'sr-Latn-ME': ['dž', 'lj', 'nj'],
  'uz-Latn': ['oʻ', 'gʻ', 'sh', 'ch'],
  kaa: ['sh', 'ch'],
};

/** What begins with a number, and what begins with neither number nor letter. */
export const initialOfNumbers = '0–9';
export const initialOfSigns = '#';

/**
 * @param compareLetters 0 for what the language takes for the same letter
 * @returns with a capital letter at its beginning: `Б`, `Lj`
 */
export function initialOf(
  title: string,
  twoSigns: readonly string[],
  compareLetters: (a: string, b: string) => number,
): string {
  const text = title.normalize('NFC').toLowerCase().replace(beforeWords, '').replace(/^ı/, smallOfAcuteI);
  if (/^\p{N}/u.test(text)) return initialOfNumbers;
  const two = twoSigns.find((letter) => text.replace(/^(.)[‘’ʼ'`]/, '$1ʻ').startsWith(letter));
  const letter = two ?? /^\p{L}\p{M}*/u.exec(text)?.[0];
  if (letter === undefined) return initialOfSigns;
  const bare = letter.normalize('NFD').charAt(0);
  const own = two === undefined && compareLetters(letter, bare) === 0 ? bare : letter;
  return own.charAt(0).toUpperCase() + own.slice(1);
}

/** The capital of the Karakalpak ı is Í, and not that of i. */
const smallOfAcuteI = 'í';

/** Quotes and other signs, which no reader looks a title up by. */
export const beforeWords = /^[^\p{L}\p{N}]+/u;
