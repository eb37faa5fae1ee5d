/**
 * Uzbek in the Latin alphabet of 1995, written in Cyrillic letters (orthography of 1956).
 *
 * Latin letters write loanwords as they sound, without a soft sign, so that rules do for native words only; a table knows the stems
 * of loanwords, which take Uzbek endings.
 */
import { inCaseOf } from './casing.ts';
import { uzbekLetters } from './tables/uzbek-letters.ts';
import { loanwordStems } from './tables/uzbek-loanwords.ts';

/** A word with letters that Uzbek does not have (w, c without h, é) is foreign and stays. */
export function uzbekToCyrillic(word: string): string {
  const spelt = withLetters(word);
  const stem = stemOf(spelt.toLowerCase());
  if (stem === undefined) return foreignLetter.test(spelt) ? word : convertLetters(spelt);
  const ending = spelt.slice(stem.length);
  const other = loanwordStems.get(stem) as string;
  // Before an ending the soft sign gives way: январь, январдан.
  const shortened = ending === '' ? other : other.replace(/ь$/, '');
  return inCaseOf(spelt.slice(0, stem.length), shortened) + convertLetters(ending, shortened);
}

/** One sign for each letter: `oʻ`, `gʻ` with a turned comma, the tutuq with the apostrophe; both are typed in many ways. */
export const withLetters = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/(?<=[oOgG])['’‘ʻʼ`]/g, 'ʻ')
    .replace(/['’‘`]|(?<![oOgG])ʻ/g, 'ʼ');

const foreignLetter = /[^a-pr-vxyzqʻʼc]|c(?!h)/i;

/** The longest stem that leaves an ending which words can have. */
function stemOf(word: string): string | undefined {
  for (let length = word.length; length > 2; length--) {
    const stem = word.slice(0, length);
    if (loanwordStems.has(stem) && endings.test(word.slice(length))) return stem;
  }
  return undefined;
}

/** Endings of nouns and adjectives, and what makes nouns, adjectives and verbs of them, one after the other. */
const endings =
  /^(?:lar|ning|niki|ni|ga|ka|dan|dagi|da|gacha|cha|chi|chilik|lik|li|siz|dir|day|dek|gina|mi|iy|viy|simon|shunos|parast|xona|noma|kash|dosh|lash|lan|la|sh|tir|il|ish|gan|di|moq|ay|im|ing|imiz|ingiz|iz|i|si|m|ng|miz|ngiz|u|yu|ku|a|an|ik|ist|izm)*$/;

/** @param before what the word begins with, already converted */
function convertLetters(text: string, before = ''): string {
  const small = text.toLowerCase();
  let converted = '';
  for (let at = 0; at < small.length; ) {
    const [latin, cyrillic] = unitAt(small, at, before + converted.toLowerCase());
    converted += inCaseOf(text.slice(at, at + latin.length), cyrillic);
    at += latin.length;
  }
  return converted;
}

function unitAt(word: string, at: number, before: string): readonly [latin: string, cyrillic: string] {
  const rest = word.slice(at);
  if (rest.startsWith('e')) return ['e', isSpokenOpen(before) ? 'э' : 'е'];
  if (rest.startsWith('ye') && /[бвгджзклмнпрстфх]$/.test(before)) return ['ye', 'ье'];
  if (rest.startsWith('ts') && !isEnding(rest)) return ['ts', 'ц'];
  if (/^si(?:ya|on)/.test(rest) && /[кнп]$/.test(before)) return ['s', 'ц'];
  const unit = uzbekLetters.find(([latin]) => rest.startsWith(latin));
  if (unit === undefined) throw new TypeError(`"${word}" has a letter that is not Uzbek`);
  return unit;
}

/** At the beginning of a word and after a, o, u. */
const isSpokenOpen = (before: string): boolean => before === '' || /[аоу]$/.test(before);

/** A verb in -t with an ending: aytsa, ketsin; a noun with -siz: otsiz. */
const isEnding = (rest: string): boolean =>
  /^ts(?:a(?:m|ng|k|ngiz|lar|gina)?|in(?:lar)?|iz(?:lik|lar)?)?(?:di)?$/.test(rest) && !/^ts$/.test(rest);
