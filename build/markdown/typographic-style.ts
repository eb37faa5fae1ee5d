/**
 * What the languages of the platform expect of quotes, spaces and dashes.
 *
 * Russian and its neighbours after Milchin's handbook (no break after a one-letter word, none before a dash), Serbian
 * and Montenegrin after their orthographies (Pravopis), Uzbek in Latin letters after the alphabet of 1995.
 */
import type { Locale } from '../../schemas/brands.ts';

export interface TypographicStyle {
  /** Outer pair, inner pair. */
  readonly quotes: '“”‘’' | '«»„“' | '„”‚’';
  /** A word of one letter stays with the next word. */
  readonly keepsOneLetterWords: boolean;
  /** A dash does not begin a line. */
  readonly keepsDashes: boolean;
  /** The letters oʻ and gʻ are typed with an apostrophe. */
  readonly hasTurnedCommaLetters: boolean;
}

const western: TypographicStyle = {
  quotes: '“”‘’',
  keepsOneLetterWords: false,
  keepsDashes: false,
  hasTurnedCommaLetters: false,
};

const uzbekLatin: TypographicStyle = { ...western, hasTurnedCommaLetters: true };

const russian: TypographicStyle = {
  quotes: '«»„“',
  keepsOneLetterWords: true,
  keepsDashes: true,
  hasTurnedCommaLetters: false,
};

const serbian: TypographicStyle = {
  quotes: '„”‚’',
  keepsOneLetterWords: true,
  keepsDashes: false,
  hasTurnedCommaLetters: false,
};

/** Returns the style of a locale; English where nothing else is known. */
export function typographicStyle(locale: Locale): TypographicStyle {
  const [language, script] = locale.split('-');
  switch (language) {
    case 'ru':
    case 'ky':
    case 'tg':
      return russian;
    case 'sr':
    case 'cnr':
      return serbian;
    case 'uz':
      return script === 'Cyrl' ? western : uzbekLatin;
    default:
      return western;
  }
}
