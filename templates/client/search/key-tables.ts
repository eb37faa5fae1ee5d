/**
 * The tables of `createKeys` for each language.
 *
 * Letters follow how people type without a keyboard of their own; endings are those of school grammars, few on purpose: two words that
 * become one are worse than one word that stays two, which a shorter beginning still finds. Of endings that fold to one, one is listed, and none that is a row of others: балдар-ы-быз-да-н.
 * A letter that begins an ending stands also alone, so that оюн-у and ою-ну are of one stem. Each entry is held by words of
 * `tests/client/search/word-forms/`.
 */
import type { KeyTables } from './keys.ts';

/** `а a, щ s`: pairs of letters. What is in no pair and not Latin is left out, as ъ and ь are. */
const letters = (pairs: string): Record<string, string> =>
  Object.fromEntries(pairs.split(', ').map((pair) => pair.split(' ') as [string, string]));

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Cyrillic letters, and Latin ones that are typed for them, as all languages but Serbian have them. */
const cyrillic = letters(
  'а a, б b, в v, г g, д d, е e, ж z, з z, и i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х h, ч c, ш s, э e, ю iu, я ia, ' +
    'sh s, ch c, y i',
);
/** Letters of Russian words, also in Kyrgyz. As ц is ts, so детский is like detskii. */
const ofRussian = letters('ц ts, щ s, ы i, shch s, sch s, zh z, kh h, c ts');
const ofKyrgyz = letters('ң n, нг n, ng n, ө o, ү u, ё io, j z');
/** Without its letter, ҷ is typed as ч; ц, щ are of the spelling before 1998. */
const ofTajik = letters('ғ g, қ k, ӣ i, ӯ u, ҳ h, ҷ c, ц s, щ s, ё io, j c, zh z, kh h, gh g, q k');
const ofUzbek = letters('ў o, қ k, ғ g, ҳ h, ё io, j z, x h, q k, ye e, ц s, ts s, тс s');

const russian: KeyTables = {
  letters: { ...cyrillic, ...ofRussian, ...letters('ё e, yo e, ye e, jo e, je e, j i, x h') },
  endings: words(`
    а я о е и у ю ой ом ем ов ев ам ям ами ями ьми ях ие ием ией
    ая ое ую ого его ому им ыми их
    ать ает ают ить
  `),
  mostEndings: 2,
};

const kyrgyz: KeyTables = {
  letters: { ...cyrillic, ...ofRussian, ...ofKyrgyz },
  endings: words(`
    лар лер лор дар дер дор тар тер тор
    ды ду ты ту га ге го ка ке ко а не но
    да де до та те то дагы деги догу тагы теги тогу
    м ң ы у сы су быз буз ңыз ңуз
    ат ет йт
  `),
  mostEndings: 5,
  lastLetters: letters('b p, g k'),
};

const tajik: KeyTables = {
  letters: { ...cyrillic, ...ofTajik },
  endings: words(`
    ҳо он гон и ро е у а
    ам ат аш ям ят яш дан да тар тарин
  `),
  mostEndings: 4,
};

const uzbek: KeyTables = {
  letters: { ...cyrillic, ...ofUzbek },
  endings: words(`
    lar ning ni n ga ka da dagi gacha
    i m ng miz ngiz
    moq sh di adi
  `),
  mostEndings: 4,
  lastLetters: letters('g k'),
};

const serbian: KeyTables = {
  letters: {
    ...letters(
      'а a, б b, в v, г g, д d, ђ d, е e, ж z, з z, и i, ј i, к k, л l, љ l, м m, н n, њ n, о o, п p, р r, с s, т t, ћ c, у u, ф f, х h, ц c, ч c, џ dz, ш s',
    ),
    ...letters('đ d, dj d, lj l, nj n, j i'),
    // The sounds of ijekavian, so that deca and djeca, dete and dijete are one; after another vowel, je is of both.
    ...letters('ije e, je e, ије e, је e, aje aie, oje oie, uje uie, аје aie, оје oie, ује uie'),
    // -anje, which is no -ane.
    ...letters('anj ani, ањ ani'),
  },
  endings: words(`
    a e i o u om em ama ovi ova ove ovima evi eva eve evima
    og eg oj im ih ati iti aju amo anja anje anju anjem
  `),
  mostEndings: 2,
};

const english: KeyTables = {
  letters: letters('ies ys, ied yed, iness yness'),
  endings: words('s es e ed ing ings er ers ness ment ments'),
  mostEndings: 1,
};

const byLanguage: Readonly<Record<string, KeyTables>> = {
  en: english,
  ru: russian,
  ky: kyrgyz,
  tg: tajik,
  uz: uzbek,
  sr: serbian,
  cnr: serbian,
};

/** A language without a table has the letters of its neighbours, and no endings. */
const plain: KeyTables = {
  letters: { ...cyrillic, ...ofUzbek, ...ofTajik, ...ofRussian, ...ofKyrgyz },
  endings: [],
  mostEndings: 0,
};

/** @param tag BCP 47: `sr-Latn` */
export const keyTablesOf = (tag: string): KeyTables => byLanguage[tag.split('-')[0] ?? tag] ?? plain;
