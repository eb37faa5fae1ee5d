/**
 * Endings of the languages, to make plausible forms of known words. They need not be right, only as many and as long as real ones:
 * a search index and a compressor see forms, not grammar.
 */
export interface Endings {
  /** What is taken off a word before an ending is put on. */
  readonly dropped: RegExp;
  /** The endings of a word with this stem. */
  readonly of: (stem: string) => readonly string[];
}

const list = (text: string): readonly string[] => text.split(' ');

const always = (text: string): Endings['of'] => {
  const endings = list(text);
  return () => endings;
};

/** Turkic vowels harmonise: `а` after back vowels, `е` after front ones. */
const harmonic = (front: RegExp, ifFront: string, ifBack: string): Endings['of'] => {
  const [frontEndings, backEndings] = [list(ifFront), list(ifBack)];
  return (stem) => (front.test(stem) ? frontEndings : backEndings);
};

const serbian =
  'а у ом е и ама има ог ој их им о ати ам аш амо ају ао ала али ање ања ању ањем ски ска ско ских ост ости ошћу';

/** By language tag. */
export const endings: Readonly<Record<string, Endings>> = {
  en: {
    dropped: /(ing|ed|es|s|e|y)$/,
    of: always('s ed ing er ers ings ly ness ful fully less able ment ments ion ions al ally ive ity'),
  },
  ru: {
    dropped: /(ого|его|ому|ему|ыми|ими|ами|ями|ов|ев|[аеёийоуыьэюя]+)$/,
    of: always(
      'а у ом е ы ов ам ами ах ой ый ая ое ые ого ому ым ыми ать ает ают ал ала али ение ения ению ением ный ная ные ных ность ности',
    ),
  },
  ky: {
    dropped: /(лар|лер|дын|дин|нын|нин|да|де|га|ге|ды|ди)$/,
    of: harmonic(
      /[еэөүи][^аоуыеэөүи]*$/,
      'лер нин ге ни де ден и инин инде инен лери лерди лерге лерде лерден им иң ибиз иңиз че дей сиз дик чи лик',
      'лар нын га ны да дан ы ынын ында ынан лары ларды ларга ларда лардан ым ың ыбыз ыңыз ча дай сыз дык чы лык',
    ),
  },
  tg: {
    dropped: /(ҳоро|ҳои|ҳо|ро|он|и)$/,
    of: always(
      'ҳо ҳои ҳоро ҳоямон он они онро и ро ам ат аш амон атон ашон е ӣ анд ем ед ида идан гӣ манд нок дор',
    ),
  },
  'uz-Latn': {
    dropped: /(larni|larga|lar|ning|dan|da|ga|ni|i)$/,
    of: always(
      'lar ning ga ni da dan lari larni larga larda lardan im ing i imiz ingiz imizda imizdan mi chi chilar lik likni siz li dagi gacha',
    ),
  },
  'sr-Cyrl': { dropped: /(ама|има|ог|ом|ој|[аеиоу])$/, of: always(serbian) },
  'cnr-Latn': {
    dropped: /(ama|ima|og|om|oj|[aeiou])$/,
    of: always(
      'a u om e i ama ima og oj ih im o ati am aš amo aju ao ala ali anje anja anju anjem ski ska sko skih ost osti ošću',
    ),
  },
};
