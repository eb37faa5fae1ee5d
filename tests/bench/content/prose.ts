/**
 * Writes sentences of one language about one subject.
 */
import type { Corpus } from './corpus.ts';
import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A language that can be written in. */
export interface WritingLanguage {
  readonly corpus: Corpus;
  readonly vocabulary: Vocabulary;
}

/** The author of one text: what is written tends to come back to the same few words. */
export class Prose {
  readonly #language: WritingLanguage;
  readonly #random: Random;
  readonly #subject: readonly string[];

  constructor(language: WritingLanguage, random: Random) {
    this.#language = language;
    this.#random = random;
    this.#subject = Array.from({ length: 12 }, () => language.vocabulary.word(random));
  }

  word(): string {
    return this.#random.chance(0.25)
      ? this.#random.pick(this.#subject)
      : this.#language.vocabulary.word(this.#random);
  }

  /** A few words without a full stop, as in titles and lists. */
  phrase(fromWords: number, toWords: number): string {
    const count = this.#random.between(fromWords, toWords);
    return capitalised(Array.from({ length: count }, () => this.word()).join(' '));
  }

  sentence(): string {
    const { pieces, slots } = this.#random.pick(this.#language.corpus.sentences);
    const written = [...pieces];
    for (const slot of slots) if (this.#random.chance(0.45)) written[slot] = this.word();
    return written.join('');
  }

  /** Sentences with at least so many words together. */
  paragraph(words: number): string {
    const sentences: string[] = [];
    for (let count = 0; count < words; ) {
      const sentence = this.sentence();
      sentences.push(sentence);
      count += countWords(sentence);
    }
    return sentences.join(' ');
  }

  /** A sentence that fits. */
  short(maxCharacters: number): string {
    for (let attempt = 0; attempt < 5; attempt++) {
      const sentence = this.sentence();
      if (sentence.length <= maxCharacters) return sentence;
    }
    return this.phrase(3, 5).slice(0, maxCharacters);
  }
}

export const countWords = (text: string): number => text.split(' ').length;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
