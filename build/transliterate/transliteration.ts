/**
 * One source, two scripts: a text of a language that is written in two alphabets, in the other one.
 *
 * In: texts, ready HTML and data of a body. Out: the same with every word in the other script. What is no word of the language stays:
 * addresses, code, numerals, what the author marked.
 */
import type { Locale } from '../../schemas/brands.ts';
import { createLexicon, patternOfNames, type Spellings } from './lexicon.ts';
import type { ConvertText } from './rich-text.ts';
import { serbianEndings, serbianToCyrillic, serbianWordsLikeNumerals } from './serbian-to-cyrillic.ts';
import { serbianToLatin } from './serbian-to-latin.ts';
import { keptNames } from './tables/kept-words.ts';
import { uzbekEndings, uzbekToCyrillic } from './uzbek-to-cyrillic.ts';
import { wordConverter } from './words.ts';

/**
 * @param spellings of the author, which come before all rules
 * @returns nothing for languages that cannot be converted into each other
 */
export function transliterator(from: Locale, to: Locale, spellings: Spellings = {}): ConvertText | undefined {
  switch (`${from} ${to}`) {
    case 'sr-Cyrl sr-Latn':
    case 'cnr-Cyrl cnr-Latn':
      return wordConverter({ convert: serbianToLatin, lexicon: createLexicon(spellings) });
    case 'sr-Latn sr-Cyrl':
    case 'cnr-Latn cnr-Cyrl':
      return wordConverter({
        convert: serbianToCyrillic,
        lexicon: createLexicon(spellings),
        names: patternOfNames(keptNames, serbianEndings),
        wordsLikeNumerals: serbianWordsLikeNumerals,
        keepsUnits: true, // SI, as schoolbooks print it
      });
    case 'uz-Latn uz-Cyrl':
      return wordConverter({
        convert: uzbekToCyrillic,
        lexicon: createLexicon(spellings),
        names: patternOfNames(keptNames, uzbekEndings),
      });
    default:
      return undefined;
  }
}
