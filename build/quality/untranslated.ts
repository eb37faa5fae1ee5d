/** Finds what a translator has passed over: passages that are still in the language of the original. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { notProse, type Prose } from '../model/text-outline.ts';
import { beginningOf, type TranslationPair, warning } from './texts.ts';
import { writtenWords } from './words.ts';

/** Fewer words may be a name, or the same in both languages. */
const fewestWords = 5;

export function checkUntranslated({ translation, original }: TranslationPair): Diagnostic[] {
  const { locale } = translation.text.place;
  const ofOriginal = original.text.place.locale;
  const isNear = nearly(locale) === nearly(ofOriginal);
  const known = new Set(
    isNear
      ? []
      : prose(original.outline.prose)
          .map(({ text }) => wordsIn(text))
          .filter((words) => words.length >= fewestWords)
          .map(plainOf),
  );
  const isCyrillic = scriptOf(locale) === 'Cyrl';
  return prose(translation.outline.prose).flatMap(({ text, range }) => {
    const report = (message: string): Diagnostic[] => [
      warning(
        translation.text,
        'translation/untranslated',
        range,
        message,
        `translate it; words that stay as they are in every language are marked: [Learning through play]{lang=${ofOriginal}}`,
      ),
    ];
    if (known.has(plainOf(wordsIn(text))))
      return report(`“${beginningOf(text)}” is word for word as in the original ${original.text.path}`);
    const run = isCyrillic && /[A-Za-z]/.test(text) ? latinRun(text) : undefined;
    return run === undefined ? [] : report(`“${beginningOf(run)}” is in Latin letters`);
  });
}

/** Notes name sources, in the language in which these were published. */
const prose = (all: readonly Prose[]): readonly Prose[] => all.filter(({ isNote }) => !isNote);

const wordsIn = (text: string): readonly string[] =>
  writtenWords(text).filter((word) => word !== notProse && /\p{L}/u.test(word));

const plainOf = (words: readonly string[]): string => words.join(' ').toLowerCase();

/** The first row of words in Latin letters that is long enough; addresses are no words. */
function latinRun(text: string): string | undefined {
  let run: string[] = [];
  for (const word of [...writtenWords(text.replace(/\S*(?::\/\/|www\.|@)\S*/g, notProse)), notProse]) {
    if (/^\p{Script=Latin}/u.test(word)) run.push(word);
    else if (/^\p{N}/u.test(word)) continue;
    else if (run.length >= fewestWords) return run.join(' ');
    else run = [];
  }
  return undefined;
}

/** A sentence in Serbian can be the same in Montenegrin, and a language in two scripts has one text. */
function nearly(locale: string): string {
  const language = locale.split('-')[0] ?? locale;
  return language === 'cnr' ? 'sr' : language;
}

const scriptOf = (locale: string): string | undefined => new Intl.Locale(locale).maximize().script;
