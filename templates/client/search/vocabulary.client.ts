/**
 * The keys of all texts, by their first letter: what is asked for is looked up here first, so that a slip of the finger is mended, and
 * Pagefind is never asked for what it does not have (it would answer with what is only like it).
 */
import { openFiles } from './files.client.ts';
import { isNear } from './near.ts';
import { leastBeginning, sharedBeginning } from './rank.ts';

/** A beginning of keys to ask Pagefind for, and what it is worth beside the word itself. */
export interface Term {
  readonly beginning: string;
  readonly share: number;
}

export type Vocabulary = (asked: string) => Promise<readonly Term[]>;

/** More of them are rather words of their own. */
const mostNear = 3;

/** @param bundle of the language */
export function openVocabulary(bundle: URL): Vocabulary {
  const words = openFiles<readonly string[]>(bundle);
  return async (asked) => termsFor(asked, await words.load(`words-${asked[0]}.json`));
}

function termsFor(asked: string, words: readonly string[]): Term[] {
  if (words.some((word) => word.startsWith(asked))) return [{ beginning: asked, share: 1 }];
  const near = words.filter((word) => isNear(asked, word)).slice(0, mostNear);
  if (near.length > 0) return near.map((word) => ({ beginning: word, share: 0.7 }));
  const shared = words.reduce((most, word) => Math.max(most, sharedBeginning(asked, word)), 0);
  return shared < leastBeginning(asked) ? [] : [{ beginning: asked.slice(0, shared), share: 0.6 }];
}
