/**
 * Finds translations that say a term of the glossary in words of their own.
 *
 * Where a text says a term once and in passing (“five things from home are enough”), grammar often asks for other words: that were all
 * reports on the catalogue but one. What a text names in its title or in a heading, or twice, it is about, and its readers have to
 * find it under one name. Single words have many right translations, and are asked for only where a term says `strict: true`; then once
 * is enough.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GlossaryTerm } from '../model/glossary.ts';
import { type Judged, type TranslationPair, warning } from './texts.ts';
import { findPhrases, hasAll, type Word, wordsOf, writtenOf } from './words.ts';

/** @returns one for each term and text, at the title */
export function checkGlossaryTerms(
  { translation, original }: TranslationPair,
  glossary: readonly GlossaryTerm[],
): Diagnostic[] {
  const [from, to] = [original.text.place.locale, translation.text.place.locale];
  const used = termsBetween(glossary, from, to).flatMap((term) => {
    const said = saidIn(original, term);
    return said === undefined ? [] : [{ ...term, said }];
  });
  if (used.length === 0) return [];
  const here = translation.passages.map(({ words }) => new Set(words.map(({ key }) => key)));
  return used
    .filter(({ translated }) => !isSaid(here, translated))
    .map(({ said, labels: [label = '', ...others] }) =>
      warning(
        translation.text,
        'glossary/term',
        translation.text.positions.key(['title']),
        `the original says “${said}”, and the glossary has “${label}” for it, which this text does not say`,
        others.length === 0
          ? `write “${label}”, or add what is also right to the alternatives in content/taxonomy/glossary.yml`
          : `write “${label}”, or one of: ${others.join(', ')}; what is also right can be added to content/taxonomy/glossary.yml`,
      ),
    );
}

interface DemandedTerm {
  /** The label and its alternatives, in the language of the original. */
  readonly original: readonly (readonly Word[])[];
  readonly isStrict: boolean;
  readonly labels: readonly string[];
  /** The same in the language of the translation. */
  readonly translated: readonly (readonly Word[])[];
}

const known = new WeakMap<readonly GlossaryTerm[], Map<string, readonly DemandedTerm[]>>();

function termsBetween(glossary: readonly GlossaryTerm[], from: string, to: string): readonly DemandedTerm[] {
  const byPair = known.get(glossary) ?? new Map<string, readonly DemandedTerm[]>();
  known.set(glossary, byPair);
  const pair = `${from} ${to}`;
  const terms = byPair.get(pair) ?? glossary.flatMap((term) => demanded(term, from, to) ?? []);
  byPair.set(pair, terms);
  return terms;
}

function demanded(term: GlossaryTerm, from: string, to: string): DemandedTerm | undefined {
  const labels = wordsFor(term, to);
  const [label = [], ...others] = wordsFor(term, from).map((words) => wordsOf(words, from));
  const isStrict = term.strict === true;
  const isTerm = (words: readonly Word[]): boolean => isStrict || words.length > 1;
  if (labels.length === 0 || !isTerm(label)) return undefined;
  return {
    original: [label, ...others].filter(isTerm),
    isStrict,
    labels,
    translated: labels.map((words) => wordsOf(words, to)),
  };
}

/** The label comes first; nothing where the language has none. */
function wordsFor({ label, alternatives }: GlossaryTerm, locale: string): readonly string[] {
  const first = label[locale];
  return first === undefined ? [] : [first, ...(alternatives?.[locale] ?? [])];
}

/** How the term is first said, where the text is about it. */
function saidIn({ passages, keys }: Judged, { original, isStrict }: DemandedTerm): string | undefined {
  const phrases = original.filter((phrase) => hasAll(keys, phrase));
  if (phrases.length === 0) return undefined;
  let [count, first] = [isStrict ? 1 : 0, ''];
  for (const { words, isHeading } of passages) {
    for (const phrase of phrases) {
      const places = findPhrases(words, phrase);
      const [start] = places;
      if (start === undefined) continue;
      first ||= writtenOf(words.slice(start, start + phrase.length));
      count += isHeading ? 2 : places.length;
      if (count > 1) return first;
    }
  }
  return undefined;
}

/** In one passage, in any order and with other words between: «язык, на котором говорят дома» is a matter of grammar. */
const isSaid = (passages: readonly ReadonlySet<string>[], phrases: readonly (readonly Word[])[]): boolean =>
  phrases.some((phrase) => passages.some((keys) => hasAll(keys, phrase)));
