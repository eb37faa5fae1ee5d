/**
 * The words of a made-up text: those of the project's texts and systematic forms of them, frequent ones far more often than rare ones.
 */
import type { Endings } from './endings.ts';
import type { Random } from './random.ts';

export interface Vocabulary {
  /** Distinct forms, the most frequent first. */
  readonly forms: readonly string[];
  /** A form, by its frequency. */
  word(random: Random): string;
}

/** As many as a catalogue of some thousand texts has. */
const maxForms = 12_000;
const minStemLetters = 4;

/**
 * @param words the most frequent first
 * @param random decides which of all the possible forms there are
 */
export function createVocabulary(words: readonly string[], endings: Endings, random: Random): Vocabulary {
  const known = words.filter((word) => word.length > minStemLetters);
  const forms = [...new Set([...known, ...inflect(known, endings, random)])].slice(0, maxForms);
  const lookup = zipfTable(forms.length);
  return { forms, word: (source) => forms[lookup[source.below(lookup.length)] ?? 0] ?? '' };
}

function inflect(words: readonly string[], endings: Endings, random: Random): string[] {
  const forms = words.flatMap((word) => {
    const stem = word.replace(endings.dropped, '');
    return stem.length < minStemLetters ? [] : endings.of(stem).map((ending) => stem + ending);
  });
  return forms
    .map((form) => ({ form, order: random.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ form }) => form);
}

/** Zipf's law: the word of rank r is about r times rarer than the first. Ranks, each as often as it is to be drawn. */
function zipfTable(count: number): Uint16Array {
  const table = new Uint16Array(65_536);
  const flattening = 20; // The function words, which are the steepest part, come from the patterns of sentences.
  const weights = Float64Array.from({ length: count }, (_, rank) => 1 / (rank + flattening));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [rank, reached] = [0, (weights[0] ?? 0) / total];
  for (let at = 0; at < table.length; at++) {
    while (rank < count - 1 && reached < at / table.length) reached += (weights[++rank] ?? 0) / total;
    table[at] = rank;
  }
  return table;
}
