/**
 * Finds letters of Uzbek that were typed with a sign that is none: `o'yin` for oʻyin, `ta'lim` for taʼlim (alphabet of 1995).
 *
 * Keyboards have no better sign, and pages mend what they can; but a text that is copied, searched or sent on keeps what stands in the
 * file. The whole file is looked through as it is written, so that one sentence tells how often and where it begins.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { TextPlace } from '../model/place.ts';

/** @returns at most one for oʻ and gʻ, and one for ʼ */
export function adviseOnApostrophes(document: Document<TextPlace>): Diagnostic[] {
  if (document.place.locale !== 'uz-Latn' || !typed.test(document.text)) return [];
  const found = findMistyped(textAlone(document));
  return kinds.flatMap(({ isKind, ...kind }) => {
    const some = found.filter(isKind);
    const [first] = some;
    return first === undefined ? [] : [diagnosticOf(document, kind, first, some.length)];
  });
}

const typed = /['‘’`]/;

interface Mistyped {
  /** Offsets of the word in the file. */
  readonly start: number;
  readonly word: string;
  /** Offset of the sign in the word. */
  readonly at: number;
}

const isTurnedComma = ({ word, at }: Mistyped): boolean => /[oOgG]/.test(word.charAt(at - 1));

const kinds = [
  {
    code: 'text/turned-comma',
    letters: 'oʻ and gʻ are',
    sign: 'ʻ',
    codePoint: 'U+02BB',
    isKind: isTurnedComma,
  },
  {
    code: 'text/apostrophe',
    letters: 'the letter ʼ is',
    sign: 'ʼ',
    codePoint: 'U+02BC',
    isKind: (found: Mistyped) => !isTurnedComma(found),
  },
] as const;

function diagnosticOf(
  { path, text }: Document,
  { code, letters, sign, codePoint }: Omit<(typeof kinds)[number], 'isKind'>,
  { start, word, at }: Mistyped,
  count: number,
): Diagnostic {
  const before = text.slice(0, start).split('\n');
  const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
  const right = word.slice(0, at) + sign + word.slice(at + 1);
  const often = count === 1 ? `as ${word.charAt(at)}` : `with another sign ${count} times, first`;
  return {
    code,
    severity: 'warning',
    file: path,
    ...{ line, column, endLine: line, endColumn: column + word.length },
    message: `${letters} written ${often} in "${word}"`,
    hint: `write ${sign} (${codePoint}): ${right}; put words of another language in brackets: [let's go]{lang=en}`,
  };
}

/**
 * The file with spaces for what is no Uzbek text: code, addresses, words that are marked as those of another language, answers to be
 * typed, comments. A backtick behind a letter begins no code, but is meant as a letter.
 */
function textAlone({ text, bodyLine }: Document): string {
  const head = text.split('\n', bodyLine - 1).join('\n').length;
  const blank = (piece: string): string => piece.replace(/[^\n]/g, ' ');
  const fields = text.slice(0, head).replace(/^\s*#.*$/gm, blank);
  const body = text
    .slice(head)
    .replace(/^ {0,3}(```+|~~~+)[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|$(?![\s\S]))/gm, blank)
    .replace(/(?<![\p{L}`])(`+)(?!`)(?:(?!\n\n)[\s\S])*?[^`]\1(?!`)/gu, blank)
    .replace(/\[[^[\]]*\]\{\s*(?:translate|lang)\s*=[^{}\n]*\}/g, blank)
    .replace(/\]\([^()\n]*\)|\{[^{}\n]*\}|<[^<>\s]*>/g, blank)
    .replace(/^=\s.*$/gm, blank);
  return (fields + body).replace(
    /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\S+/g,
    blank,
  );
}

/** A sign between letters, or behind o and g; and any other one, which may be a quotation mark. */
const signs = /['‘’`]/g;
const wordAround = /[\p{L}\p{M}'‘’`ʻʼ]*$/u;
const restOfWord = /^[\p{L}\p{M}'‘’`ʻʼ]*/u;

function findMistyped(text: string): Mistyped[] {
  const found: Mistyped[] = [];
  for (const { 0: paragraph, index: start } of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    let isQuoted = false;
    for (const { index: at } of paragraph.matchAll(signs)) {
      const follows = isLetter(paragraph.charAt(at + 1));
      const isBehindLetter = isLetter(paragraph.charAt(at - 1));
      if (!isBehindLetter) isQuoted = follows;
      else if (follows || (!isQuoted && /[oOgG]/.test(paragraph.charAt(at - 1))))
        found.push(...mistypedAt(paragraph, start, at));
      else isQuoted = false;
    }
  }
  return found;
}

/** In signs; so that no text, however hostile, takes long. */
const longestWord = 60;

function mistypedAt(paragraph: string, start: number, at: number): Mistyped[] {
  const before =
    wordAround.exec(paragraph.slice(Math.max(0, at - longestWord), at))?.[0].replace(/^['‘’`]+/, '') ?? '';
  const after = restOfWord.exec(paragraph.slice(at + 1, at + longestWord))?.[0].replace(/['‘’`]+$/, '') ?? '';
  const word = before + paragraph.charAt(at) + after;
  return isForeign(word) ? [] : [{ start: start + at - before.length, word, at: before.length }];
}

const isLetter = (sign: string): boolean => /[\p{L}\p{M}]/u.test(sign);

/** Letters that Uzbek does not have: McDonald's, week's. */
const isForeign = (word: string): boolean => /w|c(?!h)|[^\p{Script=Latin}'‘’`ʻʼ]/iu.test(word);
