/** Finds what a translator has passed over: passages that are still in the language of the original. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { notProse } from '../model/text-outline.ts';
import { beginningOf, type Judged, type ProsePassage, type TranslationPair, warning } from './texts.ts';
import { type Word, writtenWords } from './words.ts';

/** Fewer words may be a name, or the same in both languages. */
const fewestWords = 5;

export function checkUntranslated({ translation, original }: TranslationPair): Diagnostic[] {
  const { locale } = translation.text.place;
  const ofOriginal = original.text.place.locale;
  const isNear = nearly(locale) === nearly(ofOriginal);
  const untranslated = isNear ? noPassages : longPassages(original);
  const isCyrillic = scriptOf(locale) === 'Cyrl';
  return proseOf(translation).flatMap(({ prose: { text, range }, words }) => {
    const report = (message: string): Diagnostic[] => [
      warning(
        translation.text,
        'translation/untranslated',
        range,
        message,
        `translate it; words that stay as they are in every language are marked: [Learning through play]{lang=${ofOriginal}}`,
      ),
    ];
    if (untranslated.has(plainOf(words)))
      return report(`“${beginningOf(text)}” is word for word as in the original ${original.text.path}`);
    const run = isCyrillic && /[A-Za-z]/.test(text) ? latinRun(text) : undefined;
    return run === undefined ? [] : report(`“${beginningOf(run)}” is in Latin letters`);
  });
}

const noPassages: ReadonlySet<string> = new Set();

/** Every translation is held against the same original. */
const known = new WeakMap<Judged, ReadonlySet<string>>();

function longPassages(judged: Judged): ReadonlySet<string> {
  const found =
    known.get(judged) ??
    new Set(
      proseOf(judged)
        .filter(({ words }) => words.filter(({ hasLetters }) => hasLetters).length >= fewestWords)
        .map(({ words }) => plainOf(words)),
    );
  known.set(judged, found);
  return found;
}

/** Notes name sources, in the language in which these were published. */
const proseOf = ({ prose }: Judged): readonly ProsePassage[] =>
  prose.filter(({ prose: { isNote } }) => !isNote);

const plainOf = (words: readonly Word[]): string =>
  words
    .flatMap(({ written, hasLetters }) => (hasLetters ? [written] : []))
    .join(' ')
    .toLowerCase();

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
