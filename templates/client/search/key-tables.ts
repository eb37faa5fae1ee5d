/**
 * The tables of `createKeys` for each language.
 *
 * Letters follow how people type without a keyboard of their own; endings are those of school grammars, few on purpose: two words that
 * become one are worse than one word that stays two, which a shorter beginning still finds.
 */
import type { KeyTables } from './keys.ts';

/** `а a, щ s`: pairs of letters, an empty one for what is left out. */
const letters = (pairs: string): Record<string, string> =>
  Object.fromEntries(pairs.split(', ').map((pair) => pair.split(' ') as [string, string]));

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Cyrillic letters, and the rows of Latin ones that are typed for them. */
const cyrillic = letters(
  'а a, б b, в v, г g, ғ g, д d, е e, ж z, з z, и i, й i, ӣ i, і i, к k, қ k, л l, м m, н n, ң n, о o, ө o, п p, р r, с s, т t, у u, ' +
    'ү u, ӯ u, ф f, х h, ҳ h, ц c, ч c, ш s, щ s, ъ , ы i, ь , э e, ю iu, я ia, ё e, ' +
    'shch s, sch s, sh s, ch c, zh z, kh h, gh g, ts c, тс c, x h, q k, w v, y i',
);
/** One sound in several spellings: `ye` and е, `iye` and ие. */
const eAlone = letters('ye e, ие e, ые e, ье e, ъе e, ie e, йе e');

const russian: KeyTables = {
  letters: { ...cyrillic, ...eAlone, ...letters('yo e, jo e, j i, ju iu, ja ia, ё e') },
  endings: words(`
    ами ями ам ям ах ях ом ем ём ой ей ою ею ов ев а я о е и ы у ю ь
    ия ии ию ием иями иях ью
    ый ий ая яя ое ее ые ие ого его ому ему ым им ых их ыми ими ую юю
    ть ться тся ся сь ет ит ут ют ат ят ешь ишь ете ите л ла ло ли лся лась лись лось ется ится утся ются атся ятся
    ение ения ению ением ание ания анию анием ость ости остью
  `),
  mostEndings: 1,
};

const kyrgyz: KeyTables = {
  letters: { ...cyrillic, ...letters('j z, ё io, yo io, нг n, ng n') },
  endings: words(`
    лар лер лор дар дер дор тар тер тор
    нын нин нун дын дин дун тын тин тун ны ни ну ды ди ду ты ти ту
    га ге го ка ке ко на не но а е
    да де до та те то нда нде ндо дагы деги догу тагы теги
    дан ден дон тан тен тон нан нен нон
    ы и у сы си су ым им ум ың иң уң ыбыз ибиз убуз быз биз буз ңар ыңыз иңиз
    луу дуу туу лык лик лук дык дик дук чы чи чу сыз сиз суз ча че
    уу оо ган ген гон кан кен кон ып ип уп п ат ет от йт ыш иш уш ар ер бы би бу
    ынын инин унун сынын синин сунун ына ине уна сына сине суна ында инде унда сында синде сунда ынан инен унан ыман
    май мей мой баган беген бейт байт руу рөө
  `),
  mostEndings: 3,
};

const tajik: KeyTables = {
  letters: { ...cyrillic, ...letters('ҷ z, j z, ё io, yo io, йи i') },
  endings: words(`
    ҳо ҳои ҳое ҳоро ҳояш ҳоямон он они онро гон гони ён ёни
    и ро е ӣ ии ю у ам ат аш амон атон ашон иям ият ияш
    ад анд ам ем ед а аст дан тан да гӣ гии гиро
    тар тарин ча нок манд дор вар она ӣ анда андагон
  `),
  mostEndings: 3,
};

const uzbek: KeyTables = {
  letters: { ...cyrillic, ...eAlone, ...letters('ў o, ҷ z, j z, ё io, yo io, ц s, ts s, тс s, йў io') },
  endings: words(`
    lar lari larni larning larga larda lardan larim larimiz laringiz
    ning niki ni ga ka qa da dan dagi dagilar gacha cha
    i si im m ing ng imiz miz ingiz ngiz u
    lik li siz chi dosh dor
    moq ish sh di gan adi ydi yapti ayotgan yotgan ib b gani ganda sa sin sak uvchi uvchilar
    lash lashtirish lashish tirish ish mi dir mas maydi may magan
  `),
  mostEndings: 3,
};

const serbian: KeyTables = {
  letters: {
    ...letters(
      'а a, б b, в v, г g, д d, ђ d, е e, ж z, з z, и i, ј i, к k, л l, љ li, м m, н n, њ ni, о o, п p, р r, с s, т t, ћ c, у u, ф f, х h, ц c, ч c, џ dz, ш s',
    ),
    // The sounds of ijekavian, so that deca and djeca, dete and dijete are one.
    ...letters('ije e, je e, ије e, је e, ље le, ње ne, лије le, није ne'),
    ...letters('đ d, dj d, dje de, дј d, дје de, ђ d, j i, y i, w v, q k, x ks, sh s, ch c, zh z'),
  },
  endings: words(`
    a e i o u om em oj og ome omu im ih ima ama ega emu eg em ovi evi ova eva ove eve ovima evima ovom evom
    ju je ja jom jama ju ost osti ošću stvo stva stvu
    ti ći m š mo te la lo li le ao eo io ju aju eju uju jući ući an na no ni nih nim noj nog nom
    ski ska sko ske skog skom skih skim anje anja anju anjem enje enja enju enjem
  `),
  mostEndings: 2,
};

const english: KeyTables = {
  letters: {},
  endings: words('s es ed ing ings er ers ly ies y e ness ment ments tion tions al'),
  mostEndings: 2,
};

const byLanguage: Readonly<Record<string, KeyTables>> = {
  en: english,
  ru: russian,
  ky: kyrgyz,
  tg: tajik,
  uz: uzbek,
  kaa: uzbek,
  sr: serbian,
  cnr: serbian,
};

/** A language without a table is folded as far as Unicode tells how. */
const plain: KeyTables = { letters: cyrillic, endings: [], mostEndings: 0 };

/** @param tag BCP 47: `sr-Latn` */
export const keyTablesOf = (tag: string): KeyTables => byLanguage[tag.split('-')[0] ?? tag] ?? plain;
