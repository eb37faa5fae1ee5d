/** Finds words that the glossary asks to avoid: they hurt a child or a family, or mislead. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GlossaryTerm } from '../model/glossary.ts';
import { type Judged, warning } from './texts.ts';
import { findPhrases, hasAll, type Word, wordsOf, writtenOf } from './words.ts';

interface Avoided {
  readonly phrase: readonly Word[];
  readonly words: string;
  readonly right: string | undefined;
}

/**
 * A text has to name what it answers: words inside quotation marks are somebody else's, and “she is not a child without language” is
 * what the glossary asks for.
 *
 * @returns one for each word and text, where it first stands
 */
export function checkAvoidedWords(judged: Judged, glossary: readonly GlossaryTerm[]): Diagnostic[] {
  const { text } = judged;
  const avoided = avoidedIn(glossary, text.place.locale).filter(({ phrase }) => hasAll(judged.keys, phrase));
  if (avoided.length === 0) return [];
  const found = new Map<Avoided, Diagnostic>();
  for (const { words, range } of judged.passages) {
    for (const one of avoided) {
      if (found.has(one)) continue;
      const at = findPhrases(words, one.phrase).find((start) => isMeant(words, start, one.phrase.length));
      if (at === undefined) continue;
      const said = writtenOf(words.slice(at, at + one.phrase.length));
      found.set(
        one,
        warning(
          text,
          'glossary/avoid',
          range(),
          `“${said}” stands here, and the glossary asks to avoid “${one.words}”`,
          `${one.right === undefined ? 'say it in words that hurt nobody' : `the glossary has “${one.right}”`}; where somebody else is quoted, put it in quotation marks`,
        ),
      );
    }
  }
  return [...found.values()];
}

function isMeant(words: readonly Word[], start: number, length: number): boolean {
  const around = [
    ...words.slice(Math.max(0, start - 3), start),
    ...words.slice(start + length, start + length + 2),
  ];
  return words[start]?.isQuoted !== true && !around.some(({ written }) => denials.has(written.toLowerCase()));
}

/** Before the words, or behind them in Turkic languages. */
const denials = new Set(
  'not no never не нет ни никогда эмес нест emas није нису ниси nije nisu nisi'.split(' '),
);

/** By glossary: the words of each language are taken apart once. */
const known = new WeakMap<readonly GlossaryTerm[], Map<string, readonly Avoided[]>>();

function avoidedIn(glossary: readonly GlossaryTerm[], locale: string): readonly Avoided[] {
  const byLocale = known.get(glossary) ?? new Map<string, readonly Avoided[]>();
  known.set(glossary, byLocale);
  const avoided =
    byLocale.get(locale) ??
    glossary.flatMap(({ avoid, label }) =>
      (avoid?.[locale] ?? []).map((words) => ({
        words,
        phrase: wordsOf(words, locale),
        right: label[locale],
      })),
    );
  byLocale.set(locale, avoided);
  return avoided;
}
