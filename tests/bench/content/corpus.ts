/**
 * What one language is made of, taken from the project's own texts: its words by frequency, and its sentences as patterns.
 */

/** A sentence whose longer words can be exchanged. */
export interface SentencePattern {
  /** Words and what stands between them, by turns; the first is a word. */
  readonly pieces: readonly string[];
  /** The positions of pieces that can be exchanged. */
  readonly slots: readonly number[];
}

export interface Corpus {
  /** Small letters, the most frequent first. */
  readonly words: readonly string[];
  readonly sentences: readonly SentencePattern[];
}

/** @param texts files with front matter, all in one language */
export function readCorpus(texts: readonly string[]): Corpus {
  const frequencies = new Map<string, number>();
  const sentences = new Map<string, SentencePattern>();
  for (const sentence of texts.flatMap(sentencesOf)) {
    for (const [word] of sentence.matchAll(wordPattern)) {
      const small = word.toLowerCase();
      frequencies.set(small, (frequencies.get(small) ?? 0) + 1);
    }
    sentences.set(sentence, patternOf(sentence));
  }
  const byFrequency = [...frequencies].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { words: byFrequency.map(([word]) => word), sentences: [...sentences.values()] };
}

/** Letters, and the marks inside words of Uzbek and Tajik. */
const wordPattern = /\p{L}[\p{L}\p{M}ʻʼ’-]*/gu;

/** Shorter words are mostly those that hold a sentence together. */
const exchangeableLetters = 5;

/** Whole sentences of prose, without marks of Markdown. */
function sentencesOf(text: string): string[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  return body
    .split('\n')
    .filter((line) => !/^\s*(#|:::|\||=|\[)|[[\]<>`{}^\\]|=>/.test(line))
    .map((line) => line.replace(/^\s*([-+>]|\d+[.)])\s+/, '').replace(/[*_"«»“”„]/g, ''))
    .flatMap((line) => line.split(/(?<=[.!?…])\s+/))
    .filter((sentence) => /^\p{Lu}.*[.!?…]$/u.test(sentence) && isOrdinaryLength(sentence));
}

function isOrdinaryLength(sentence: string): boolean {
  const count = sentence.match(wordPattern)?.length ?? 0;
  return count >= 4 && count <= 28;
}

function patternOf(sentence: string): SentencePattern {
  const pieces: string[] = [];
  const slots: number[] = [];
  let end = 0;
  for (const match of sentence.matchAll(wordPattern)) {
    if (match.index > 0) pieces.push(sentence.slice(end, match.index));
    const [word] = match;
    const isName = /^\p{Lu}/u.test(word);
    if (!isName && word.length >= exchangeableLetters) slots.push(pieces.length);
    pieces.push(word);
    end = match.index + word.length;
  }
  return { pieces: [...pieces, sentence.slice(end)], slots };
}
