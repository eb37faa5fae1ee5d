/**
 * Uzbek in the Latin alphabet of 1995, written in Cyrillic letters (orthography of 1956).
 *
 * Latin letters write loanwords as they sound, without a soft sign, so that rules do for native words only; a table knows the stems
 * of loanwords, which take Uzbek endings.
 */
import { inCaseOf } from './casing.ts';
import { uzbekLetters } from './tables/uzbek-letters.ts';
import { loanwordStems } from './tables/uzbek-loanwords.ts';

/**
 * A word with letters that Uzbek does not have (w, c without h, é) is foreign and stays.
 *
 * @param stems spellings of loanwords, all in small letters
 */
export function uzbekToCyrillic(word: string, stems = loanwordStems): string {
  const spelt = withLetters(word);
  const first = stemOf(spelt, stems) === undefined ? (firstPart.exec(spelt)?.[0] ?? '') : '';
  const rest = spelt.slice(first.length);
  const stem = stemOf(rest, stems);
  if (stem === undefined) return foreignLetter.test(spelt) ? word : convertLetters(spelt);
  const ending = rest.slice(stem.length);
  const other = stems.get(stem) as string;
  // Before an ending the soft sign gives way: январь, январдан.
  const shortened = ending === '' ? other : other.replace(/ь$/, '');
  return (
    convertLetters(first) +
    inCaseOf(rest.slice(0, stem.length), shortened) +
    convertLetters(ending, shortened)
  );
}

/** Before a loanword, which keeps its spelling in a compound: kinofilm. */
const firstPart = /^(?:foto|kino|mikro|mini|radio|super|tele|video)/i;

/** One sign for each letter: `oʻ`, `gʻ` with a turned comma, the tutuq with the apostrophe; both are typed in many ways. */
export const withLetters = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/(?<=[oOgG])['’‘ʻʼ`]/g, 'ʻ')
    .replace(/['’‘`]|(?<![oOgG])ʻ/g, 'ʼ');

const foreignLetter = /[^a-pr-vxyzqʻʼc]|c(?!h)/i;

/** The longest stem that leaves an ending which words can have. */
function stemOf(word: string, stems: typeof loanwordStems): string | undefined {
  const small = word.toLowerCase();
  for (let length = small.length; length > 2; length--) {
    const stem = small.slice(0, length);
    if (stems.has(stem) && endings.test(small.slice(length))) return stem;
  }
  return undefined;
}

/** Endings of nouns and adjectives, and what makes nouns, adjectives and verbs of them, one after the other. */
export const uzbekEndings =
  '(?:lar|ning|niki|ni|ga|ka|dan|dagi|da|gacha|cha|chi|chilik|lik|li|siz|dir|day|dek|gina|mi|iy|viy|simon|shunos|parast|xona|noma|kash|kor|dosh|lash|lan|la|sh|tir|il|ish|gan|di|moq|ay|im|ing|imiz|ingiz|i|si|m|ng|miz|ngiz|u|yu|ku|a|atsiya|ial|ik|ist|iv|izm)*';
const endings = new RegExp(`^${uzbekEndings}$`);

/** @param before what the word begins with, already converted */
function convertLetters(text: string, before = ''): string {
  const small = text.toLowerCase();
  let converted = '';
  for (let at = 0; at < small.length; ) {
    const [latin, cyrillic] = unitAt(small, at, before + converted.toLowerCase());
    converted += inCaseOf(
      latin === 'ʼ' ? neighbourOf(text, at) : text.slice(at, at + latin.length),
      cyrillic,
    );
    at += latin.length;
  }
  return converted;
}

/** The tutuq has no case of its own: МАЪНО, Аъло. */
const neighbourOf = (text: string, at: number): string => text.charAt(at + 1) || text.charAt(at - 1);

function unitAt(word: string, at: number, before: string): readonly [latin: string, cyrillic: string] {
  const rest = word.slice(at);
  if (rest.startsWith('e')) return ['e', isSpokenOpen(before) ? 'э' : 'е'];
  if (rest.startsWith('ye') && /[бвгджзклмнпрстфх]$/.test(before)) return ['ye', 'ье'];
  if (rest.startsWith('ts') && !isApart.test(rest) && !/[стх]$/.test(before)) return ['ts', 'ц'];
  if (/^si(?:ya|on|al)/.test(rest) && /[кнп]$/.test(before)) return ['s', 'ц'];
  const unit = uzbekLetters.find(([latin]) => rest.startsWith(latin));
  if (unit === undefined) throw new TypeError(`"${word}" has a letter that is not Uzbek`);
  return unit;
}

/** At the beginning of a word, and after vowels that do not soften: poema, beeʼtibor. */
const isSpokenOpen = (before: string): boolean => before === '' || /[аоуе]$/.test(before);

/** `t` ends a word or a verb before -siz, -sa, -sin or -shunos: otsizlik, aytsangiz, ketsin, adabiyotshunos. */
const isApart =
  /^t(?:sh|siz(?!m)|sin(?:lar)?(?:da|mi|chi|ku)?$|sa(?:m|ng|k|ngiz|lar|ngizlar)?(?:da|mi|chi|ku|yu|ydi|gina)?$)/;
