/**
 * Words as search compares them, without their endings, so that a term is found in every case and number; and phrases of them.
 *
 * A shared beginning would do without tables, but «игра» and «игрушка» share one; the endings of search are few on purpose, and held by
 * words of each language.
 */
import { keyTablesOf } from '../../templates/client/search/key-tables.ts';
import { createKeys, type Keys } from '../../templates/client/search/keys.ts';
import { notProse } from '../model/text-outline.ts';

export interface Word {
  readonly written: string;
  readonly key: string;
  /** It stands inside quotation marks. */
  readonly isQuoted: boolean;
  /** It goes on a word with a hyphen. */
  readonly isJoined: boolean;
  /** It is neither a number nor {@link notProse}. */
  readonly hasLetters: boolean;
}

const letters = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}ʻʼ’‘']*[\\p{L}\\p{M}\\p{N}ʻʼ‘])?";
/** What is not running text counts as a word that is no other, so that no phrase goes across it. */
const word = new RegExp(`${notProse}|${letters}`, 'gu');
const wordOrMark = new RegExp(`[“”„«»"]|(?<=[\\p{L}\\p{N}])-(?=[\\p{L}\\p{N}])|${word.source}`, 'gu');

export const writtenWords = (text: string): readonly string[] => text.match(word) ?? [];

/** The words of a language come again and again, and all texts are taken apart. */
interface KnownWords {
  readonly keys: Keys;
  readonly words: Map<string, Word>;
}

const known = new Map<string, KnownWords>();

/** Some ten megabytes. */
const mostKnown = 100_000;

export function wordsOf(text: string, locale: string): readonly Word[] {
  const language = known.get(locale) ?? { keys: createKeys(keyTablesOf(locale)), words: new Map() };
  known.set(locale, language);
  const words: Word[] = [];
  let [isQuoted, isJoined] = [false, false];
  for (const written of text.match(wordOrMark) ?? []) {
    if (written === '-') isJoined = true;
    // “…”, „…“, „…”, «…», "…": what opens in one language closes in another.
    else if (quotationMarks.has(written)) isQuoted = written === '„' || written === '«' || !isQuoted;
    else {
      words.push(wordIn(language, locale, written, isQuoted, isJoined));
      isJoined = false;
    }
  }
  return words;
}

const quotationMarks = new Set('“”„«»"');

function wordIn(
  { keys, words }: KnownWords,
  locale: string,
  written: string,
  isQuoted: boolean,
  isJoined: boolean,
): Word {
  const name = isQuoted || isJoined ? `${isQuoted ? '"' : ''}${isJoined ? '-' : ''}${written}` : written;
  const found = words.get(name);
  if (found !== undefined) return found;
  if (words.size === mostKnown) words.clear();
  const key = written === notProse ? written : stemOf(keys.keyOf(written) || written, locale);
  const hasLetters = /\p{L}/u.test(written);
  const made = { written: detached(written), key, isQuoted, isJoined, hasLetters };
  words.set(detached(name), made);
  return made;
}

/** V8 keeps a whole text for as long as a word is a slice of it. */
const detached = (text: string): string => ` ${text}`.slice(1);

/** Of «ребёнок» and «ребёнка», «уголок» and «уголка», “kutak” and “kutka”: one vowel comes and goes, which readers who search do not mind. */
const stemOf = (key: string, locale: string): string =>
  /^(?:ru|sr|cnr)(?:-|$)/.test(locale) && key.length > 4 ? key.replace(/[aeo]([^aeiou])$/, '$1') : key;

export const hasAll = (keys: ReadonlySet<string>, phrase: readonly Word[]): boolean =>
  phrase.every(({ key }) => keys.has(key));

/** Where a phrase begins in a row of words: every place at which it is there as a whole. */
export const findPhrases = (words: readonly Word[], phrase: readonly Word[]): readonly number[] =>
  words.flatMap(({ key }, start) =>
    key === phrase[0]?.key && phrase.every((wanted, offset) => isForm(words[start + offset], wanted))
      ? [start]
      : [],
  );

/** An adverb has the stem of its adjective and is another word: «трудно ребёнку» does not speak of a «трудный ребёнок». */
const isForm = (found: Word | undefined, wanted: Word): boolean =>
  found?.key === wanted.key && (!/[оo]$/.test(found.written) || /[оo]$/.test(wanted.written));

export const writtenOf = (words: readonly Word[]): string =>
  words
    .map(({ written, isJoined }) => (isJoined ? '-' : ' ') + written)
    .join('')
    .slice(1);
